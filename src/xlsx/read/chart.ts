import type { BookChart, BookChartSeries, BookScalar } from '../book';
import { child, children, descend, find, type XmlNode } from '../package/xml';
import { titleText } from './chartTitle';

/** A chart without its place on the sheet. */
export type ChartContent = Omit<BookChart, 'name' | 'anchor' | 'spacer'>;

/** Kind by element, direction of bars and grouping; what is not here the model does not name. */
const kinds: Readonly<Record<string, BookChart['kind']>> = {
  'barChart col clustered': 'columnClustered',
  'barChart col stacked': 'columnStacked',
  'barChart bar clustered': 'barClustered',
  'barChart bar stacked': 'barStacked',
  lineChart: 'line',
  pieChart: 'pie',
  doughnutChart: 'doughnut',
};

/** Reads a `c:chartSpace`; undefined for kinds that the model does not name. */
export function readChart(root: XmlNode): ChartContent | undefined {
  const chart = child(root, 'chart');
  for (const plot of child(chart, 'plotArea')?.children ?? []) {
    const kind =
      kinds[plot.name] ?? kinds[`${plot.name} ${val(plot, 'barDir')} ${val(plot, 'grouping') ?? 'clustered'}`];
    if (kind) return content(chart, kind, plot);
  }
  return undefined;
}

function content(chart: XmlNode | undefined, kind: BookChart['kind'], plot: XmlNode): ChartContent {
  const title = titleText(child(chart, 'title'));
  return {
    kind,
    ...(title !== undefined && { title }),
    series: children(plot, 'ser').map(series),
    legend: child(chart, 'legend') !== undefined,
  };
}

const val = (node: XmlNode, name: string): string | undefined => child(node, name)?.attributes['val'];

function series(node: XmlNode): BookChartSeries {
  const tx = child(node, 'tx');
  const nameRef = descend(tx, 'strRef', 'f')?.text;
  const name = find(tx, 'v')?.text;
  const categories = child(node, 'cat')?.children[0];
  const categoriesRef = child(categories, 'f')?.text;
  const values = child(node, 'val')?.children[0];
  const color = colorOf(child(node, 'spPr'));
  return {
    ...(name !== undefined && { name }),
    ...(nameRef !== undefined && { nameRef }),
    ...(categoriesRef !== undefined && { categoriesRef }),
    valuesRef: child(values, 'f')?.text ?? '',
    categories: points(categories),
    values: points(values).map((value) => (value === null ? null : Number(value))),
    ...(color !== undefined && { color }),
  };
}

/** A colour of its own (fill of a bar, line of a line); theme colours are left to the theme. */
function colorOf(look: XmlNode | undefined): string | undefined {
  const fill = child(look, 'solidFill') ?? descend(look, 'ln', 'solidFill');
  const rgb = child(fill, 'srgbClr')?.attributes['val'];
  return rgb === undefined ? undefined : `#${rgb.toUpperCase()}`;
}

/** Cached points by their index; missing ones are blank. */
function points(source: XmlNode | undefined): BookScalar[] {
  const cache = source?.children.find(({ name }) => name.endsWith('Cache')) ?? source;
  const count = Number(child(cache, 'ptCount')?.attributes['val'] ?? 0);
  const result = new Array<BookScalar>(Math.min(count, pointLimit)).fill(null);
  const level = child(cache, 'lvl') ?? cache;
  for (const point of children(level, 'pt')) {
    const index = Number(point.attributes['idx']);
    if (index < result.length) result[index] = child(point, 'v')?.text ?? null;
  }
  return result;
}

/** Excel's own limit of points in a series; a hostile count must not allocate more. */
const pointLimit = 32_000;
