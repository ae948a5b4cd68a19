import type { PlanReport } from '../../actions/home';
import { looks, type DashboardCell, type Look } from '../../template/dashboard';
import { dashboardName } from '../../template/definedNames';
import { renderFormula } from '../../template/formula';
import { brokenReference, workName } from '../../template/remnants';
import { stepsOf, type Stage } from '../../template/stages';
import { addChart, type ChartPlace } from '../charts';
import { setFormula, type Gateway } from '../gateway';
import { locate } from '../inspect';
import { pointsOf, quietly, type PlanRun } from './environment';
import { beginSheet, finishSheet } from './structure';

/**
 * Builds the dashboard under its work name: cells, then each chart in a request of its own, then the hidden name that
 * marks it and its own name. Returns the charts that this Excel refused.
 */
export async function buildDashboard(gateway: Gateway, run: PlanRun, stage: Stage): Promise<string[]> {
  const [step] = stepsOf(stage, 'dashboard');
  const [sheet] = stepsOf(stage, 'sheet');
  const isThere = await gateway.run(async (context) => {
    const layout = await locate(context);
    if (dashboardName in layout.state.names) return true;
    fillSheet(context, beginSheet(context, sheet!, layout), step!.cells, run);
    await context.sync();
    return false;
  });
  if (isThere) return [];
  const onIt: ChartPlace['target'] = (context) => context.workbook.worksheets.getItem(workName(step!.sheet));
  const skipped = await drawCharts(gateway, stage, onIt, true);
  await gateway.run(async (context) => {
    const { tables, state } = await locate(context);
    const built = context.workbook.worksheets.getItem(workName(step!.sheet));
    const customers = tables.get('customers');
    if (customers) built.position = state.sheets.indexOf(customers.sheet);
    context.workbook.names.add(dashboardName, built.getRange('A1')).visible = false;
    finishSheet(built, sheet!);
    await context.sync();
  });
  return skipped;
}

/** Draws charts on a dashboard that is there; returns those that this Excel refused. */
export const completeCharts = (gateway: Gateway, _run: PlanRun, stage: Stage): Promise<string[]> =>
  drawCharts(gateway, stage, (context) => context.workbook.names.getItem(dashboardName).getRange().worksheet, false);

async function drawCharts(
  gateway: Gateway,
  stage: Stage,
  sheet: ChartPlace['target'],
  isBeingBuilt: boolean,
): Promise<string[]> {
  const skipped: string[] = [];
  const done: string[] = [];
  for (const { chart } of stepsOf(stage, 'chart')) {
    const place = { source: sheet, target: sheet, name: chart.name, anchor: chart.anchor };
    if (await addChart(gateway, chart, isBeingBuilt ? { ...place, done: [...done] } : place)) skipped.push(chart.name);
    done.push(chart.name);
  }
  return skipped;
}

/** Writes anew the figures that lost the table they looked at, and nothing else on the dashboard. */
export const mendDashboard = (gateway: Gateway, run: PlanRun, stage: Stage): Promise<Partial<PlanReport>> =>
  gateway.run(async (context) => {
    const { cells } = stepsOf(stage, 'mend')[0]!;
    const sheet = context.workbook.names.getItem(dashboardName).getRange().worksheet;
    const found = cells
      .filter((cell) => cell.formula)
      .map((cell) => ({ cell, range: sheet.getCell(cell.row, cell.column).load('formulas') }));
    await context.sync();
    for (const { cell, range } of found)
      if (String(range.formulas[0]![0]).includes(brokenReference)) setFormula(range, liveFormula(cell, run));
    await context.sync();
    return {};
  });

const liveFormula = ({ formula }: DashboardCell, { plan }: PlanRun): string =>
  `=${renderFormula(formula!, null, plan.names, 'live')}`;

function fillSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly DashboardCell[],
  run: PlanRun,
): void {
  quietly(context);
  sheet.showGridlines = false;
  setWidths(sheet);
  writeCells(sheet, cells, run);
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
  range.formulas = matrix((cell) => (cell.formula ? liveFormula(cell, run) : (cell.text ?? null)));
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
