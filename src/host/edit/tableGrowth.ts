import { type Area, areaBetween, contains, intersect, lastColumn, lastRow, mapArea } from '../store/address';
import { apiValue, isBlank } from '../store/cell';
import { offsetFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { defaultCaption, uniqueCaption } from './tableCells';

type WasBlank = (row: number, column: number) => boolean;

/** Tables directly above or left of what was just written take it in (rules `table-auto-extend` and its neighbours). */
export function growTables(workbook: Workbook, sheet: Sheet, area: Area, wasBlank: WasBlank): void {
  // Rule `no-extend-protected`: AutoExpansion is off on a protected sheet, even over unlocked cells.
  if (sheet.protection) return;
  for (const table of workbook.tablesOn(sheet)) {
    const rows = rowsToGrow(workbook, table, area, wasBlank);
    if (rows > 0) addRowsBelow(workbook, table, rows);
    const columns = rows > 0 ? 0 : columnsToGrow(workbook, table, area, wasBlank);
    if (columns > 0) addColumnsRight(workbook, table, columns);
  }
}

function rowsToGrow(workbook: Workbook, table: Table, area: Area, wasBlank: WasBlank): number {
  const below = lastRow(table.area) + 1;
  const strip = areaBetween(below, table.area.column, lastRow(area), lastColumn(table.area));
  if (table.showTotals || area.row !== below || !intersect(strip, area)) return 0;
  if (hasValidation(table.sheet, strip) || overlapsOther(workbook, table, strip)) return 0;
  if (holdsOwnTotal(workbook, table, strip)) return 0;
  for (let row = below; row <= lastRow(area); row++) {
    if (!isNewRow(table, area, row, wasBlank)) return 0;
    if (workbook.variant === 'pessimistic' && isBlank(table.sheet.cell(row, lastColumn(table.area)))) return 0;
  }
  return area.rows;
}

/**
 * Rule `no-extend-own-total`: a formula over the table, by its name or by a name for it, that stands under it. Formulas of
 * calculated columns are none, though they may speak of their own table.
 */
function holdsOwnTotal({ names }: Workbook, table: Table, strip: Area): boolean {
  const overTable = (formula: string) => formula.toLowerCase().includes(`${table.name.toLowerCase()}[`);
  const words = names.filter(({ formula }) => overTable(formula)).map(({ name }) => name.toLowerCase());
  return mapArea(strip, (row, column) => {
    const isCalculated = table.columns[column - table.area.column]?.formula !== undefined;
    return isCalculated ? undefined : table.sheet.cell(row, column)?.formula;
  })
    .flat()
    .some((formula) => formula && (overTable(formula) || words.some((word) => formula.toLowerCase().includes(word))));
}

/** Something was written into the row, and nothing lay there before. */
function isNewRow(table: Table, area: Area, row: number, wasBlank: WasBlank): boolean {
  let written = false;
  for (let column = table.area.column; column <= lastColumn(table.area); column++) {
    const blankNow = isBlank(table.sheet.cell(row, column));
    const inWrite = contains(area, row, column);
    if (inWrite ? !wasBlank(row, column) : !blankNow) return false;
    written ||= inWrite && !blankNow;
  }
  return written;
}

function columnsToGrow(workbook: Workbook, table: Table, area: Area, wasBlank: WasBlank): number {
  const right = lastColumn(table.area) + 1;
  const strip = areaBetween(table.area.row, right, lastRow(table.area), lastColumn(area));
  if (area.column !== right || area.row < table.area.row || lastRow(area) > lastRow(table.area)) return 0;
  if (hasValidation(table.sheet, strip) || overlapsOther(workbook, table, strip)) return 0;
  for (let column = right; column <= lastColumn(area); column++) {
    if (!isNewColumn(table, area, column, wasBlank)) return 0;
  }
  return area.columns;
}

function isNewColumn(table: Table, area: Area, column: number, wasBlank: WasBlank): boolean {
  let written = false;
  for (let row = table.area.row; row <= lastRow(table.area); row++) {
    const blankNow = isBlank(table.sheet.cell(row, column));
    const inWrite = contains(area, row, column);
    if (inWrite ? !wasBlank(row, column) : !blankNow) return false;
    written ||= inWrite && !blankNow;
  }
  return written;
}

function hasValidation(sheet: Sheet, strip: Area): boolean {
  return sheet.validations.some((validation) => validation.areas.some((area) => intersect(area, strip)));
}

function overlapsOther(workbook: Workbook, table: Table, strip: Area): boolean {
  return workbook.tablesOn(table.sheet).some((other) => other !== table && intersect(other.area, strip));
}

/** Takes `rows` rows under the body into the table: formulas of calculated columns, formats and validations come along. */
export function addRowsBelow(workbook: Workbook, table: Table, rows: number): void {
  const first = table.bodyBottom + 1;
  extendRules(table, rows);
  table.area = { ...table.area, rows: table.area.rows + rows };
  for (let row = first; row < first + rows; row++) fillNewRow(workbook, table, row);
}

/** Gives blank cells of a new body row the calculated formula, and cells without a style the one above. */
export function fillNewRow(workbook: Workbook, table: Table, row: number): void {
  const { sheet } = table;
  for (const [index, column] of table.columns.entries()) {
    const place = table.area.column + index;
    const above = row > table.bodyTop ? sheet.cell(row - 1, place) : undefined;
    if (above?.style && !sheet.cell(row, place)?.style) sheet.grid.ensure(row, place).style = above.style;
    if (column.formula === undefined || workbook.variant === 'pessimistic' || !isBlank(sheet.cell(row, place)))
      continue;
    const formula = above?.formula
      ? offsetFormula(above.formula, 1, 0)
      : offsetFormula(column.formula, row - table.bodyTop, 0);
    sheet.grid.setContent(row, place, null, formula);
  }
}

/** Validations and conditional formats that reach the last body row reach the new last row. */
function extendRules(table: Table, rows: number): void {
  const extend = (area: Area): Area => {
    const inside = intersect(area, table.body);
    return inside && lastRow(area) === table.bodyBottom ? { ...area, rows: area.rows + rows } : area;
  };
  for (const rule of [...table.sheet.validations, ...table.sheet.conditionalFormats])
    rule.areas = rule.areas.map(extend);
}

/** Takes `count` columns right of the table in; their captions are what stands in the header row. */
export function addColumnsRight(workbook: Workbook, table: Table, count: number): void {
  for (let i = 0; i < count; i++) {
    const column = lastColumn(table.area) + 1;
    const names = table.columns.map((entry) => entry.name);
    const written = table.header ? String(apiValue(table.sheet.value(table.area.row, column))) : '';
    const name = written ? uniqueCaption(names, written) : defaultCaption(names);
    table.columns.push({ id: table.newColumnId(), name });
    table.area = { ...table.area, columns: table.area.columns + 1 };
    if (table.header) table.sheet.grid.setContent(table.area.row, column, name);
  }
  workbook.emit({ kind: 'structure' });
}
