import { requireArgument } from '../errors';
import type { CellValue } from '../store/cell';
import type { PivotField } from '../store/pivot';

type Filter = Readonly<Record<string, unknown>>;

function numberOf(filter: Filter, key: string): number {
  const value = filter[key];
  requireArgument(typeof value === 'number' && Number.isFinite(value), `The value filter needs ${key}.`);
  return value;
}

/** `Excel.ValueFilterCondition` for one value. */
const CONDITIONS: Readonly<Record<string, (value: number, filter: Filter) => boolean>> = {
  Equals: (value, filter) => value === numberOf(filter, 'comparator'),
  GreaterThan: (value, filter) => value > numberOf(filter, 'comparator'),
  GreaterThanOrEqualTo: (value, filter) => value >= numberOf(filter, 'comparator'),
  LessThan: (value, filter) => value < numberOf(filter, 'comparator'),
  LessThanOrEqualTo: (value, filter) => value <= numberOf(filter, 'comparator'),
  Between: (value, filter) => value >= numberOf(filter, 'lowerBound') && value <= numberOf(filter, 'upperBound'),
};

/** How many of the ordered values make up the top (or bottom). */
const SELECTIONS: Readonly<Record<string, (ordered: readonly number[], threshold: number) => number>> = {
  Items: (_ordered, threshold) => threshold,
  Percent: (ordered, threshold) => reach(ordered, (threshold / 100) * ordered.reduce((sum, value) => sum + value, 0)),
  Sum: reach,
};

/** The fewest values, from the first on, that add up to `wanted`. */
function reach(ordered: readonly number[], wanted: number): number {
  let [sum, count] = [0, 0];
  while (count < ordered.length && sum < wanted) sum += ordered[count++] as number;
  return count;
}

/** TopN and BottomN; equal values stay together. */
function isAmongEnds(values: readonly number[], filter: Filter): (value: number) => boolean {
  const top = filter.condition === 'TopN';
  const ordered = [...values].sort((a, b) => (top ? b - a : a - b));
  const selection = SELECTIONS[String(filter.selectionType ?? 'Items')];
  requireArgument(selection);
  const limit = ordered[Math.min(selection(ordered, numberOf(filter, 'threshold')), ordered.length) - 1];
  return (value) => limit !== undefined && (top ? value >= limit : value <= limit);
}

/** The test of a value filter over the values of all siblings. @throws InvalidArgument */
export function valueTest(filter: Filter, values: readonly number[]): (value: number) => boolean {
  const condition = String(filter.condition);
  if (condition === 'TopN' || condition === 'BottomN') return isAmongEnds(values, filter);
  const test = CONDITIONS[condition];
  requireArgument(test, `There is no value filter ${condition}.`);
  return (value) => test(value, filter);
}

/** The siblings that pass their field's value filter. */
export function passesValueFilter<N>(
  field: PivotField,
  siblings: N[],
  valueOf: (node: N, dataName: string) => CellValue,
): N[] {
  const filter = field.filters.valueFilter;
  if (!filter) return siblings;
  const values = siblings.map((node) => Number(valueOf(node, String(filter.value)) ?? 0) || 0);
  const test = valueTest(filter, values);
  return siblings.filter((_, index) => test(values[index] as number) !== (filter.exclusive === true));
}
