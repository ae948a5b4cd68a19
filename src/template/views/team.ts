import type { Member } from '../../crm/accountable';
import { noRow } from '../../crm/reference';
import type { Value } from '../../crm/snapshot';
import { keyColumnId } from '../keys';
import { keyPrefix } from '../keyText';
import type { ViewSource } from './source';

/** Row of the parent record that each reference cell points at; `null` for none. Of records with one id the first. */
export function parentRows(source: ViewSource, table: string, reference: string, parent: string): (number | null)[] {
  const { byId, firsts } = recordsOf(source.column(parent, 'id'));
  const meant = source.rowsMeant?.(table, reference);
  if (!meant) {
    const keys = source.column(table, keyColumnId(reference));
    return keys.map((key) => (key === null ? null : (byId.get(String(key).slice(keyPrefix.length)) ?? null)));
  }
  const rows = new Array<number | null>(meant.length);
  for (let at = 0; at < meant.length; at += 1) rows[at] = meant[at] === noRow ? null : firsts[meant[at]!]!;
  return rows;
}

interface Records {
  /** First row by id. */
  readonly byId: ReadonlyMap<string, number>;
  /** First row with the id of each row; `null` without an id. */
  readonly firsts: readonly (number | null)[];
}

/** Several tables refer to the same one. */
function recordsOf(ids: readonly Value[]): Records {
  let records = known.get(ids);
  if (!records) {
    const byId = new Map<string, number>();
    const firsts = ids.map((id, row) => {
      if (id === null) return null;
      const first = byId.get(String(id)) ?? row;
      byId.set(String(id), first);
      return first;
    });
    known.set(ids, (records = { byId, firsts }));
  }
  return records;
}

const known = new WeakMap<readonly Value[], Records>();

const text = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** The team by row. Blank counts as active; archived people are not. */
export function teamMembers(source: ViewSource): Member[] {
  const column = (id: string) => source.column('team', id);
  const supervisors = parentRows(source, 'team', 'supervisor', 'team');
  const [ids, names, roles, active, archived] = ['id', 'name', 'role', 'active', 'archived'].map(column);
  return Array.from({ length: source.rows('team') }, (_, row) => ({
    name: text(names![row]) ?? text(ids![row]) ?? '',
    role: text(roles![row]),
    active: active![row] !== false && archived![row] !== true,
    supervisor: supervisors[row] ?? null,
  }));
}
