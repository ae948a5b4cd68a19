import { HostError } from '../errors';
import { type Area, areaBetween, formatAbsolute, lastColumn, lastRow, mapArea, quoteSheet } from '../store/address';
import { createBag } from '../store/bag';
import { apiValue } from '../store/cell';
import type { Chart, ChartSeries, Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { chartType } from './chartTypes';
import { leftOf, topOf } from './format';
import { resolveReference } from './resolve';

export function emptySeries(name: string): ChartSeries {
  return { name, bag: createBag(), trendlines: [], points: new Map() };
}

/** `Sheet1!$B$2:$B$9` */
export function referencesOf(sheet: Sheet, area: Area): string {
  return `${quoteSheet(sheet.name)}!${formatAbsolute(area)}`;
}

/** The sources a chart draws from. */
export function chartSources(chart: Chart): string[] {
  return chart.series.flatMap(({ valuesRef }) => (valuesRef ? [valuesRef] : []));
}

/** The values behind a series reference, in order. */
export function seriesValues(workbook: Workbook, home: Sheet, reference: string): (string | number | boolean)[] {
  workbook.calculate();
  const place = reference === '' ? null : resolveReference(workbook, home, reference);
  return place ? mapArea(place.area, (row, column) => apiValue(place.sheet.value(row, column))).flat() : [];
}

interface Layout {
  /** Whether the first line across holds series names, and the first line along holds categories. */
  headers: boolean;
  categories: boolean;
}

function isLabel(sheet: Sheet, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  return value === null || typeof value === 'string';
}

function layoutOf(sheet: Sheet, area: Area, byColumns: boolean): Layout {
  const [acrossRow, acrossColumn] = byColumns ? [area.row, lastColumn(area)] : [lastRow(area), area.column];
  const [alongRow, alongColumn] = byColumns ? [lastRow(area), area.column] : [area.row, lastColumn(area)];
  const [width, length] = byColumns ? [area.columns, area.rows] : [area.rows, area.columns];
  return {
    headers: length > 1 && isLabel(sheet, acrossRow, acrossColumn),
    categories: width > 1 && isLabel(sheet, alongRow, alongColumn),
  };
}

/** As Excel guesses: more rows than columns means that columns are series. */
export function seriesFromSource(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  by: 'Auto' | 'Columns' | 'Rows',
  type: string,
): ChartSeries[] {
  workbook.calculate();
  const byColumns = by === 'Auto' ? area.rows >= area.columns : by === 'Columns';
  const layout = layoutOf(sheet, area, byColumns);
  const scatter = /^(XYScatter|Bubble)/.test(type);
  const skip = {
    headers: layout.headers ? 1 : 0,
    categories: layout.categories || (scatter && area.columns > 1) ? 1 : 0,
  };
  const lines = (byColumns ? area.columns : area.rows) - skip.categories;
  const series = Array.from({ length: Math.max(1, lines) }, (_, i) => lineSeries(sheet, area, byColumns, skip, i));
  return /^Bubble/.test(type) ? pairBubbles(series) : series;
}

/** Bubbles take two lines each: how high, and how large. */
function pairBubbles(lines: ChartSeries[]): ChartSeries[] {
  const heights = lines.filter((_, index) => index % 2 === 0);
  return heights.map((series, index) => ({ ...series, bubbleSizesRef: lines[2 * index + 1]?.valuesRef }));
}

function lineSeries(
  sheet: Sheet,
  area: Area,
  byColumns: boolean,
  skip: { headers: number; categories: number },
  i: number,
): ChartSeries {
  const line = (offset: number): Area =>
    byColumns
      ? areaBetween(area.row + skip.headers, area.column + offset, lastRow(area), area.column + offset)
      : areaBetween(area.row + offset, area.column + skip.headers, area.row + offset, lastColumn(area));
  const name = byColumns
    ? { row: area.row, column: area.column + skip.categories + i }
    : { row: area.row + skip.categories + i, column: area.column };
  const series = emptySeries(skip.headers ? String(apiValue(sheet.value(name.row, name.column))) : `Series${i + 1}`);
  series.valuesRef = referencesOf(sheet, line(skip.categories + i));
  if (skip.headers) series.nameRef = referencesOf(sheet, { ...name, rows: 1, columns: 1 });
  if (skip.categories) series.categoriesRef = referencesOf(sheet, line(0));
  return series;
}

/** Adds a chart of Excel's default size. @throws InvalidArgument for an unknown type */
export function newChart(
  workbook: Workbook,
  sheet: Sheet,
  given: string,
  from: Sheet,
  area: Area,
  by: 'Auto' | 'Columns' | 'Rows',
): Chart {
  const type = chartType(given);
  if (sheet.protection) throw new HostError('AccessDenied');
  const number = workbook.nextNumber('chart');
  const chart: Chart = {
    id: `{00000000-0008-0000-0000-${String(number).padStart(12, '0')}}`,
    name: `Chart ${number}`,
    type,
    left: 100,
    top: 50,
    width: 360,
    height: 216,
    series: seriesFromSource(workbook, from, area, by, type),
    bag: createBag(),
  };
  sheet.charts.push(chart);
  workbook.emit({ kind: 'chartAdded', chart, sheet });
  return chart;
}

/** Puts a chart over cells: from the first one's corner to the last one's. */
export function positionChart(sheet: Sheet, chart: Chart, start: Area, end: Area | null): void {
  chart.left = leftOf(sheet, start.column);
  chart.top = topOf(sheet, start.row);
  if (!end) return;
  chart.width = leftOf(sheet, lastColumn(end) + 1) - chart.left;
  chart.height = topOf(sheet, lastRow(end) + 1) - chart.top;
}
