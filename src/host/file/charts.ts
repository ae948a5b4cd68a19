import type { BookChart, BookChartSeries, BookScalar } from '../../xlsx/book';
import { emptySeries, positionChart, referencesOf, seriesValues } from '../edit/charts';
import { columnWidth, leftOf, rowHeight, topOf } from '../edit/format';
import { resolveReference } from '../edit/resolve';
import { areaBetween } from '../store/address';
import { childBag, createBag } from '../store/bag';
import type { Chart, ChartSeries, Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';

type Kind = BookChart['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  funnel: 'Funnel',
  columnClustered: 'ColumnClustered',
  columnStacked: 'ColumnStacked',
  barClustered: 'BarClustered',
  barStacked: 'BarStacked',
  line: 'Line',
  pie: 'Pie',
  doughnut: 'Doughnut',
};

/** Whether a chart type has a kind of its own in files. */
export function isKeptType(type: string): boolean {
  return Object.values(KINDS).includes(type);
}

/** Chart types without an own kind in a file of ours are written as the nearest one. */
function kindOf(type: string): Kind {
  const exact = (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind] === type);
  if (exact) return exact;
  if (/^Line|XYScatter|Area/.test(type)) return 'line';
  if (/Pie/.test(type)) return 'pie';
  return /^Bar/.test(type) ? 'barClustered' : 'columnClustered';
}

export function toLiveChart(workbook: Workbook, sheet: Sheet, chart: BookChart): Chart {
  const number = workbook.nextNumber('chart');
  const live: Chart = {
    id: `{00000000-0008-0000-0000-${String(number).padStart(12, '0')}}`,
    name: chart.name,
    type: KINDS[chart.kind],
    left: 0,
    top: 0,
    width: 0,
    height: 0,
    series: chart.series.map(liveSeries),
    bag: createBag(),
  };
  const { fromRow, fromColumn, toRow, toColumn } = chart.anchor;
  const corner = (row: number, column: number) => areaBetween(row, column, row, column);
  positionChart(
    sheet,
    live,
    corner(fromRow, fromColumn),
    corner(Math.max(fromRow, toRow - 1), Math.max(fromColumn, toColumn - 1)),
  );
  const title = childBag(live.bag, 'Title').values;
  Object.assign(title, chart.title === undefined ? { Visible: false } : { Text: chart.title, Visible: true });
  childBag(live.bag, 'Legend').values.Visible = chart.legend === true;
  if (chart.spacer) live.bag.values.spacer = chart.spacer;
  return live;
}

function liveSeries(series: BookChartSeries): ChartSeries {
  const live = emptySeries(series.name ?? '');
  if (series.color) childBag(childBag(live.bag, 'Format'), 'Fill').values.color = series.color;
  return { ...live, nameRef: series.nameRef, valuesRef: series.valuesRef, categoriesRef: series.categoriesRef };
}

/** The first line at or beyond a distance from the sheet's edge. */
function lineAt(distance: number, offset: (line: number) => number, size: (line: number) => number): number {
  let line = 0;
  while (offset(line) + size(line) <= distance + 0.01 && line < 10_000) line++;
  return line;
}

export function toFileChart(workbook: Workbook, sheet: Sheet, chart: Chart): BookChart {
  const row = (top: number) =>
    lineAt(
      top,
      (line) => topOf(sheet, line),
      (line) => rowHeight(sheet, line),
    );
  const column = (left: number) =>
    lineAt(
      left,
      (line) => leftOf(sheet, line),
      (line) => columnWidth(sheet, line),
    );
  const title = childBag(chart.bag, 'Title').values;
  const spacer = spacerOf(workbook, sheet, chart);
  const shown = title.Visible !== false && typeof title.Text === 'string';
  return {
    name: chart.name,
    kind: kindOf(chart.type),
    ...(shown && { title: title.Text as string }),
    anchor: {
      fromRow: row(chart.top),
      fromColumn: column(chart.left),
      toRow: Math.max(row(chart.top) + 1, row(chart.top + chart.height)),
      toColumn: Math.max(column(chart.left) + 1, column(chart.left + chart.width)),
    },
    series: chart.series.flatMap((series) => fileSeries(workbook, sheet, series) ?? []),
    legend: childBag(chart.bag, 'Legend').values.Visible !== false,
    ...(spacer && { spacer }),
  };
}

/** The cells that centre a funnel's bars where it is drawn as bars: its own, or those of a funnel of the same figures. */
function spacerOf(workbook: Workbook, home: Sheet, chart: Chart): BookChart['spacer'] {
  const own = chart.bag.values.spacer as BookChart['spacer'];
  const figures = figuresOf(workbook, home, chart);
  if (own || chart.type !== 'Funnel' || figures === '') return own;
  return workbook.sheets
    .flatMap((sheet) => sheet.charts.map((other) => ({ sheet, other })))
    .filter(({ sheet, other }) => other.type === 'Funnel' && figuresOf(workbook, sheet, other) === figures)
    .map(({ other }) => other.bag.values.spacer as BookChart['spacer'])
    .find((spacer) => spacer !== undefined);
}

/** Where a chart's figures stand, however its reference is written. */
function figuresOf(workbook: Workbook, home: Sheet, { series }: Chart): string {
  const place = resolveReference(workbook, home, series[0]?.valuesRef ?? '');
  return place ? referencesOf(place.sheet, place.area) : '';
}

function fileSeries(workbook: Workbook, sheet: Sheet, series: ChartSeries): BookChartSeries | null {
  if (!series.valuesRef) return null;
  const color = childBag(childBag(series.bag, 'Format'), 'Fill').values.color as string | undefined;
  return {
    name: series.name,
    nameRef: series.nameRef,
    categoriesRef: series.categoriesRef,
    valuesRef: series.valuesRef,
    categories: seriesValues(workbook, sheet, series.categoriesRef ?? '') as BookScalar[],
    values: seriesValues(workbook, sheet, series.valuesRef).map((value) => (typeof value === 'number' ? value : null)),
    ...(color && { color }),
  };
}
