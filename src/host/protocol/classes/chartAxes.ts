import { childBag } from '../../store/bag';
import { referencesOf } from '../../edit/charts';
import { bagClass, words } from '../bagClass';
import { oneOf, rangeArgument } from '../convert';
import { defineClass, type HostObject, object } from '../hostClass';
import type { ChartTarget } from './chart';

const TYPES = ['Category', 'Value', 'Series'] as const;

function axis({ chart }: ChartTarget, type: (typeof TYPES)[number], group = 'Primary'): HostObject {
  const bag = childBag(chart.bag, `Axis${type}${group}`);
  bag.values.Type ??= type;
  bag.values.AxisGroup ??= group;
  return object('ChartAxis', bag);
}

export const chartAxesClass = defineClass<ChartTarget>({
  objects: {
    CategoryAxis: (target) => axis(target, 'Category'),
    ValueAxis: (target) => axis(target, 'Value'),
    SeriesAxis: (target) => axis(target, 'Series'),
  },
  methods: {
    GetItem: (target, [type, group]) =>
      axis(target, oneOf(type, TYPES), oneOf(group, ['Primary', 'Secondary'] as const, 'Primary')),
  },
});

export const chartAxisClass = bagClass(
  {
    Type: words('Category', 'Value', 'Series', 'Invalid'),
    AxisGroup: words('Primary', 'Secondary'),
    MajorUnit: null,
    Maximum: null,
    Minimum: null,
    MinorUnit: null,
    DisplayUnit: words(
      'None',
      'Hundreds',
      'Thousands',
      'TenThousands',
      'HundredThousands',
      'Millions',
      'TenMillions',
      'HundredMillions',
      'Billions',
      'Trillions',
      'Custom',
    ),
    ShowDisplayUnitLabel: true,
    CustomDisplayUnit: 1,
    MinorTimeUnitScale: words('Days', 'Months', 'Years'),
    MajorTimeUnitScale: words('Days', 'Months', 'Years'),
    BaseTimeUnit: words('Days', 'Months', 'Years'),
    CategoryType: words('Automatic', 'TextAxis', 'DateAxis'),
    ScaleType: words('Linear', 'Logarithmic'),
    LogBase: 10,
    Left: 0,
    Top: 0,
    Height: 0,
    Width: 0,
    ReversePlotOrder: false,
    Crosses: words('Automatic', 'Maximum', 'Minimum', 'Custom'),
    CrossesAt: 0,
    Visible: true,
    IsBetweenCategories: true,
    MajorTickMark: words('None', 'Cross', 'Inside', 'Outside'),
    MinorTickMark: words('None', 'Cross', 'Inside', 'Outside'),
    TickMarkSpacing: 1,
    TickLabelPosition: words('NextToAxis', 'High', 'Low', 'None'),
    TickLabelSpacing: null,
    Alignment: words('Center', 'Left', 'Right'),
    MultiLevel: true,
    NumberFormat: 'General',
    LinkNumberFormat: true,
    Offset: 100,
    TextOrientation: 0,
    Position: words('Automatic', 'Maximum', 'Minimum', 'Custom'),
    PositionAt: 0,
  },
  {
    Format: 'ChartAxisFormat',
    MajorGridlines: 'ChartGridlines',
    MinorGridlines: 'ChartGridlines',
    Title: 'ChartAxisTitle',
  },
  {
    SetCategoryNames: (bag, [source]) => {
      const range = rangeArgument(source);
      bag.values.categories = referencesOf(range.sheet, range.cells);
    },
    SetCustomDisplayUnit: (bag, [value]) =>
      void Object.assign(bag.values, { DisplayUnit: 'Custom', CustomDisplayUnit: value }),
    SetPositionAt: (bag, [value]) => void Object.assign(bag.values, { Position: 'Custom', PositionAt: value }),
    SetCrossesAt: (bag, [value]) => void Object.assign(bag.values, { Crosses: 'Custom', CrossesAt: value }),
  },
);
