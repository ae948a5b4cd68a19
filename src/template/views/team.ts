import { accountable, type Accountable, type Member } from '../../crm/accountable';
import type { Value } from '../../crm/snapshot';
import { keyColumnId } from '../keys';
import { keyPrefix } from '../keyText';
import type { ViewSource } from './source';

/** Row of the parent record that each reference cell points at; `null` for none. */
export function parentRows(source: ViewSource, table: string, reference: string, parent: string): (number | null)[] {
  const rows = new Map<Value, number>();
  source.column(parent, 'id').forEach((id, row) => {
    const key = keyPrefix + String(id);
    if (id !== null && !rows.has(key)) rows.set(key, row);
  });
  return source.column(table, keyColumnId(reference)).map((key) => rows.get(key) ?? null);
}

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

/** Who answers for each customer by lifecycle stage (C-66); `null` for archived ones and without an owner. */
export function accountableView(source: ViewSource): (Accountable | null)[] {
  const team = teamMembers(source);
  const owners = parentRows(source, 'customers', 'owner', 'team');
  const [lifecycle, archived] = [source.column('customers', 'lifecycle'), source.column('customers', 'archived')];
  return owners.map((owner, row) => (archived[row] === true ? null : accountable(text(lifecycle[row]), owner, team)));
}
