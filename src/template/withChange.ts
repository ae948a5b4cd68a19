import type { Changeset } from '../crm/changeset';
import { ReferenceIndex } from '../crm/reference';
import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import { keyColumnOf, tableDef } from './load';

/** Tables besides the settings that say how other tables are read. */
const readsOthers: readonly string[] = ['calendar', 'meta'];

/**
 * The snapshot as a reading would give it after a change that was written as a whole: computed columns are left to
 * whoever computes, tables that were not read stay unread. `null` when the change alone does not tell: settings and lists,
 * records that are not there or not alone with their id.
 */
export function withChange(snapshot: Snapshot, changeset: Changeset): Snapshot | null {
  const tables = { ...snapshot.tables };
  for (const [table, part] of partsOf(changeset)) {
    if (tableDef(table).group === 'settings' || readsOthers.includes(table)) return null;
    const rows = tables[table];
    const changed = rows && changedRows(table, rows, part);
    if (changed === null) return null;
    if (changed) tables[table] = changed;
  }
  return {
    tables,
    settings: snapshot.settings,
    get problems() {
      return snapshot.problems;
    },
  };
}

/** What a change does to one table. */
type Part = Pick<Changeset, 'updates' | 'appends' | 'removals'>;

function partsOf({ updates, appends, removals }: Changeset): ReadonlyMap<string, Part> {
  const tables = new Set([...updates, ...appends, ...removals].map(({ table }) => table));
  const of = <T extends { readonly table: string }>(all: readonly T[], id: string) =>
    all.filter(({ table }) => table === id);
  return new Map(
    [...tables].map((id) => [id, { updates: of(updates, id), appends: of(appends, id), removals: of(removals, id) }]),
  );
}

function changedRows(table: string, before: TableRows, part: Part): TableRows | null {
  const isAdding = part.updates.length + part.removals.length === 0;
  const ids = before.columns[keyColumnOf(table).id] ?? [];
  // It was read after it was written.
  if (holdsAny(ids, part.appends)) return null;
  const rowOf = rowsById(isAdding ? [] : ids);
  const edits = part.updates.map((change) => ({ ...change, row: rowOf(change.id) }));
  const gone = part.removals.map(({ id }) => rowOf(id));
  if ([...edits.map(({ row }) => row), ...gone].includes(null)) return null;
  const removed = new Set(gone);
  const isKept = (_: unknown, row: number) => !removed.has(row);
  const column = (id: string, values: readonly Value[]): readonly Value[] => {
    const own = edits.filter(({ field }) => field === id);
    const next = [...values];
    for (const { row, after } of own) next[row!] = cellOf(after);
    const added = part.appends.map((record) => cellOf(record.values[id] ?? keyOf(table, id, record.id)));
    return [...next.filter(isKept), ...added];
  };
  return {
    count: before.count - removed.size + part.appends.length,
    sheetRows: [...rowsUp(before.sheetRows, removed), ...rowsBelow(before.sheetRows, removed, part.appends.length)],
    columns: lazily(before.columns, column),
  };
}

const cellOf = (value: Value): Value => (value === '' ? null : value);

function holdsAny(ids: readonly Value[], records: Part['appends']): boolean {
  const wanted = new Set<Value>(records.map(({ id }) => id));
  return wanted.size > 0 && ids.some((id) => wanted.has(id));
}

/** The key of a new record may stand beside its values. */
const keyOf = (table: string, column: string, id: string): Value => (column === keyColumnOf(table).id ? id : null);

/** Row of the only record with an id, else `null`. */
function rowsById(ids: readonly Value[]): (id: string) => number | null {
  const index = new ReferenceIndex(ids, null);
  return (id) => {
    const rows = index.rowsOfId(id);
    return rows.length === 1 ? rows[0]! : null;
  };
}

/** Rows below one that was deleted move up. */
function rowsUp(sheetRows: readonly number[], removed: ReadonlySet<number | null>): number[] {
  let above = 0;
  return sheetRows.flatMap((sheetRow, row) => {
    if (!removed.has(row)) return [sheetRow - above];
    above += 1;
    return [];
  });
}

/** New records stand below the last one; under a header in the first row where there is none. */
function rowsBelow(sheetRows: readonly number[], removed: ReadonlySet<number | null>, count: number): number[] {
  const last = (sheetRows.at(-1) ?? 1) - removed.size;
  return Array.from({ length: count }, (_, index) => last + index + 1);
}

/** Each column is put together when somebody reads it: tables are long, and rules read few of their columns. */
function lazily(
  columns: TableRows['columns'],
  changed: (id: string, values: readonly Value[]) => readonly Value[],
): TableRows['columns'] {
  const result = {};
  for (const id of Object.keys(columns)) {
    let known: readonly Value[] | undefined;
    Object.defineProperty(result, id, { enumerable: true, get: () => (known ??= changed(id, columns[id]!)) });
  }
  return result;
}
