import { HostError } from '../../errors';
import { emptySeries, referencesOf, seriesValues } from '../../edit/charts';
import { chartType } from '../../edit/chartTypes';
import { type Bag, childBag, createBag } from '../../store/bag';
import type { ChartSeries } from '../../store/sheet';
import { type Call, defineClass, type HostObject, object } from '../hostClass';
import { colour, keptIn, keptObjects, type KeptTable, words } from '../bagClass';
import { integer, oneOf, optionalInteger, optionalText, rangeArgument, text } from '../convert';
import type { ChartTarget } from './chart';

interface SeriesTarget extends ChartTarget {
  series: ChartSeries;
}

const MARKERS = [
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
  'Picture',
];

/** One of the three stops of a map chart's colour scale. */
function gradient(stop: 'Minimum' | 'Midpoint' | 'Maximum', color: string): KeptTable {
  return {
    [`Gradient${stop}Color`]: colour(color),
    [`Gradient${stop}Type`]: words('ExtremeValue', 'Number', 'Percent'),
    [`Gradient${stop}Value`]: 0,
  };
}

export const chartSeriesCollectionClass = defineClass<ChartTarget>({
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: (target) => target.chart.series.map((series) => object('ChartSeries', { ...target, series })),
  methods: {
    Add: (target, [name, index]) => {
      const { chart } = target;
      const series = emptySeries(optionalText(name) ?? `Series${chart.series.length + 1}`);
      chart.series.splice(optionalInteger(index) ?? chart.series.length, 0, series);
      return object('ChartSeries', { ...target, series });
    },
  },
});

type ReferenceKey = 'valuesRef' | 'categoriesRef' | 'bubbleSizesRef';

function setReference(key: ReferenceKey) {
  return ({ series }: SeriesTarget, [source]: unknown[]): void => {
    const range = rangeArgument(source);
    series[key] = referencesOf(range.sheet, range.cells);
  };
}

const DIMENSIONS: Readonly<Record<string, ReferenceKey>> = {
  Values: 'valuesRef',
  YValues: 'valuesRef',
  Categories: 'categoriesRef',
  XValues: 'categoriesRef',
  BubbleSizes: 'bubbleSizesRef',
};

function dimension({ series }: SeriesTarget, name: unknown): string {
  const key = DIMENSIONS[text(name)];
  const reference = key && series[key];
  if (!reference) throw new HostError('InvalidArgument');
  return reference;
}

export const chartSeriesClass = defineClass<SeriesTarget>({
  properties: {
    Name: { get: ({ series }) => series.name, set: ({ series }, value) => (series.name = text(value)) },
    ChartType: {
      get: ({ series, chart }) => series.bag.values.ChartType ?? chart.type,
      set: ({ series }, value) => (series.bag.values.ChartType = chartType(text(value))),
    },
    PlotOrder: {
      get: ({ series, chart }) => chart.series.indexOf(series),
      set: ({ series, chart }, value) => {
        chart.series.splice(chart.series.indexOf(series), 1);
        chart.series.splice(integer(value), 0, series);
      },
    },
    ...keptIn(({ series }: SeriesTarget) => series.bag, {
      HasDataLabels: false,
      Filtered: false,
      MarkerSize: 5,
      MarkerStyle: words(...MARKERS),
      MarkerBackgroundColor: colour('#000000'),
      MarkerForegroundColor: colour('#000000'),
      ShowShadow: false,
      Smooth: false,
      GapWidth: 150,
      DoughnutHoleSize: 75,
      AxisGroup: words('Primary', 'Secondary'),
      Explosion: 0,
      FirstSliceAngle: 0,
      InvertIfNegative: false,
      InvertColor: colour('#FFFFFF'),
      BubbleScale: 100,
      SecondPlotSize: 75,
      SplitType: words('SplitByPosition', 'SplitByValue', 'SplitByPercentValue', 'SplitByCustomSplit'),
      SplitValue: 2,
      VaryByCategories: false,
      ShowLeaderLines: true,
      ShowConnectorLines: true,
      Overlap: 0,
      GradientStyle: words('TwoPhaseColor', 'ThreePhaseColor'),
      ...gradient('Minimum', '#FFFFFF'),
      ...gradient('Midpoint', '#9DC3E6'),
      ...gradient('Maximum', '#2E75B6'),
      ParentLabelStrategy: words('None', 'Banner', 'Overlapping'),
    }),
  },
  objects: {
    Points: (target) => object('ChartPointsCollection', target),
    Trendlines: (target) => object('ChartTrendlineCollection', target),
    ...Object.fromEntries(
      Object.entries(
        keptObjects({
          BinOptions: 'ChartBinOptions',
          BoxwhiskerOptions: 'ChartBoxwhiskerOptions',
          DataLabels: 'ChartDataLabels',
          Format: 'ChartSeriesFormat',
          MapOptions: 'ChartMapOptions',
          XErrorBars: 'ChartErrorBars',
          YErrorBars: 'ChartErrorBars',
        }),
      ).map(([name, get]) => [name, ({ series }: SeriesTarget, call: Call) => get(series.bag, call)]),
    ),
  },
  methods: {
    Delete: ({ chart, series }) => void (chart.series = chart.series.filter((other) => other !== series)),
    SetValues: setReference('valuesRef'),
    SetXAxisValues: setReference('categoriesRef'),
    SetBubbleSizes: setReference('bubbleSizesRef'),
    GetDimensionValues: (target, [name], { workbook }) => seriesValues(workbook, target.sheet, dimension(target, name)),
    GetDimensionStringValues: (target, [name], { workbook }) =>
      seriesValues(workbook, target.sheet, dimension(target, name)).map(String),
    GetDimensionDataSourceString: (target, [name]) => dimension(target, name),
    GetDimensionDataSourceType: () => 'LocalRange',
  },
});

interface PointTarget extends SeriesTarget {
  index: number;
}

function pointBag({ series, index }: PointTarget): Bag {
  const bag = series.points.get(index) ?? createBag();
  series.points.set(index, bag);
  return bag;
}

function pointObject(target: SeriesTarget, index: number): HostObject {
  return object('ChartPoint', { ...target, index });
}

export const chartPointsCollectionClass = defineClass<SeriesTarget>({
  properties: {
    Count: {
      get: (target, { workbook }) => seriesValues(workbook, target.sheet, target.series.valuesRef ?? '').length,
    },
  },
  items: (target, { workbook }) =>
    seriesValues(workbook, target.sheet, target.series.valuesRef ?? '').map((_, index) => pointObject(target, index)),
});

export const chartPointClass = defineClass<PointTarget>({
  properties: {
    Value: {
      get: (target, { workbook }) => seriesValues(workbook, target.sheet, target.series.valuesRef ?? '')[target.index],
    },
    ...keptIn(pointBag, {
      HasDataLabel: false,
      MarkerStyle: words(...MARKERS),
      MarkerSize: 5,
      MarkerBackgroundColor: colour('#000000'),
      MarkerForegroundColor: colour('#000000'),
    }),
  },
  objects: {
    DataLabel: (target) => object('ChartDataLabel', childBag(pointBag(target), 'DataLabel')),
    Format: (target) => object('ChartPointFormat', childBag(pointBag(target), 'Format')),
  },
});

const TRENDLINES = ['Linear', 'Exponential', 'Logarithmic', 'MovingAverage', 'Polynomial', 'Power'] as const;

interface TrendlineTarget extends SeriesTarget {
  bag: Bag;
}

export const chartTrendlineCollectionClass = defineClass<SeriesTarget>({
  items: (target) => target.series.trendlines.map((bag) => object('ChartTrendline', { ...target, bag })),
  item: (target, index) => {
    const bag = target.series.trendlines[integer(index)];
    return bag ? object('ChartTrendline', { ...target, bag }) : null;
  },
  methods: {
    Add: (target, [type]) => {
      const bag = createBag({ Type: oneOf(type, TRENDLINES, 'Linear') });
      target.series.trendlines.push(bag);
      return object('ChartTrendline', { ...target, bag });
    },
  },
});

export const chartTrendlineClass = defineClass<TrendlineTarget>({
  identity: ({ series, bag }) => series.trendlines.indexOf(bag),
  identityKey: '_Id',
  properties: keptIn(({ bag }: TrendlineTarget) => bag, {
    Type: words(...TRENDLINES),
    PolynomialOrder: 2,
    MovingAveragePeriod: 2,
    ShowEquation: false,
    ShowRSquared: false,
    ForwardPeriod: 0,
    BackwardPeriod: 0,
    Name: '',
    Intercept: null,
  }),
  objects: {
    Format: ({ bag }) => object('ChartTrendlineFormat', childBag(bag, 'Format')),
    Label: ({ bag }) => object('ChartTrendlineLabel', childBag(bag, 'Label')),
  },
  methods: {
    Delete: ({ series, bag }) => void (series.trendlines = series.trendlines.filter((other) => other !== bag)),
  },
});
