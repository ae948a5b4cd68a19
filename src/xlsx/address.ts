/** A1 notation <-> 0-based rows and columns. */

/** A block of cells, 0-based, ends included. */
export interface CellRange {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

/** Excel's grid: what a reference may not leave. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

const names: string[] = [];

/** `0` -> `A`, `27` -> `AB`. Remembered, because every cell of a file asks for it. */
export function columnName(column: number): string {
  return (names[column] ??= computeColumnName(column));
}

function computeColumnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** `A` -> `0`; letters of either case. */
export function columnIndex(name: string): number {
  let index = 0;
  for (let i = 0; i < name.length; i++) index = index * 26 + (name.charCodeAt(i) & 31);
  return index - 1;
}

/** `(1, 1)` -> `B2`. */
export const cellAddress = (row: number, column: number): string => columnName(column) + (row + 1);

/** `B2:D9`, or `B2` for a single cell. */
export function formatRange({ fromRow, fromColumn, toRow, toColumn }: CellRange): string {
  const from = cellAddress(fromRow, fromColumn);
  return fromRow === toRow && fromColumn === toColumn ? from : `${from}:${cellAddress(toRow, toColumn)}`;
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** `B2` or `$B$2` -> 0-based row and column; undefined when the text is no cell of the grid. */
export function parseCell(address: string): { row: number; column: number } | undefined {
  const match = cellPattern.exec(address);
  if (!match) return undefined;
  const row = Number(match[2]) - 1;
  const column = columnIndex(match[1]!);
  return row >= 0 && row < maxRows && column < maxColumns ? { row, column } : undefined;
}

/** `B2:D9`, `B2`, with or without `$`; undefined when the text is no range. Corners may come in any order. */
export function parseRange(text: string): CellRange | undefined {
  const [first = '', second = first] = text.split(':');
  const a = parseCell(first);
  const b = parseCell(second);
  if (!a || !b) return undefined;
  return {
    fromRow: Math.min(a.row, b.row),
    fromColumn: Math.min(a.column, b.column),
    toRow: Math.max(a.row, b.row),
    toColumn: Math.max(a.column, b.column),
  };
}

/** Whether two blocks share a cell. */
export const rangesOverlap = (a: CellRange, b: CellRange): boolean =>
  a.fromRow <= b.toRow && b.fromRow <= a.toRow && a.fromColumn <= b.toColumn && b.fromColumn <= a.toColumn;
