import type { InsertedChart } from '../actions/home';
import { CrmError } from '../shared/errors';
import { refuseNewer } from '../template/bindings';
import { columnLetter, dashboardCharts } from '../template/dashboard';
import { dashboardName } from '../template/definedNames';
import { addChart } from './charts';
import type { Gateway } from './gateway';
import { readConfiguration } from './inspect';
import type { Layout } from './layout';

/**
 * Draws the funnel once more, on the active sheet at the selected cell, linked to the figures of the dashboard: it
 * changes with the deals, with or without the add-in. Tells where it went. Throws `noDashboard`, or why Excel refused every way to draw it.
 */
export async function insertFunnelChart(gateway: Gateway, layout: Layout): Promise<InsertedChart> {
  refuseNewer(layout.state);
  if (!(dashboardName in layout.state.names)) throw new CrmError('noDashboard');
  const { language, sheet, row, column } = await gateway.run((context) => target(context, layout));
  const chart = dashboardCharts(language).find(({ kind }) => kind === 'funnel')!;
  const { fromRow, toRow, fromColumn, toColumn } = chart.anchor;
  const failure = await addChart(gateway, chart, {
    source: (context) => context.workbook.names.getItem(dashboardName).getRange().worksheet,
    target: (context) => context.workbook.worksheets.getItem(sheet),
    name: freeName(chart.name, layout.state.charts),
    anchor: {
      fromRow: row,
      fromColumn: column,
      toRow: row + toRow - fromRow,
      toColumn: column + toColumn - fromColumn,
    },
  });
  if (failure) throw failure;
  return { sheet, cell: `${columnLetter(column)}${row + 1}` };
}

async function target(context: Excel.RequestContext, layout: Layout) {
  const cell = context.workbook.getSelectedRange().load('rowIndex,columnIndex,worksheet/name');
  const { language } = await readConfiguration(context, layout);
  await context.sync();
  return {
    language: language ?? 'en',
    sheet: cell.worksheet.name,
    row: cell.rowIndex,
    column: cell.columnIndex,
  } as const;
}

function freeName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number += 1) if (!taken.includes(`${name}_${number}`)) return `${name}_${number}`;
}
