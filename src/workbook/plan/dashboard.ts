import { looks, type DashboardCell, type Look } from '../../template/dashboard';
import { renderFormula } from '../../template/formula';
import { dashboardName } from '../../template/plan';
import type { Layout } from '../layout';
import { pointsOf, quietly, stepsOf, type PlanRun } from './environment';
import { addSheet } from './structure';

/** Queues the dashboard: sheet, cells and the hidden name that marks it, in one request. */
export function addDashboard(context: Excel.RequestContext, run: PlanRun, layout: Layout): void {
  const [step] = stepsOf(run.plan, 'dashboard');
  if (!step) return;
  quietly(context);
  const sheet = addSheet(
    context,
    stepsOf(run.plan, 'sheet').find((candidate) => candidate.sheet === step.sheet)!,
  );
  const customers = layout.tables.get('customers');
  if (customers) sheet.position = layout.state.sheets.indexOf(customers.sheet);
  sheet.showGridlines = false;
  setWidths(sheet);
  writeCells(sheet, step.cells, run);
  context.workbook.names.add(dashboardName, sheet.getRange('A1')).visible = false;
}

/** Widths in characters: margin, the six columns of figures, and the gap before the charts. */
const widths = [2, 19, 19, 19, 19, 19, 19, 3];

const setWidths = (sheet: Excel.Worksheet): void =>
  widths.forEach((width, column) => {
    sheet.getCell(0, column).format.columnWidth = pointsOf(width);
  });

function writeCells(sheet: Excel.Worksheet, cells: readonly DashboardCell[], run: PlanRun): void {
  const rows = 1 + Math.max(...cells.map((cell) => cell.row));
  const columns = 1 + Math.max(...cells.map((cell) => cell.column));
  const matrix = <T>(pick: (cell: DashboardCell) => T | null): (T | null)[][] => {
    const empty = Array.from({ length: rows }, () => new Array<T | null>(columns).fill(null));
    for (const cell of cells) empty[cell.row]![cell.column] = pick(cell);
    return empty;
  };
  const range = sheet.getRangeByIndexes(0, 0, rows, columns);
  range.numberFormat = matrix((cell) => cell.format ?? null);
  range.formulas = matrix((cell) =>
    cell.formula ? `=${renderFormula(cell.formula, null, run.plan.names, 'live')}` : (cell.text ?? null),
  );
  for (const cell of cells) styleCell(sheet.getCell(cell.row, cell.column), looks[cell.style]);
}

function styleCell({ format }: Excel.Range, look: Look): void {
  if (look.bold) format.font.bold = true;
  if (look.fontSize) format.font.size = look.fontSize;
  if (look.fontColor) format.font.color = look.fontColor;
  if (look.fill) format.fill.color = look.fill;
  if (look.horizontal) format.horizontalAlignment = alignments[look.horizontal];
  if (look.rowHeight) format.rowHeight = look.rowHeight;
}

const alignments = { left: 'Left', right: 'Right' } as const;
