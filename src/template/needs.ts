import { anchorOf, columnDef, isComputed, tableDef } from './load';

/**
 * What somebody has to read of a workbook: names of whole tables, or for each table the columns that people type into.
 * `undefined` wherever it may be left out means everything.
 */
export type Needs = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** Small tables without which no other can be decoded: labels and settings. They are always read whole. */
const always: readonly string[] = ['settings', 'lists'];

const isNames = (needs: Needs): needs is readonly string[] => Array.isArray(needs);

/** Whether a column has to be read. Computed ones never are: rules compute them anew. */
export function isNeeded(needs: Needs | undefined, table: string, column: string): boolean {
  const def = tableDef(table);
  if (isComputed(columnDef(def, column))) return false;
  if (!needs || always.includes(table)) return true;
  if (isNames(needs)) return needs.includes(table);
  // Without them nobody could tell which rows are records.
  return table in needs && ['id', anchorOf(def), ...needs[table]!].includes(column);
}

/** Whether what was read for `have` is enough for `want`. */
export function covers(have: Needs | undefined, want: Needs | undefined): boolean {
  if (!have) return true;
  if (!want) return false;
  if (tablesOf(want).length === 0) return true;
  if (isNames(have)) return tablesOf(want).every((table) => have.includes(table));
  return (
    !isNames(want) && tablesOf(want).every((table) => want[table]!.every((column) => have[table]?.includes(column)))
  );
}

const tablesOf = (needs: Needs): readonly string[] => (isNames(needs) ? needs : Object.keys(needs));
