import type { SourceSheet } from '../../template/adopt';
import type { TableDef } from '../../template/types';
import { columnFinder } from '../import/mapHeaders';
import { isBlank } from '../import/rawCell';
import { filledIn, formulaAt, isBlankRow, textAt } from './cells';
import { knownColumns, type Recognised } from './findHeader';

/** Which rows and columns of a source are the table. */
export interface Extent {
  readonly headerRow: number;
  /** Last row of a record; the header row itself when there is none. */
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The row that looks like a total, wherever it stands at the end. */
  readonly totalsRow: number | null;
  /** Rows between the records that look like totals. */
  readonly innerTotals: readonly number[];
  readonly blankRows: number;
  /** Filled rows above the header and below the last record, which stay as they are. */
  readonly above: number;
  readonly below: number;
}

const totalWord =
  /^(grand |sub)?-?totals?\b.{0,20}$|^sum( total)?[:：]?$|^(合\s*计|总\s*计|小\s*计|共\s*计|总\s*和|总\s*数|汇\s*总)[:：]?.{0,8}$/i;
const sums = /^=\s*(SUM|SUBTOTAL|AGGREGATE|COUNTA?)\s*\(/i;
const noteWord =
  /^(notes?\b|source\b|sources?:|updated\b|as of\b|legend\b|注[:：]|备注[:：]|说明|制表|来源[:：]|更新|※|\*)/i;
/** Longer than the name of anything. */
const noteLength = 80;

/** Finds the records below a header; the trailing notes, totals and blank rows are not among them. */
export function extentOf(source: SourceSheet, recognised: Recognised, totalsAreRecords: boolean): Extent {
  const { headerRow, table } = recognised;
  const end = source.table ? source.rows.length - (source.table.showsTotals ? 1 : 0) : nextHeader(source, recognised);
  const kinds = rowKinds(source, table, headerRow, end);
  const isRecord = (kind: RowKind) => kind === 'record' || (kind === 'total' && totalsAreRecords);
  const last = kinds.reduce((latest, kind, index) => (isRecord(kind) ? index : latest), -1);
  const length = source.table ? kinds.length : last + 1;
  const inner = kinds.slice(0, length).flatMap((kind, index) => (kind === 'total' ? [headerRow + 1 + index] : []));
  const total = kinds.findIndex((kind, index) => kind === 'total' && index > last);
  const totalsRow = total < 0 ? null : headerRow + 1 + total;
  const lastRow = headerRow + length;
  return {
    headerRow,
    lastRow,
    ...columnsOf(source, headerRow, lastRow),
    totalsRow,
    innerTotals: totalsAreRecords ? [] : inner,
    blankRows: kinds.slice(0, length).filter((kind) => kind === 'blank').length,
    above: filledRows(source, 0, headerRow),
    below: filledRows(source, lastRow + 1, source.rows.length),
  };
}

type RowKind = 'blank' | 'total' | 'note' | 'record';

function rowKinds(source: SourceSheet, table: TableDef, headerRow: number, end: number): RowKind[] {
  const anchors = anchorPositions(source, table, headerRow);
  const summing = Object.keys(source.formulas).filter((key) => sums.test(source.formulas[key]!));
  const rows = new Set(summing.map((key) => Number(key.split(',')[0])));
  return Array.from({ length: end - headerRow - 1 }, (_, index) =>
    kindOf(source, headerRow + 1 + index, anchors, rows.has(headerRow + 1 + index)),
  );
}

/** Columns that every record fills: what the table needs, and its id. */
function anchorPositions(source: SourceSheet, table: TableDef, headerRow: number): ReadonlySet<number> {
  const find = columnFinder(table);
  const positions = filledIn(source, headerRow).filter((position) => {
    const column = find(textAt(source, headerRow, position));
    return column && (column.required || column.type === 'id');
  });
  return new Set(positions);
}

function kindOf(source: SourceSheet, row: number, anchors: ReadonlySet<number>, hasSums: boolean): RowKind {
  const filled = filledIn(source, row);
  if (filled.length === 0) return 'blank';
  const first = textAt(source, row, filled[0]!);
  if (filled.some((position) => position <= filled[0]! + 1 && totalWord.test(textAt(source, row, position))))
    return 'total';
  const summed = !hasSums ? [] : filled.filter((position) => sums.test(formulaAt(source, row, position) ?? ''));
  if (summed.length > 0 && !filled.some((position) => anchors.has(position) && !summed.includes(position)))
    return 'total';
  const isLone = filled.length === 1 && source.rows[row]!.length > 2;
  const isNote = noteWord.test(first) || first.length > noteLength || (anchors.size > 0 && !anchors.has(filled[0]!));
  return isLone && isNote ? 'note' : 'record';
}

/** A second list below the first one begins with headers of its own. */
function nextHeader(source: SourceSheet, { table, headerRow, known }: Recognised): number {
  const enough = Math.max(2, Math.ceil(known / 2));
  for (let row = headerRow + 2; row < source.rows.length; row += 1) {
    if (isBlankRow(source, row - 1) && knownColumns(source, row, table).size >= enough) return row;
  }
  return source.rows.length;
}

/** Without the columns at either side in which neither header nor record has anything. */
function columnsOf(source: SourceSheet, headerRow: number, lastRow: number) {
  const width = source.rows[headerRow]?.length ?? 0;
  if (source.table) return { firstColumn: 0, lastColumn: width - 1 };
  const used = new Set<number>();
  for (let position = 0; position < width; position += 1)
    if (isUsed(source, headerRow, lastRow, position)) used.add(position);
  return { firstColumn: Math.min(width - 1, ...used), lastColumn: Math.max(0, ...used) };
}

function isUsed({ rows }: SourceSheet, from: number, to: number, position: number): boolean {
  for (let row = from; row <= to; row += 1) if (!isBlank(rows[row]![position])) return true;
  return false;
}

const filledRows = (source: SourceSheet, from: number, to: number): number => {
  let filled = 0;
  for (let row = from; row < to; row += 1) if (!isBlankRow(source, row)) filled += 1;
  return filled;
};
