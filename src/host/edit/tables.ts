import { HostError, requireArgument } from '../errors';
import { type Area, areaBetween, contains, intersect, lastColumn, lastRow, parseAddress } from '../store/address';
import { apiValue } from '../store/cell';
import { displayText } from '../store/displayText';
import { renameTableIn } from '../store/formula';
import type { Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { clearFilters } from './filter';
import { assertUnprotected } from './protect';
import { rewriteAllFormulas } from './rewrite';
import { deleteCells, insertCells } from './shiftCells';
import { defaultCaption, uniqueCaption } from './tableCells';
import { addColumnsRight, addRowsBelow } from './tableGrowth';
import { dropColumnReferences, dropTableReferences, looseReferences, qualifyReferences } from './tableReferences';
import { type CellInput, writeCells } from './write';

function freeTableName(workbook: Workbook): string {
  for (let number = 1; ; number++) {
    const name = `Table${number}`;
    if (!workbook.findTable(name) && !workbook.findName(name)) return name;
  }
}

/** Letters, digits, `_`, `.`; starts with a letter, `_` or `\`; no cell address in either style, no TRUE or FALSE. */
export function isValidName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) &&
    !parseAddress(name) &&
    !/^(r|c|true|false|r\d*c\d*|c\d+)$/i.test(name)
  );
}

/** @throws MergedRangeConflict on overlap with a table or merged cells (Excel's own code and sentence for both) */
function assertFree(workbook: Workbook, sheet: Sheet, area: Area, except?: Table): void {
  const others = workbook.tablesOn(sheet).filter((table) => table !== except);
  const taken =
    others.some((table) => intersect(table.area, area)) || sheet.merges.some((merge) => intersect(merge, area));
  if (taken) throw new HostError('MergedRangeConflict');
}

/**
 * Makes a table over cells that are there. Without headers a header row is inserted above them.
 * @throws MergedRangeConflict
 */
export function addTable(workbook: Workbook, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  assertUnprotected(sheet);
  assertFree(workbook, sheet, area);
  workbook.calculate();
  if (!hasHeaders) insertCells(workbook, sheet, { ...area, rows: 1 }, 'Down');
  const rows = Math.max(2, area.rows + (hasHeaders ? 0 : 1));
  const table = workbook.createTable(freeTableName(workbook), sheet, { ...area, rows });
  readCaptions(table);
  for (let index = 0; index < table.columns.length; index++) adoptFormula(table, index);
  workbook.emit({ kind: 'tableAdded', table, sheet });
  return table;
}

/** Column names from the header cells, which become text and unique. */
function readCaptions(table: Table): void {
  for (let index = 0; index < table.area.columns; index++) {
    const [row, column] = [table.area.row, table.area.column + index];
    const format = styleValue(table.sheet.style(row, column), 'numberFormat');
    const text = displayText(table.sheet.value(row, column), format);
    const names = table.columns.map((entry) => entry.name);
    const name = text === '' ? defaultCaption(names) : uniqueCaption(names, text);
    table.columns.push({ id: table.newColumnId(), name });
    table.sheet.grid.setContent(row, column, name);
  }
}

function adoptFormula(table: Table, index: number): void {
  const column = table.columns[index];
  const formula = table.sheet.cell(table.bodyTop, table.area.column + index)?.formula;
  const below = table.sheet.cell(table.bodyTop + 1, table.area.column + index)?.formula;
  if (column && formula !== undefined && (table.body.rows === 1 || below !== undefined)) column.formula = formula;
}

/** @throws InvalidArgument for a bad name, ItemAlreadyExists for one in use */
export function renameTable(workbook: Workbook, table: Table, name: string): void {
  assertUnprotected(table.sheet);
  requireArgument(isValidName(name));
  const taken = workbook.findTable(name);
  if ((taken && taken !== table) || workbook.findName(name)) throw new HostError('ItemAlreadyExists');
  const from = table.name;
  table.name = name;
  rewriteAllFormulas(workbook, (formula) => renameTableIn(formula, from, name));
  workbook.emit({ kind: 'structure' });
}

/** @throws InvalidArgument when the new area does not keep the header row and overlap the old table */
export function resizeTable(workbook: Workbook, table: Table, area: Area): void {
  const keepsHeader = area.row === table.area.row && intersect(area, table.area) !== null;
  requireArgument(keepsHeader && area.rows >= 1 + (table.showHeaders ? 1 : 0));
  assertFree(workbook, table.sheet, area, table);
  const oldBottom = table.bodyBottom;
  const more = area.columns - table.area.columns + (area.column - table.area.column);
  dropLeftOut(workbook, table, area);
  moveLeftEdge(table, area.column);
  if (more > 0) addColumnsRight(workbook, table, more);
  table.columns.splice(area.columns);
  table.area = { ...table.area, columns: area.columns };
  if (lastRow(area) > oldBottom && !table.showTotals) addRowsBelow(workbook, table, lastRow(area) - oldBottom);
  table.area = area;
  workbook.emit({ kind: 'structure' });
}

/** Columns that a resize leaves out are named no more; formulas outside the table then name it (`Deals[@a]`). */
function dropLeftOut(workbook: Workbook, table: Table, area: Area): void {
  const leaves = (_: unknown, index: number) => !contains(area, area.row, table.area.column + index);
  const names = table.columns.filter(leaves).map(({ name }) => name);
  if (names.length === 0) return;
  qualifyReferences(workbook, table, area);
  dropColumnReferences(workbook, table, names);
}

function moveLeftEdge(table: Table, left: number): void {
  if (left <= table.area.column) return;
  table.columns.splice(0, left - table.area.column);
  table.area = areaBetween(table.area.row, left, lastRow(table.area), lastColumn(table.area));
}

/** Where in the body rows go: `null` and -1 are the end. */
function rowIndex(table: Table, index: number | null): number {
  const at = index === null || index === -1 ? table.body.rows : index;
  requireArgument(at >= 0 && at <= table.body.rows);
  return at;
}

/**
 * `TableRowCollection.add`: inserts rows and writes values into them (a single blank body row is filled first).
 * @returns the index of the first new row
 */
export function addTableRows(
  workbook: Workbook,
  table: Table,
  index: number | null,
  values: CellInput[][] | null,
): number {
  assertUnprotected(table.sheet);
  const at = rowIndex(table, index);
  const rows = values?.length ?? 1;
  if (values) requireArgument(values.length > 0 && values.every((row) => row.length === table.columns.length));
  const fills = isBlankTable(table) && values !== null;
  if (fills && rows > 1) makeRows(workbook, table, 1, rows - 1);
  else if (!fills) makeRows(workbook, table, at, rows);
  const first = fills ? 0 : at;
  const area = { ...table.body, row: table.bodyTop + first, rows };
  if (values) writeCells(workbook, table.sheet, area, values);
  return first;
}

/** A table with one body row in which nothing stands. */
export function isBlankTable(table: Table): boolean {
  return (
    table.body.rows === 1 &&
    table.sheet.grid.bounds((cell) => cell.value !== null || cell.formula !== undefined, table.body) === null
  );
}

/** Opens `count` rows at a body index; what stands below the table moves down only if it must. */
function makeRows(workbook: Workbook, table: Table, at: number, count: number): void {
  const area: Area = { ...table.body, row: table.bodyTop + at, rows: count };
  const below = { ...area, row: table.bodyBottom + 1 };
  const atEnd = at === table.body.rows && !table.showTotals;
  if (atEnd && !table.sheet.grid.bounds(() => true, below)) return addRowsBelow(workbook, table, count);
  insertCells(workbook, table.sheet, area, 'Down');
  if (lastRow(table.area) < lastRow(area) || at === table.body.rows) table.area = coverRows(table, area);
}

/** Rows inserted directly under the body are not inside it yet. */
function coverRows(table: Table, area: Area): Area {
  const bottom = Math.max(lastRow(table.area), lastRow(area));
  return areaBetween(table.area.row, table.area.column, bottom, lastColumn(table.area));
}

/** Deletes body rows; the last one is blanked instead. */
export function deleteTableRows(workbook: Workbook, table: Table, index: number, count = 1): void {
  assertUnprotected(table.sheet);
  if (index < 0 || index + count > table.body.rows) throw new HostError('ItemNotFound');
  deleteCells(workbook, table.sheet, { ...table.body, row: table.bodyTop + index, rows: count }, 'Up');
}

/** Takes the table off and leaves its cells; structured references to it become plain addresses. */
export function convertToRange(workbook: Workbook, table: Table): void {
  assertUnprotected(table.sheet);
  clearFilters(workbook, table);
  looseReferences(workbook, table);
  workbook.tables = workbook.tables.filter((other) => other !== table);
  workbook.emit({ kind: 'tableDeleted', table, sheet: table.sheet });
}

/** Deletes the table with its cells. */
export function deleteTable(workbook: Workbook, table: Table): void {
  assertUnprotected(table.sheet);
  clearFilters(workbook, table);
  workbook.tables = workbook.tables.filter((other) => other !== table);
  table.sheet.grid.take(table.area);
  dropTableReferences(workbook, table);
  workbook.emit({ kind: 'tableDeleted', table, sheet: table.sheet });
  workbook.emit({ kind: 'cells', sheet: table.sheet, area: table.area, changeType: 'RangeEdited' });
}

/** Shows or hides the totals row; showing it makes room below and writes "Total" and a total of the last column. */
export function setTotals(workbook: Workbook, table: Table, show: boolean): void {
  if (show === table.showTotals) return;
  assertUnprotected(table.sheet);
  const row: Area = { ...table.area, row: show ? lastRow(table.area) + 1 : lastRow(table.area), rows: 1 };
  if (show) {
    if (table.sheet.grid.bounds(() => true, row)) insertCells(workbook, table.sheet, row, 'Down');
    table.area = areaBetween(table.area.row, table.area.column, row.row, lastColumn(table.area));
    table.showTotals = true;
    workbook.calculate();
    writeTotals(table, row.row);
  } else {
    table.sheet.grid.take(row);
    table.area = { ...table.area, rows: table.area.rows - 1 };
    table.showTotals = false;
  }
  workbook.emit({ kind: 'cells', sheet: table.sheet, area: row, changeType: 'RangeEdited' });
}

function writeTotals(table: Table, row: number): void {
  const last = table.columns[table.columns.length - 1];
  const column = lastColumn(table.area);
  const numeric = typeof apiValue(table.sheet.value(table.bodyTop, column)) === 'number';
  if (table.columns.length > 1) table.sheet.grid.setContent(row, table.area.column, 'Total');
  table.sheet.grid.setContent(row, column, null, `=SUBTOTAL(${numeric ? 109 : 103},[${last?.name ?? ''}])`);
}

/** Shows or hides the header row; hiding blanks its cells, showing writes the captions above the body. */
export function setHeaders(workbook: Workbook, table: Table, show: boolean): void {
  if (show === table.showHeaders) return;
  assertUnprotected(table.sheet);
  const row = show ? table.area.row - 1 : table.area.row;
  requireArgument(row >= 0);
  for (const [index, column] of table.columns.entries()) {
    table.sheet.grid.setContent(row, table.area.column + index, show ? column.name : null);
  }
  table.showHeaders = show;
  table.area = areaBetween(show ? row : row + 1, table.area.column, lastRow(table.area), lastColumn(table.area));
  workbook.emit({
    kind: 'cells',
    sheet: table.sheet,
    area: { ...table.area, row, rows: 1 },
    changeType: 'RangeEdited',
  });
}
