import type { InsertedChart } from '../actions/home';
import { CrmError } from '../shared/errors';
import { refuseNewer } from '../template/bindings';
import { columnLetter, dashboardCharts } from '../template/dashboard';
import { dashboardName } from '../template/definedNames';
import { addChart } from './charts';
import { freePlace } from './freePlace';
import type { Gateway } from './gateway';
import { readConfiguration } from './inspect';
import type { LogLine } from './journal';
import type { Layout } from './layout';

/**
 * Draws the funnel once more, on the active sheet at the selected cell or beside what is there, linked to the figures of
 * the dashboard: it changes with the deals, with or without the add-in. Tells where it went. Throws `noDashboard`, or
 * why Excel refused every way to draw it.
 */
export async function insertFunnelChart(gateway: Gateway, layout: Layout): Promise<InsertedChart> {
  refuseNewer(layout.state);
  if (!(dashboardName in layout.state.names)) throw new CrmError('noDashboard');
  const language = await gateway.run(async (context) => (await readConfiguration(context, layout)).language ?? 'en');
  const chart = dashboardCharts(language).find(({ kind }) => kind === 'funnel')!;
  const { fromRow, toRow, fromColumn, toColumn } = chart.anchor;
  const [rows, columns] = [toRow - fromRow, toColumn - fromColumn];
  const { sheet, row, column } = await gateway.run((context) => freePlace(context, { rows, columns }));
  const name = freeName(chart.name, layout.state.charts);
  const failure = await addChart(gateway, chart, {
    source: (context) => context.workbook.names.getItem(dashboardName).getRange().worksheet,
    target: (context) => context.workbook.worksheets.getItem(sheet),
    name,
    anchor: { fromRow: row, fromColumn: column, toRow: row + rows, toColumn: column + columns },
  });
  if (failure) throw failure;
  return { sheet, name, cell: `${columnLetter(column)}${row + 1}` };
}

/** Takes a chart out again; `false` when it was gone already. */
export async function removeChart(context: Excel.RequestContext, { sheet, name }: InsertedChart): Promise<boolean> {
  const chart = context.workbook.worksheets.getItemOrNullObject(sheet).charts.getItemOrNullObject(name);
  chart.load('name');
  await context.sync();
  if (chart.isNullObject) return false;
  chart.delete();
  await context.sync();
  return true;
}

/** What the change log says of it. */
export const chartLines = ({ sheet, name, cell }: InsertedChart, isThere: boolean): LogLine[] => [
  { table: '', record: `${sheet}!${cell}`, field: name, before: isThere ? '' : 'chart', after: isThere ? 'chart' : '' },
];

function freeName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number += 1) if (!taken.includes(`${name}_${number}`)) return `${name}_${number}`;
}
