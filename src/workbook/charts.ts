import type { DashboardChart } from '../template/dashboard';
import { CrmError } from '../shared/errors';
import { columnLetter } from '../template/dashboard';
import type { Gateway } from './gateway';

/** Where a chart gets its figures, and where it stands. */
export interface ChartPlace {
  /** Sheet that holds the figures. */
  readonly source: (context: Excel.RequestContext) => Excel.Worksheet;
  readonly target: (context: Excel.RequestContext) => Excel.Worksheet;
  readonly name: string;
  readonly anchor: DashboardChart['anchor'];
  /** On a sheet that is only being built: the charts that are done. All others are remains of an attempt that failed. */
  readonly done?: readonly string[];
}

/**
 * Adds a chart as a decoration: each way of drawing it is tried in its own request until one works, then the title,
 * which some versions refuse (#2041). The last way and the title are tried twice: what Excel refuses once for no reason
 * of the chart's it takes a moment later. Returns why it could not be drawn, or `null`; throws when Excel cannot be
 * reached.
 */
export async function addChart(gateway: Gateway, chart: DashboardChart, place: ChartPlace): Promise<CrmError | null> {
  let failure: CrmError | null = null;
  for (const draw of [...ways[chart.kind], ways[chart.kind].at(-1)!]) {
    failure = await attemptDrawing(gateway, draw, chart, place);
    if (!failure) break;
  }
  return failure ?? settled((await setTitle(gateway, chart, place)) && (await setTitle(gateway, chart, place)));
}

async function attemptDrawing(
  gateway: Gateway,
  draw: Draw,
  chart: DashboardChart,
  place: ChartPlace,
): Promise<CrmError | null> {
  const failure = await gateway.attempt(async (context) => {
    draw(context, chart, place);
    await context.sync();
  });
  if (settled(failure)) await removeRemains(gateway, place);
  return failure;
}

/** Failures that say nothing about the chart: what was asked for is tried again as it is. */
const passing: ReadonlySet<string> = new Set(['network', 'cellEditMode']);

function settled(failure: CrmError | null): CrmError | null {
  if (failure && passing.has(failure.code)) throw failure;
  return failure;
}

type Draw = (context: Excel.RequestContext, chart: DashboardChart, place: ChartPlace) => void;

/** Labels and values; they stand side by side on the dashboard. */
function figuresOf(context: Excel.RequestContext, chart: DashboardChart, place: ChartPlace): Excel.Range {
  const sheet = place.source(context);
  return sheet.getRange(chart.categories).getBoundingRect(sheet.getRange(chart.values));
}

const drawFunnel: Draw = (context, chart, place) => {
  anchor(place.target(context).charts.add('Funnel', figuresOf(context, chart, place), 'Columns'), place);
};

const drawColumns: Draw = (context, chart, place) => {
  const added = place.target(context).charts.add('ColumnClustered', figuresOf(context, chart, place), 'Columns');
  anchor(added, place);
  added.legend.visible = false;
};

/** A funnel for Excel versions without one: bars centred by an invisible series before them. */
const drawStackedBars: Draw = (context, chart, place) => {
  if (!chart.spacer) throw new CrmError('unsupported', { platformCode: 'no spacer', at: chart.name, detail: '' });
  const source = place.source(context);
  const added = place.target(context).charts.add('BarStacked', source.getRange(chart.spacer), 'Columns');
  anchor(added, place);
  const spacer = added.series.getItemAt(0);
  spacer.setXAxisValues(source.getRange(chart.categories));
  spacer.format.fill.clear();
  const bars = added.series.add(chart.seriesName);
  bars.setValues(source.getRange(chart.values));
  bars.setXAxisValues(source.getRange(chart.categories));
  bars.hasDataLabels = true;
  bars.gapWidth = 20;
  added.axes.categoryAxis.reversePlotOrder = true;
  added.axes.valueAxis.visible = false;
  added.legend.visible = false;
};

const ways: Record<DashboardChart['kind'], readonly Draw[]> = {
  funnel: [drawFunnel, drawStackedBars],
  columnClustered: [drawColumns],
};

function anchor(chart: Excel.Chart, { name, anchor: { fromRow, fromColumn, toRow, toColumn } }: ChartPlace): void {
  chart.name = name;
  // The anchor's end is exclusive, Excel's is not.
  chart.setPosition(`${columnLetter(fromColumn)}${fromRow + 1}`, `${columnLetter(toColumn - 1)}${toRow}`);
}

/** What a way that failed halfway left behind: under its name, or not even named yet. */
const removeRemains = (gateway: Gateway, { target, name, done }: ChartPlace): Promise<CrmError | null> =>
  gateway.attempt(async (context) => {
    const { charts } = target(context).load('charts/items/name');
    await context.sync();
    const remains = charts.items.filter((chart) => (done ? !done.includes(chart.name) : chart.name === name));
    for (const chart of remains) chart.delete();
    await context.sync();
  });

const setTitle = (gateway: Gateway, chart: DashboardChart, place: ChartPlace): Promise<CrmError | null> =>
  gateway.attempt(async (context) => {
    place.target(context).charts.getItem(place.name).title.text = chart.title;
    await context.sync();
  });
