import type { BookChart, BookChartSeries, BookScalar } from '../book';
import { namespaces } from '../package/names';
import { element, textElement, xmlHeader, type AttributeValue } from '../package/xml';
import { argb } from './styles';

type NativeKind = Exclude<BookChart['kind'], 'funnel'>;

interface Shape {
  readonly element: 'barChart' | 'lineChart' | 'pieChart' | 'doughnutChart';
  readonly direction?: 'bar' | 'col';
  readonly grouping?: 'clustered' | 'stacked' | 'standard';
  readonly overlap?: number;
  readonly gapWidth?: number;
  readonly axes: boolean;
}

const shapes: Readonly<Record<NativeKind, Shape>> = {
  columnClustered: { element: 'barChart', direction: 'col', grouping: 'clustered', gapWidth: 80, axes: true },
  columnStacked: { element: 'barChart', direction: 'col', grouping: 'stacked', gapWidth: 80, overlap: 100, axes: true },
  barClustered: { element: 'barChart', direction: 'bar', grouping: 'clustered', gapWidth: 80, axes: true },
  barStacked: { element: 'barChart', direction: 'bar', grouping: 'stacked', gapWidth: 80, overlap: 100, axes: true },
  line: { element: 'lineChart', grouping: 'standard', axes: true },
  pie: { element: 'pieChart', axes: false },
  doughnut: { element: 'doughnutChart', axes: false },
};

const categoryAxis = 111;
const valueAxis = 222;

/** Every `c:` element here says one value or holds others. */
const value = (name: string, val: AttributeValue): string => element(`c:${name}`, { val });
const group = (name: string, ...body: string[]): string => element(`c:${name}`, {}, ...body);

/** `xl/charts/chartN.xml` of every kind but the funnel. */
export const chartXml = (chart: BookChart): string => {
  const shape = shapes[chart.kind as NativeKind];
  const series = chart.series.map((item, index) => seriesXml(item, index, shape));
  return chartSpaceXml(chart, [plotXml(shape, series), shape.axes ? axesXml(shape.direction === 'bar') : '']);
};

/**
 * The funnel for readers without `cx:chart`: a stacked bar whose first, invisible series centres the second
 *. Without a spacer it is a plain bar.
 */
export function funnelFallbackXml(chart: BookChart): string {
  const [series] = chart.series;
  const shape: Shape = { ...shapes.barStacked, gapWidth: 6 };
  const spacer: BookChartSeries[] = chart.spacer
    ? [{ ...series!, name: undefined, nameRef: undefined, valuesRef: chart.spacer.ref, values: chart.spacer.values }]
    : [];
  const bars = [
    ...spacer.map((item, index) => seriesXml(item, index, shape, element('c:spPr', {}, element('a:noFill')))),
    seriesXml(series!, spacer.length, shape, lookXml(series!, 0, shape), labelsXml()),
  ];
  return chartSpaceXml({ ...chart, legend: false }, [plotXml(shape, bars), axesXml(true, true)]);
}

function chartSpaceXml(chart: BookChart, plot: string[]): string {
  return (
    xmlHeader +
    element(
      'c:chartSpace',
      { 'xmlns:c': namespaces.chart, 'xmlns:a': namespaces.drawing, 'xmlns:r': namespaces.relationships },
      value('roundedCorners', 0),
      group(
        'chart',
        chart.title === undefined ? '' : titleXml(chart.title),
        value('autoTitleDeleted', chart.title === undefined),
        group('plotArea', element('c:layout'), ...plot),
        chart.legend ? group('legend', value('legendPos', 'b'), value('overlay', 0)) : '',
        // Charts may draw what a hidden sheet computes.
        value('plotVisOnly', 0),
        value('dispBlanksAs', 'gap'),
      ),
    )
  );
}

const titleXml = (title: string): string =>
  group(
    'title',
    group('tx', group('rich', element('a:bodyPr'), element('a:lstStyle'), paragraph(title))),
    value('overlay', 0),
  );

const paragraph = (text: string): string =>
  element('a:p', {}, element('a:r', {}, element('a:rPr', { sz: 1400 }), textElement('a:t', text)));

function plotXml(shape: Shape, series: string[]): string {
  return group(
    shape.element,
    shape.direction ? value('barDir', shape.direction) : '',
    shape.grouping ? value('grouping', shape.grouping) : '',
    value('varyColors', !shape.axes),
    ...series,
    shape.axes ? '' : labelsXml('showPercent'),
    shape.gapWidth === undefined ? '' : value('gapWidth', shape.gapWidth),
    shape.overlap === undefined ? '' : value('overlap', shape.overlap),
    shape.element === 'lineChart' ? value('marker', 1) : '',
    shape.axes ? '' : value('firstSliceAng', 0),
    shape.element === 'doughnutChart' ? value('holeSize', 60) : '',
    shape.axes ? value('axId', categoryAxis) + value('axId', valueAxis) : '',
  );
}

function seriesXml(
  series: BookChartSeries,
  index: number,
  shape: Shape,
  look = lookXml(series, index, shape),
  labels = '',
): string {
  return group(
    'ser',
    value('idx', index),
    value('order', index),
    nameXml(series),
    look,
    shape.element === 'barChart' ? value('invertIfNegative', 0) : '',
    labels,
    series.categories.length > 0 ? group('cat', categoriesXml(series)) : '',
    group('val', numbersXml(series)),
    shape.element === 'lineChart' ? value('smooth', 0) : '',
  );
}

/** The slices of a pie get their colours from the theme. */
function lookXml({ color }: BookChartSeries, index: number, shape: Shape): string {
  if (!shape.axes) return '';
  const fill = element(
    'a:solidFill',
    {},
    color
      ? element('a:srgbClr', { val: argb(color).slice(2) })
      : element('a:schemeClr', { val: `accent${(index % 6) + 1}` }),
  );
  return element('c:spPr', {}, shape.element === 'lineChart' ? element('a:ln', { w: 28575 }, fill) : fill);
}

function nameXml({ name, nameRef }: BookChartSeries): string {
  if (nameRef !== undefined) {
    return group(
      'tx',
      group('strRef', textElement('c:f', nameRef), textCache(name === undefined ? [] : [name], 'strCache')),
    );
  }
  return name === undefined ? '' : group('tx', textElement('c:v', name));
}

function categoriesXml({ categoriesRef, categories }: BookChartSeries): string {
  if (categoriesRef === undefined) return textCache(categories, 'strLit');
  return group('strRef', textElement('c:f', categoriesRef), textCache(categories, 'strCache'));
}

function textCache(values: readonly BookScalar[], name: 'strCache' | 'strLit'): string {
  return group(name, value('ptCount', values.length), ...values.map(pointXml));
}

const numbersXml = ({ valuesRef, values }: BookChartSeries): string =>
  group(
    'numRef',
    textElement('c:f', valuesRef),
    group('numCache', textElement('c:formatCode', 'General'), value('ptCount', values.length), ...values.map(pointXml)),
  );

const pointXml = (point: BookScalar, idx: number): string =>
  point === null ? '' : element('c:pt', { idx }, textElement('c:v', String(point)));

const labelParts = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'] as const;

const labelsXml = (shown: (typeof labelParts)[number] = 'showVal'): string =>
  group('dLbls', ...labelParts.map((part) => value(part, part === shown)));

/** Bars run from top to bottom like the table they show; a bare chart (the funnel) hides its value axis. */
const axesXml = (horizontalBars: boolean, bare = false): string =>
  categoryAxisXml(horizontalBars) + valueAxisXml(horizontalBars, bare);

const categoryAxisXml = (horizontalBars: boolean): string =>
  group(
    'catAx',
    value('axId', categoryAxis),
    group('scaling', value('orientation', horizontalBars ? 'maxMin' : 'minMax')),
    value('delete', 0),
    value('axPos', horizontalBars ? 'l' : 'b'),
    marksXml(false),
    value('tickLblPos', 'low'),
    value('crossAx', valueAxis),
    value('crosses', 'autoZero'),
  );

const valueAxisXml = (horizontalBars: boolean, bare: boolean): string =>
  group(
    'valAx',
    value('axId', valueAxis),
    group('scaling', value('orientation', 'minMax')),
    value('delete', bare),
    value('axPos', horizontalBars ? 't' : 'l'),
    bare ? '' : group('majorGridlines', gridline),
    marksXml(true),
    value('tickLblPos', 'nextTo'),
    value('crossAx', categoryAxis),
    // The categories run downwards: their end is the bottom, where numbers are expected.
    value('crosses', horizontalBars && !bare ? 'max' : 'autoZero'),
  );

const marksXml = (sourceLinked: boolean): string =>
  element('c:numFmt', { formatCode: 'General', sourceLinked }) +
  value('majorTickMark', 'none') +
  value('minorTickMark', 'none');

const gridline = element(
  'c:spPr',
  {},
  element('a:ln', { w: 9525 }, element('a:solidFill', {}, element('a:srgbClr', { val: 'D9D9D9' }))),
);
