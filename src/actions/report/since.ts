import { People } from '../../crm/people';
import type { Snapshot } from '../../crm/snapshot';
import { columnOf } from '../../template/environment';
import type { Needs } from '../../template/needs';
import { referenceName, referenceRow } from '../../template/views/names';
import type { Facts } from './facts';
import type { TodayItem } from './today';

/** Tells an item from others over the days: what, and about which record. */
export const itemKey = ({ kind, table, id, reason }: Pick<TodayItem, 'kind' | 'table' | 'id' | 'reason'>): string =>
  `${kind === 'care' ? reason.code : kind} ${table} ${id ?? ''}`;

/** Something that waited at the last visit and does no more. */
export interface Settled {
  readonly table: string;
  readonly id: string;
  readonly name: string;
}

export interface Since {
  readonly added: readonly TodayItem[];
  readonly settled: readonly Settled[];
}

/**
 * What is new in a list of items and what has left it since somebody looked last.
 * @param before keys of everything that waited then
 * @param isMine whether an item concerns the person who asks
 */
export function since(
  { computed }: Facts,
  items: readonly TodayItem[],
  before: readonly string[],
  isMine: (item: Pick<TodayItem, 'owner'>) => boolean,
): Since {
  const [then, now] = [new Set(before), new Set(items.map(itemKey))];
  const people = new People(computed);
  const settled = before.flatMap((key): Settled[] => {
    const [, table = '', ...rest] = key.split(' ');
    const id = rest.join(' ');
    const row = now.has(key) || id === '' ? null : referenceRow(computed, table, id);
    if (row === null) return [];
    const owner = people.person(columnOf(computed, table, 'owner')[row] ?? null);
    return isMine({ owner }) ? [{ table, id, name: nameOf(computed, table, id, row) }] : [];
  });
  return { added: items.filter((item) => isMine(item) && !then.has(itemKey(item))), settled };
}

/** Orders and tickets have no name of their own: their customer's says more than an id. */
function nameOf(computed: Snapshot, table: string, id: string, row: number): string {
  const own = referenceName(computed, table, id);
  const cell = (column: string) => columnOf(computed, table, column)[row] ?? null;
  return own !== id
    ? own
    : String(cell('subject') ?? cell('name') ?? referenceName(computed, 'customers', cell('customer')));
}

/** What has to be read of the change log to tell what others did. */
export const changesNeeds = { changeLog: ['at', 'table', 'record', 'field', 'before'] } as const satisfies Needs;

/** Records of one table that were added or changed. */
export interface TableChanges {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
}

/** Records that were added or changed after a moment, by table, as the change log tells; each counts once. */
export function changesSince(snapshot: Snapshot, at: number): readonly TableChanges[] {
  const column = (id: string) => columnOf(snapshot, 'changeLog', id);
  const [when, tables, records, fields, before] = [...['at', 'table', 'record', 'field', 'before']].map(column);
  const found = new Map<string, { readonly added: Set<string>; readonly changed: Set<string> }>();
  when!.forEach((moment, row) => {
    const [table, record] = [tables![row], records![row]].map((cell) => String(cell ?? ''));
    if (typeof moment !== 'number' || moment <= at || !table || !record) return;
    const entry = found.get(table) ?? { added: new Set(), changed: new Set() };
    found.set(table, entry);
    if (fields![row] !== null) entry.changed.add(record);
    else if (before![row] === null) entry.added.add(record);
  });
  return [...found].map(([table, { added, changed }]) => ({
    ...{ table, added: added.size },
    changed: [...changed].filter((record) => !added.has(record)).length,
  }));
}
