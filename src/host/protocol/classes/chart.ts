import { HostError, requireArgument } from '../../errors';
import { activateChart } from '../../edit/activeObject';
import { chartSources, newChart, positionChart, seriesFromSource } from '../../edit/charts';
import { chartType, isChartEx } from '../../edit/chartTypes';
import { type Bag, childBag } from '../../store/bag';
import type { Chart, Sheet } from '../../store/sheet';
import { defineClass, type HostObject, object, type Property } from '../hostClass';
import { keptIn, keptObjects, words } from '../bagClass';
import { found, number, oneOf, rangeArgument, text } from '../convert';
import { requirePlace } from '../../edit/resolve';
import { BLANK_PICTURE } from './pictures';
import { RangeTarget } from '../targets';
import type { Call } from '../hostClass';

export interface ChartTarget {
  sheet: Sheet;
  chart: Chart;
}

function chartObject(sheet: Sheet, chart: Chart): HostObject {
  return object('Chart', { sheet, chart });
}

function findChart(sheet: Sheet, key: unknown): Chart | undefined {
  return sheet.charts.find((chart) => chart.id === key || chart.name === key);
}

export const chartCollectionClass = defineClass<Sheet>({
  properties: { Count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((chart) => chartObject(sheet, chart)),
  item: (sheet, key) => {
    const chart = findChart(sheet, key);
    return chart ? chartObject(sheet, chart) : null;
  },
  methods: {
    Add: (sheet, [type, source, seriesBy], { workbook }) => {
      const range = rangeArgument(source);
      const by = oneOf(seriesBy, ['Auto', 'Columns', 'Rows'] as const, 'Auto');
      return chartObject(sheet, newChart(workbook, sheet, text(type), range.sheet, range.cells, by));
    },
  },
});

type NumberKey = 'left' | 'top' | 'width' | 'height';

function sizeProperty(key: NumberKey): Property<ChartTarget> {
  return {
    get: ({ chart }) => chart[key],
    set: ({ chart }, value) => {
      requireArgument(number(value) >= 0);
      chart[key] = number(value);
    },
  };
}

/** A funnel is a "ChartEx": it has no series for the API (rule `funnel-is-chartex`, office-js issue 910). */
function assertClassic({ chart }: ChartTarget): void {
  if (isChartEx(chart.type)) throw new HostError('UnsupportedOperation');
}

function rangeOf(target: ChartTarget, value: unknown, { workbook }: Call): RangeTarget {
  if (typeof value !== 'string') return rangeArgument(value);
  const place = requirePlace(workbook, target.sheet, value);
  return new RangeTarget(place.sheet, place.area);
}

export const chartClass = defineClass<ChartTarget>({
  identity: ({ chart }) => chart.id,
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: { get: ({ chart }) => chart.name, set: ({ chart }, value) => (chart.name = text(value)) },
    ChartType: {
      // Null for a ChartEx on the web (office-js issue 2971).
      get: ({ chart }) => (isChartEx(chart.type) ? null : chart.type),
      set: ({ chart }, value) => (chart.type = chartType(text(value))),
    },
    Left: sizeProperty('left'),
    Top: sizeProperty('top'),
    Width: sizeProperty('width'),
    Height: sizeProperty('height'),
    ...keptIn(({ chart }: ChartTarget) => chart.bag, {
      ShowAllFieldButtons: false,
      ShowDataLabelsOverMaximum: true,
      CategoryLabelLevel: 0,
      SeriesNameLevel: 0,
      Style: 2,
      DisplayBlanksAs: words('NotPlotted', 'Zero', 'Interplotted'),
      PlotBy: words('Columns', 'Rows'),
      PlotVisibleOnly: true,
    }),
  },
  objects: {
    Axes: (target) => object('ChartAxes', target),
    Legend: (target) => object('ChartLegend', target),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
    Series: (target) => {
      assertClassic(target);
      return object('ChartSeriesCollection', target);
    },
    Title: (target) => object('ChartTitle', target),
    ...Object.fromEntries(
      Object.entries(
        keptObjects({
          DataLabels: 'ChartDataLabels',
          Format: 'ChartAreaFormat',
          PivotOptions: 'ChartPivotOptions',
          PlotArea: 'ChartPlotArea',
        }),
      ).map(([name, get]) => [name, ({ chart }: ChartTarget, call: Call) => get(chart.bag, call)]),
    ),
  },
  methods: {
    Activate: ({ sheet, chart }, _args, { workbook }) => activateChart(workbook, sheet, chart),
    Delete: ({ sheet, chart }, _args, { workbook }) => {
      sheet.charts = sheet.charts.filter((other) => other !== chart);
      workbook.emit({ kind: 'chartDeleted', chart, sheet });
    },
    SetData: (target, [source, seriesBy], call) => {
      const range = rangeOf(target, source, call);
      const by = oneOf(seriesBy, ['Auto', 'Columns', 'Rows'] as const, 'Auto');
      target.chart.series = seriesFromSource(call.workbook, range.sheet, range.cells, by, target.chart.type);
    },
    SetPosition: (target, [start, end], call) => {
      const first = rangeOf(target, start, call).cells;
      const last = end === null || end === undefined ? null : rangeOf(target, end, call).cells;
      positionChart(target.sheet, target.chart, first, last);
    },
    GetDataTable: ({ chart }) => object('ChartDataTable', childBag(chart.bag, 'DataTable')),
    GetImage: () => BLANK_PICTURE,
    GetDataRange: (target) => found(chartSources(target.chart)[0]),
  },
});

/** The title: its text is the series name of a chart with one series until it is set. */
export const chartTitleClass = defineClass<ChartTarget>({
  properties: {
    Text: {
      get: ({ chart }) =>
        titleBag(chart).values.Text ?? (chart.series.length === 1 ? chart.series[0]?.name : 'Chart Title'),
      set: ({ chart }, value) => {
        titleBag(chart).values.Text = text(value);
        titleBag(chart).values.Visible = true;
      },
    },
    ...keptIn(({ chart }: ChartTarget) => titleBag(chart), {
      Visible: true,
      Overlay: false,
      HorizontalAlignment: words('Center', 'Left', 'Justify', 'Distributed', 'Right'),
      VerticalAlignment: words('Center', 'Bottom', 'Top', 'Justify', 'Distributed'),
      Top: 0,
      Left: 0,
      Width: 0,
      Height: 0,
      TextOrientation: 0,
      Position: words('Top', 'Automatic', 'Bottom', 'Left', 'Right'),
      ShowShadow: false,
    }),
  },
  objects: { Format: ({ chart }) => object('ChartTitleFormat', childBag(titleBag(chart), 'Format')) },
  methods: {
    SetFormula: ({ chart }, [formula]) => void (titleBag(chart).values.Text = text(formula)),
    GetSubstring: ({ chart }, [start, length]) =>
      object('ChartFormatString', childBag(titleBag(chart), `${String(start)}+${String(length)}`)),
  },
});

function titleBag(chart: Chart): Bag {
  return childBag(chart.bag, 'Title');
}
