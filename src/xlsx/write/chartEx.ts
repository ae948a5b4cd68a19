import type { BookChart } from '../book';
import { namespaces } from '../package/names';
import { element, textElement, xmlHeader } from '../package/xml';

/** Hidden defined names that stand for the ranges of a `cx:chart`: the form Excel itself saves. */
export interface FunnelNames {
  readonly categories: string;
  readonly title: string;
  readonly values: string;
}

const box = (name: string, ...body: string[]): string => element(`cx:${name}`, {}, ...body);

/** `xl/charts/chartExN.xml`: Excel's own funnel, of the chart's first series. */
export function funnelXml(chart: BookChart, names: FunnelNames, index: number): string {
  return (
    xmlHeader +
    element(
      'cx:chartSpace',
      { 'xmlns:a': namespaces.drawing, 'xmlns:r': namespaces.relationships, 'xmlns:cx': namespaces.chartEx },
      box('chartData', dataXml(chart, names)),
      box('chart', chart.title === undefined ? '' : titleXml(chart.title), plotXml(chart, names, index)),
    )
  );
}

function dataXml({ series: [series] }: BookChart, names: FunnelNames): string {
  const { categories, values } = series!;
  return element(
    'cx:data',
    { id: 0 },
    dimensionXml('strDim', 'cat', names.categories, categories, {}),
    dimensionXml('numDim', 'val', names.values, values, { formatCode: 'General' }),
  );
}

function dimensionXml(
  name: 'strDim' | 'numDim',
  type: 'cat' | 'val',
  formula: string,
  points: BookChart['series'][number]['categories'],
  attributes: Record<string, string>,
): string {
  const cached = points.map((point, idx) => (point === null ? '' : textElement('cx:pt', String(point), { idx })));
  const level = element('cx:lvl', { ptCount: points.length, ...attributes }, ...cached);
  return element(`cx:${name}`, { type }, textElement('cx:f', formula), level);
}

const titleXml = (title: string): string =>
  element('cx:title', { pos: 't', align: 'ctr', overlay: 0 }, box('tx', box('txData', textElement('cx:v', title))));

function plotXml({ series: [series] }: BookChart, names: FunnelNames, index: number): string {
  const { name, nameRef } = series!;
  const reference = nameRef === undefined ? '' : textElement('cx:f', names.title);
  const title = name === undefined ? '' : box('tx', box('txData', reference, textElement('cx:v', name)));
  // Excel gives every series an id; counted instead of random, so that two builds are the same bytes.
  const uniqueId = `{00000000-0000-4000-8000-${String(index).padStart(12, '0')}}`;
  const visibility = element('cx:visibility', { seriesName: 0, categoryName: 0, value: 1 });
  return box(
    'plotArea',
    box(
      'plotAreaRegion',
      element(
        'cx:series',
        { layoutId: 'funnel', uniqueId },
        title,
        box('dataLabels', visibility),
        element('cx:dataId', { val: 0 }),
      ),
    ),
    element('cx:axis', { id: 0 }, element('cx:catScaling', { gapWidth: '0.0599999987' }), box('tickLabels')),
  );
}
