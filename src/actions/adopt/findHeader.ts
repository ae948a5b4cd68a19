import { headerKey } from '../../shared/text';
import type { SourceSheet } from '../../template/adopt';
import { template } from '../../template/load';
import type { TableDef } from '../../template/types';
import { columnFinder, requiredColumns } from '../import/mapHeaders';
import { findTable } from '../import/userMap';
import { filledIn, isBlankRow, textAt } from './cells';
import type { Corrections } from './types';

/** Tables that people keep in sheets of their own. */
export const adoptableTables: readonly TableDef[] = template.tables.filter(
  ({ id, group }) => group === 'data' && id !== 'campaignTasks',
);

/** Which table a sheet is, and in which row its headers stand. */
export interface Recognised {
  readonly table: TableDef;
  readonly headerRow: number;
  /** Headers that the table knows. */
  readonly known: number;
  readonly candidates: readonly string[];
}

/** Headers hide below titles and notes, but never far below. */
const headerSearchRows = 20;

/**
 * The table and header row that explain most of a sheet: known headers count, more so those written as we write them;
 * needed columns that are not there count against it; the name of sheet, Excel table or title speaks for it.
 */
export function recognise(source: SourceSheet, { table, headerRow }: Corrections): Recognised {
  const tables = table === undefined ? adoptableTables : adoptableTables.filter(({ id }) => id === table);
  const best = bestOf(source, tables, headerRow === undefined ? candidateRows(source) : [headerRow]);
  const order = rank(source, best.headerRow);
  return { ...best, candidates: [best.table.id, ...order.filter((id) => id !== best.table.id)] };
}

/** Of equal rows the first one; of equal rows above the cell that the person pointed at the nearest one. */
function bestOf(source: SourceSheet, tables: readonly TableDef[], rows: readonly number[]) {
  const scored = rows.flatMap((row) =>
    tables.map((table) => ({ table, headerRow: row, ...scoreOf(source, row, table) })),
  );
  const pointer = source.pointer ?? -1;
  return scored.reduce((leader, other) => {
    const isNearer = other.headerRow !== leader.headerRow && other.headerRow <= pointer;
    return other.score > leader.score || (isNearer && other.known > 0 && other.score === leader.score) ? other : leader;
  });
}

/**
 * The headers of an Excel table are its first row. Otherwise they are among the first rows, or below a blank one and
 * above the cell that the person pointed at.
 */
function candidateRows(source: SourceSheet): number[] {
  const { table, rows, pointer } = source;
  if (table) return [0];
  const isNear = (row: number) => row < headerSearchRows || [1, 2, 3].some((back) => isBlankRow(source, row - back));
  const all = rows.map((_, row) => row);
  const above = pointer === null ? [] : all.filter((row) => row <= pointer && isNear(row));
  return above.some((row) => adoptableTables.some((def) => knownColumns(source, row, def).size > 1))
    ? above
    : all.slice(0, headerSearchRows);
}

const rank = (source: SourceSheet, row: number): string[] =>
  adoptableTables
    .map((table) => ({ id: table.id, score: scoreOf(source, row, table).score }))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);

function scoreOf(source: SourceSheet, row: number, table: TableDef): { score: number; known: number } {
  const found = knownColumns(source, row, table);
  if (found.size === 0) return { score: 0, known: 0 };
  const exact = [...found].filter(([column, header]) => isExact(table, column, header)).length;
  const lacking = requiredColumns(table).filter(({ id }) => !found.has(id)).length;
  const score = found.size + exact / 2 - lacking * 1.5 + (isNamed(source, row, table) ? namedBonus : 0);
  return { score: Math.max(score, 0.1), known: found.size };
}

const namedBonus = 2;

/** Different columns that a row names, each with the header that does; a row repeating one word is no header. */
export function knownColumns(source: SourceSheet, row: number, table: TableDef): Map<string, string> {
  const find = columnFinder(table);
  const found = filledIn(source, row).flatMap((position) => {
    const header = textAt(source, row, position);
    const column = find(header);
    return column ? [[column.id, header] as const] : [];
  });
  return new Map(found.reverse());
}

function isExact(table: TableDef, column: string, header: string): boolean {
  const captions = Object.values(table.columns.find(({ id }) => id === column)!.caption);
  return captions.some((caption) => headerKey(caption) === headerKey(header));
}

/** Whether the sheet, the Excel table or a title above (a line with one text) says what the records are. */
function isNamed(source: SourceSheet, headerRow: number, table: TableDef): boolean {
  const lines = Array.from({ length: headerRow }, (_, row) =>
    filledIn(source, row).map((at) => textAt(source, row, at)),
  );
  const titles = lines.filter((texts) => texts.length === 1).flat();
  const names = [source.sheet, source.table?.name ?? '', ...titles].filter((name) => name !== '');
  return names.some((name) => findTable(name, adoptableTables)?.id === table.id || mentions(name, table));
}

const mentions = (title: string, { label }: TableDef): boolean =>
  Object.values(label).some((word) => headerKey(title).includes(headerKey(word)));
