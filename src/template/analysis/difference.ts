import type { Changeset } from '../../crm/changeset';
import type { Snapshot, TableRows, Value } from '../../crm/snapshot';
import { isComputed, tableDef } from '../load';
import type { TableDef } from '../types';
import type { Analysis, RowChange } from '.';

/** From this many records on, computing everything anew is as fast as following them one by one. */
const mostChanges = 100;

/** Tables besides the settings that rules know as wholes. */
const knownWhole: readonly string[] = ['calendar', 'meta'];

const isFollowed = ({ group, id }: TableDef) => group !== 'settings' && !knownWhole.includes(id);

/**
 * What was typed between two readings of a workbook; `null` when it is more than an analysis can follow: settings or
 * lists, rows that went or moved, a table that came, or very many records.
 */
export function changesBetween(before: Snapshot, after: Snapshot): RowChange[] | null {
  const tables = Object.keys(after.tables);
  if (tables.length !== Object.keys(before.tables).length || !isSame(before.settings, after.settings)) return null;
  const changes: RowChange[] = [];
  for (const table of tables) {
    const [known, next] = [before.tables[table], after.tables[table]!];
    const found = known ? changesOf(tableDef(table), known, next, mostChanges - changes.length) : null;
    if (!found || (found.length && !isFollowed(tableDef(table)))) return null;
    changes.push(...found);
  }
  return changes;
}

/**
 * The records of a change that was written as a whole; `null` when an analysis cannot follow it: rows that went, settings,
 * or an id that it does not know.
 */
export function changesIn(changeset: Changeset, analysis: Pick<Analysis, 'rowOf' | 'rows'>): RowChange[] | null {
  const { updates, appends, removals } = changeset;
  if (removals.length || [...updates, ...appends].some(({ table }) => !isFollowed(tableDef(table)))) return null;
  const edits = new Map<string, RowChange & { readonly values: Record<string, Value> }>();
  for (const { table, id, field, after } of updates) {
    const row = analysis.rowOf(table, id);
    if (row === null) return null;
    const edit = edits.get(`${table}.${row}`) ?? { table, row, values: {} };
    edit.values[field] = after;
    edits.set(`${table}.${row}`, edit);
  }
  const added = new Map<string, number>();
  const records = appends.map(({ table, values }) => {
    const row = added.get(table) ?? analysis.rows(table);
    added.set(table, row + 1);
    return { table, row, values };
  });
  return [...edits.values(), ...records];
}

function changesOf(table: TableDef, before: TableRows, after: TableRows, most: number): RowChange[] | null {
  if (after.count < before.count || after.count > before.count + most) return null;
  if (before.sheetRows.some((row, at) => row !== after.sheetRows[at])) return null;
  const inputs = table.columns.filter((column) => !isComputed(column)).map(({ id }) => id);
  const values = (row: number) =>
    Object.fromEntries(inputs.map((id) => [id, after.columns[id]?.[row] ?? null] as const));
  const rows = changedRows(inputs, before, after, most);
  return rows && rows.map((row) => ({ table: table.id, row, values: values(row), sheetRow: after.sheetRows[row]! }));
}

/** Rows with other cells than before and new ones, ascending; `null` when there are more than `most`. */
function changedRows(inputs: readonly string[], before: TableRows, after: TableRows, most: number): number[] | null {
  const rows = new Set<number>();
  for (const id of inputs) {
    const [known, next] = [before.columns[id] ?? [], after.columns[id] ?? []];
    for (let row = 0; row < after.count && rows.size <= most; row += 1) {
      if (row >= before.count || (known[row] ?? null) !== (next[row] ?? null)) rows.add(row);
    }
  }
  return rows.size > most ? null : [...rows].sort((a, b) => a - b);
}

const isSame = (before: Snapshot['settings'], after: Snapshot['settings']): boolean =>
  Object.keys({ ...before, ...after }).every((key) => (before[key] ?? null) === (after[key] ?? null));
