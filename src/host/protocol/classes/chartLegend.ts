import { seriesValues } from '../../edit/charts';
import { type Bag, childBag } from '../../store/bag';
import { fixed, keptIn, words } from '../bagClass';
import { defineClass, type HostClass, object } from '../hostClass';
import type { ChartTarget } from './chart';

interface EntryTarget extends ChartTarget {
  index: number;
}

/** Charts of one ring: the legend names the points, not the series. */
const BY_POINT = /^(Pie|3DPie|ExplodedPie|3DExplodedPie|PieOfPie|BarOfPie|Doughnut)/;

function legendBag({ chart }: ChartTarget): Bag {
  return childBag(chart.bag, 'Legend');
}

export const chartLegendClass = defineClass<ChartTarget>({
  properties: keptIn(legendBag, {
    Visible: true,
    Position: words('Bottom', 'Top', 'Left', 'Right', 'Corner', 'Custom'),
    Overlay: false,
    ShowShadow: false,
    Left: 0,
    Top: 0,
    Width: 0,
    Height: 0,
  }),
  objects: {
    Format: (target) => object('ChartLegendFormat', childBag(legendBag(target), 'Format')),
    LegendEntries: (target) => object('ChartLegendEntryCollection', target),
  },
});

/** One entry per series or, for pies, per point. */
export const chartLegendEntryCollectionClass: HostClass<never> = defineClass<ChartTarget>({
  items: (target, { workbook }) => {
    const { chart, sheet } = target;
    const first = chart.series[0]?.valuesRef ?? '';
    const count = BY_POINT.test(chart.type) ? seriesValues(workbook, sheet, first).length : chart.series.length;
    return Array.from({ length: count }, (_, index) => object('ChartLegendEntry', { ...target, index }));
  },
});

export const chartLegendEntryClass = defineClass<EntryTarget>({
  properties: {
    Index: { get: ({ index }) => index },
    ...keptIn((target: EntryTarget) => childBag(legendBag(target), `Entry${target.index}`), {
      Visible: true,
      Left: fixed(0),
      Top: fixed(0),
      Width: fixed(0),
      Height: fixed(0),
    }),
  },
});
