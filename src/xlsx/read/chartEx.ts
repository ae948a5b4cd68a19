import type { BookScalar } from '../book';
import { child, children, descend, find, type XmlNode } from '../package/xml';
import type { ChartContent } from './chart';
import { titleText } from './chartTitle';

/** Formula of a defined name: a `cx:chart` points at hidden ones (`_xlchart.v1.0`). */
export type NameLookup = (name: string) => string | undefined;

/** Reads a `cx:chartSpace` when it is a funnel; the other new kinds are not named by the model. */
export function readFunnel(root: XmlNode, names: NameLookup): ChartContent | undefined {
  const chart = child(root, 'chart');
  const series = find(child(chart, 'plotArea'), 'series');
  if (series?.attributes['layoutId'] !== 'funnel') return undefined;
  const title = titleText(child(chart, 'title'));
  return {
    kind: 'funnel',
    ...(title !== undefined && { title }),
    series: [{ ...nameOf(series, names), ...dataOf(root, series, names) }],
    legend: child(chart, 'legend') !== undefined,
  };
}

function nameOf(series: XmlNode, names: NameLookup): { name?: string; nameRef?: string } {
  const data = descend(series, 'tx', 'txData');
  const name = child(data, 'v')?.text;
  const nameRef = referenceOf(data, names);
  return { ...(name !== undefined && { name }), ...(nameRef !== undefined && { nameRef }) };
}

function dataOf(
  root: XmlNode,
  series: XmlNode,
  names: NameLookup,
): Pick<ChartContent['series'][number], 'categoriesRef' | 'valuesRef' | 'categories' | 'values'> {
  const id = child(series, 'dataId')?.attributes['val'];
  const all = children(child(root, 'chartData'), 'data');
  const data = all.find(({ attributes }) => attributes['id'] === id) ?? all[0];
  const categories = child(data, 'strDim');
  const values = child(data, 'numDim');
  const categoriesRef = referenceOf(categories, names);
  return {
    ...(categoriesRef !== undefined && { categoriesRef }),
    valuesRef: referenceOf(values, names) ?? '',
    categories: pointsOf(categories),
    values: pointsOf(values).map((value) => (value === null ? null : Number(value))),
  };
}

function referenceOf(node: XmlNode | undefined, names: NameLookup): string | undefined {
  const formula = child(node, 'f')?.text;
  return formula === undefined ? undefined : (names(formula) ?? formula);
}

function pointsOf(dimension: XmlNode | undefined): BookScalar[] {
  const result: BookScalar[] = [];
  for (const point of children(child(dimension, 'lvl'), 'pt')) {
    const index = Number(point.attributes['idx']);
    while (result.length < index && result.length < pointLimit) result.push(null);
    if (index === result.length) result.push(point.text);
  }
  return result;
}

/** A hostile index must not allocate more. */
const pointLimit = 32_000;
