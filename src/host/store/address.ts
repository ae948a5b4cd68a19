/** A1 addresses to rectangles and back. Rows and columns start at 0. */

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** A rectangle of cells on some sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ParsedAddress {
  /** Sheet name without quotes, when the address names one. */
  sheet?: string;
  area: Area;
}

/** 0 -> A, 26 -> AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A -> 0, AA -> 26; letters only. */
export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function lastRow(area: Area): number {
  return area.row + area.rows - 1;
}

export function lastColumn(area: Area): number {
  return area.column + area.columns - 1;
}

/** The rectangle between two corners, in any order. */
export function areaBetween(row1: number, column1: number, row2: number, column2: number): Area {
  return {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
}

export function isEntireColumns(area: Area): boolean {
  return area.row === 0 && area.rows >= MAX_ROWS;
}

export function isEntireRows(area: Area): boolean {
  return area.column === 0 && area.columns >= MAX_COLUMNS;
}

/** Whether the rectangle lies on the sheet. */
export function isOnSheet(area: Area): boolean {
  const fits = lastRow(area) < MAX_ROWS && lastColumn(area) < MAX_COLUMNS;
  return area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0 && fits;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);
}

export function containsArea(outer: Area, inner: Area): boolean {
  return contains(outer, inner.row, inner.column) && contains(outer, lastRow(inner), lastColumn(inner));
}

/** The common rectangle, or null. */
export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const bottom = Math.min(lastRow(a), lastRow(b));
  const right = Math.min(lastColumn(a), lastColumn(b));
  return bottom < row || right < column ? null : areaBetween(row, column, bottom, right);
}

/** What is left of `area` when `hole` is cut out of it. */
export function subtractArea(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const above = { ...area, rows: common.row - area.row };
  const below = { ...area, row: lastRow(common) + 1, rows: lastRow(area) - lastRow(common) };
  const middle = { ...area, row: common.row, rows: common.rows };
  const left = { ...middle, columns: common.column - area.column };
  const right = { ...middle, column: lastColumn(common) + 1, columns: lastColumn(area) - lastColumn(common) };
  return [above, left, right, below].filter((part) => part.rows > 0 && part.columns > 0);
}

/** The smallest rectangle around both. */
export function boundingArea(a: Area, b: Area): Area {
  return areaBetween(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  );
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3})(?::\$?([A-Za-z]{1,3}))$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function parseLocal(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = cells;
    return areaBetween(Number(row1) - 1, columnIndex(column1), Number(row2) - 1, columnIndex(column2));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return areaBetween(0, columnIndex(columns[1] ?? ''), MAX_ROWS - 1, columnIndex(columns[2] ?? ''));
  const rows = ROWS.exec(text);
  if (rows) return areaBetween(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

/** Parses `B2`, `B2:C9`, `B:C`, `2:9`, with `$` and a sheet prefix; null when the text is no address on a sheet. */
export function parseAddress(text: string): ParsedAddress | null {
  const bang = text.lastIndexOf('!');
  const area = parseLocal(text.slice(bang + 1).trim());
  if (!area || !isOnSheet(area)) return null;
  return bang < 0 ? { area } : { sheet: unquoteSheet(text.slice(0, bang).replace(/^=/, '')), area };
}

/** Splits `A1:B2,Sheet2!C3` at the commas that separate areas. */
export function splitAddresses(text: string): string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((part) => part.trim());
}

/** `B2:C9`, without sheet; entire rows and columns as `2:9`, `B:C`. */
export function formatArea(area: Area): string {
  if (isEntireColumns(area)) return `${columnName(area.column)}:${columnName(lastColumn(area))}`;
  if (isEntireRows(area)) return `${area.row + 1}:${lastRow(area) + 1}`;
  const first = columnName(area.column) + (area.row + 1);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${columnName(lastColumn(area))}${lastRow(area) + 1}`;
}

/** `$B$2:$C$9`. */
export function formatAbsolute(area: Area): string {
  return formatArea(area).replace(/([A-Z]+|\d+)/g, '$$$1');
}

/** Quotes a sheet name when a formula needs it: spaces, punctuation, or something that looks like a cell. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CELLS.test(name) && !/^(R|C|RC|R\d+C\d*|R?\d*C\d+)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

export function unquoteSheet(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replace(/''/g, "'") : text;
}

/** Calls `visit` for every cell of the area, row by row. */
export function forEachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = area.column; column <= lastColumn(area); column++) visit(row, column);
  }
}

/** A matrix of the area's shape. */
export function mapArea<T>(area: Area, make: (row: number, column: number) => T): T[][] {
  const matrix: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) line.push(make(row, column));
    matrix.push(line);
  }
  return matrix;
}
