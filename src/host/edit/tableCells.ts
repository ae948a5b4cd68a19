import { type Area, intersect, lastRow } from '../store/address';
import { apiValue } from '../store/cell';
import { offsetFormula, renameColumnIn } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table, TableColumn } from '../store/table';
import type { Workbook } from '../store/workbook';
import { rewriteAllFormulas } from './rewrite';

/** A caption nobody else in the table has: `Name`, `Name2`, `Name3` ... */
export function uniqueCaption(taken: readonly string[], wanted: string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    if (!used.has(`${wanted}${number}`.toLowerCase())) return `${wanted}${number}`;
  }
}

/** The first free `Column1`, `Column2` ... (rule `default-captions`) */
export function defaultCaption(taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) if (!used.has(`column${number}`)) return `Column${number}`;
}

/** Renames a column: its header cell and every formula that names it. */
export function renameColumn(workbook: Workbook, table: Table, index: number, wanted: string): void {
  const column = table.columns[index] as TableColumn;
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const name = uniqueCaption(others, wanted || defaultCaption(others));
  const from = column.name;
  column.name = name;
  if (table.header) table.sheet.grid.setContent(table.area.row, table.area.column + index, name);
  if (from === name) return;
  rewriteAllFormulas(workbook, (formula, place) => {
    const own =
      place !== null &&
      place.sheet === table.sheet &&
      intersect(table.area, { ...place, rows: 1, columns: 1 }) !== null;
    return renameColumnIn(formula, table.name, own, from, name);
  });
}

/** Header cells that were written rename their columns; they are text and unique. */
export function syncHeaders(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of workbook.tablesOn(sheet)) {
    const written = table.header && intersect(table.header, area);
    if (!written) continue;
    // A formula in a header becomes the text of its result.
    if (sheet.grid.bounds((cell) => cell.formula !== undefined, written)) workbook.calculate();
    for (let offset = 0; offset < written.columns; offset++) {
      const index = written.column + offset - table.area.column;
      const text = String(apiValue(sheet.value(table.area.row, written.column + offset)));
      if (table.columns[index]) renameColumn(workbook, table, index, text);
    }
  }
}

/** The formula of a table column's cell as it would read in the first body row. */
function formulaAtTop(table: Table, column: number, row: number): string | undefined {
  const formula = table.sheet.cell(row, column)?.formula;
  return formula === undefined ? undefined : offsetFormula(formula, table.bodyTop - row, 0);
}

function isSharedFormula(table: Table, column: number): string | null {
  const first = formulaAtTop(table, column, table.bodyTop);
  if (first === undefined) return null;
  // Formulas of structured references read the same in every row: most columns, and no need to move 100k of them.
  const isFixed = offsetFormula(first, 1, 0) === first;
  for (let row = table.bodyTop + 1; row <= table.bodyBottom; row++) {
    const formula = isFixed ? table.sheet.cell(row, column)?.formula : formulaAtTop(table, column, row);
    if (formula !== first) return null;
  }
  return first;
}

function fillColumn(table: Table, column: number, row: number, formula: string): void {
  for (let other = table.bodyTop; other <= table.bodyBottom; other++) {
    if (other !== row) table.sheet.grid.setContent(other, column, null, offsetFormula(formula, other - row, 0));
  }
}

function isAloneInColumn(table: Table, column: number, row: number): boolean {
  for (let other = table.bodyTop; other <= table.bodyBottom; other++) {
    const cell = table.sheet.cell(other, column);
    if (other !== row && cell && (cell.value !== null || cell.formula !== undefined)) return false;
  }
  return true;
}

/** Whether all other cells still have the column's formula: then a new one in this cell is for all of them. */
function replacesFormula(table: Table, column: number, row: number): boolean {
  const known = table.columns[column - table.area.column]?.formula;
  if (known === undefined || table.body.rows < 2) return false;
  for (let other = table.bodyTop; other <= table.bodyBottom; other++) {
    if (other !== row && formulaAtTop(table, column, other) !== known) return false;
  }
  return true;
}

/** After a write: a first formula in a blank column fills it, and columns with one formula become calculated columns. */
export function noteColumnFormulas(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  blankBefore: (row: number, column: number) => boolean,
): void {
  for (const table of workbook.tablesOn(sheet)) {
    const written = intersect(table.body, area);
    if (!written) continue;
    for (let column = written.column; column < written.column + written.columns; column++) {
      const formula = written.rows === 1 ? sheet.cell(written.row, column)?.formula : undefined;
      if (formula !== undefined && workbook.variant === 'usual') {
        const first = blankBefore(written.row, column) && isAloneInColumn(table, column, written.row);
        if (first || replacesFormula(table, column, written.row)) fillColumn(table, column, written.row, formula);
      }
      noteShared(table, column, written);
    }
  }
}

function noteShared(table: Table, column: number, written: Area): void {
  const entry = table.columns[column - table.area.column];
  if (!entry) return;
  const whole = written.row === table.bodyTop && lastRow(written) === table.bodyBottom;
  const formula = formulaAtTop(table, column, written.row);
  // What it was before: no need to look through 100k rows for every chunk of an import.
  if (!whole && (formula === undefined || formula === entry.formula)) return;
  const shared = isSharedFormula(table, column);
  if (shared !== null) entry.formula = shared;
  else if (whole) delete entry.formula;
}
