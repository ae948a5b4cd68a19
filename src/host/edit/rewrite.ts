import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';

/** Where a formula stands; null for one that stands in no cell (a defined name). */
export type FormulaPlace = { sheet: Sheet; row: number; column: number } | null;

export type FormulaChange = (formula: string, place: FormulaPlace, home: Sheet | undefined) => string;

/** Applies a change to every formula of the workbook: cells, names, calculated columns, validations, formats, charts. */
export function rewriteAllFormulas(workbook: Workbook, change: FormulaChange): void {
  for (const sheet of workbook.sheets) rewriteSheet(sheet, change);
  for (const name of workbook.names) name.formula = change(name.formula, null, name.scope);
  for (const table of workbook.tables) {
    for (const [index, column] of table.columns.entries()) {
      const place = { sheet: table.sheet, row: table.bodyTop, column: table.area.column + index };
      if (column.formula !== undefined) column.formula = change(column.formula, place, table.sheet);
    }
  }
}

function rewriteSheet(sheet: Sheet, change: FormulaChange): void {
  const changed: { row: number; column: number; formula: string }[] = [];
  sheet.grid.forEach((row, column, cell) => {
    if (cell.formula === undefined) return;
    const formula = change(cell.formula, { sheet, row, column }, sheet);
    if (formula !== cell.formula) changed.push({ row, column, formula });
  });
  for (const { row, column, formula } of changed) sheet.grid.setFormula(row, column, formula);
  const inSheet = (formula: string) => change(formula, null, sheet);
  for (const validation of sheet.validations) rewriteStrings(validation.rule, inSheet);
  for (const format of sheet.conditionalFormats)
    rewriteStrings(format.bag as unknown as Record<string, unknown>, inSheet);
  for (const chart of sheet.charts) for (const series of chart.series) rewriteSeries(series, inSheet);
}

const SERIES_REFERENCES = ['nameRef', 'valuesRef', 'categoriesRef', 'bubbleSizesRef'] as const;

function rewriteSeries(
  series: Partial<Record<(typeof SERIES_REFERENCES)[number], string>>,
  change: (formula: string) => string,
): void {
  for (const key of SERIES_REFERENCES) {
    const reference = series[key];
    if (reference !== undefined) series[key] = change(reference);
  }
}

/** Changes every string that starts with `=`, however deep. */
function rewriteStrings(node: Record<string, unknown>, change: (formula: string) => string): void {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && value.startsWith('=')) node[key] = change(value);
    else if (typeof value === 'object' && value !== null) rewriteStrings(value as Record<string, unknown>, change);
  }
}
