import { CrmError } from '../../shared/errors';
import { looks, type DashboardCell, type DashboardChart } from '../../template/dashboard';
import { viewValue } from '../../template/dashboardView';
import { renderFormula } from '../../template/formula';
import type { Plan } from '../../template/plan';
import { setCell } from '../book';
import type { BookCell, BookChart, BookSheet } from '../book';

/** What the cells of the dashboard are worked out from. */
interface Figures {
  readonly view: unknown;
  readonly names: Plan['names'];
}

/** Texts and formulas of the dashboard, each formula with the value that the view has for it. */
export function drawDashboard(sheet: BookSheet, cells: readonly DashboardCell[], figures: Figures): void {
  sheet.showGridlines = false;
  sheet.print = { landscape: true, fitToWidth: true };
  sheet.columns.set(0, { width: 2 });
  sheet.columns.set(1, { width: 26 });
  for (let column = 2; column <= 6; column += 1) sheet.columns.set(column, { width: 19 });
  sheet.columns.set(7, { width: 3 });
  for (const cell of cells) {
    const { rowHeight, ...look } = looks[cell.style];
    if (rowHeight) sheet.rows.set(cell.row, { height: rowHeight });
    const style = { ...look, ...(cell.format ? { numberFormat: cell.format } : {}) };
    const content = cell.formula ? formulaCell(cell, figures) : { value: cell.text! };
    setCell(sheet, cell.row, cell.column, { ...content, style });
  }
}

function formulaCell(cell: DashboardCell, { view, names }: Figures): Pick<BookCell, 'formula' | 'value'> {
  if (!cell.view) throw new CrmError('formulaWithoutValue', { formula: cell.formula! });
  return {
    formula: renderFormula(cell.formula!, null, names, 'file'),
    value: viewValue(view, cell.view) ?? '',
  };
}

/** A chart over cells of the dashboard, with their values as they are now. */
export function dashboardChart(sheet: BookSheet, chart: DashboardChart): BookChart {
  const reference = (range: string) => `${quoted(sheet.name)}!${range}`;
  const cached = (range: string) => rangeValues(sheet, range);
  const built: BookChart = {
    name: chart.name,
    kind: chart.kind,
    title: chart.title,
    anchor: chart.anchor,
    legend: false,
    series: [
      {
        name: chart.seriesName,
        categoriesRef: reference(chart.categories),
        valuesRef: reference(chart.values),
        categories: cached(chart.categories),
        values: cached(chart.values).map((value) => (typeof value === 'number' ? value : null)),
      },
    ],
  };
  if (chart.spacer) built.spacer = { ref: reference(chart.spacer), values: cached(chart.spacer).map(Number) };
  return built;
}

/** Name of a sheet as formulas write it. */
export const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;

function rangeValues(sheet: BookSheet, range: string): (string | number | boolean | null)[] {
  const [, letters, first, last] = /^\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(range)!;
  const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, offset) => {
    const value = sheet.cells.get(Number(first) - 1 + offset)?.get(column)?.value ?? null;
    return value !== null && typeof value === 'object' ? null : value;
  });
}
