import { type CellValue, isCellError } from '../store/cell';
import type { Aggregation } from '../store/pivot';

const DIVISION: CellValue = { error: '#DIV/0!' };

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean square distance; `lost` degrees of freedom (1 for a sample). */
function variance(values: readonly number[], lost: 0 | 1): number | null {
  if (values.length <= lost) return null;
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - lost);
}

function root(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}

/** Each function over the numbers of a group; null is a division by zero. `filled` counts cells that are not blank. */
const FUNCTIONS: Record<Aggregation, (numbers: readonly number[], filled: number) => number | null> = {
  Sum: sum,
  Count: (_numbers, filled) => filled,
  Average: (numbers) => (numbers.length === 0 ? null : sum(numbers) / numbers.length),
  Max: (numbers) => numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0),
  Min: (numbers) => numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0),
  Product: (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, value) => product * value, 1)),
  CountNumbers: (numbers) => numbers.length,
  StandardDeviation: (numbers) => root(variance(numbers, 1)),
  StandardDeviationP: (numbers) => root(variance(numbers, 0)),
  Variance: (numbers) => variance(numbers, 1),
  VarianceP: (numbers) => variance(numbers, 0),
};

/** How Excel names a data field by its function. */
export const AGGREGATION_NAMES: Readonly<Record<Aggregation, string>> = {
  Sum: 'Sum of',
  Count: 'Count of',
  Average: 'Average of',
  Max: 'Max of',
  Min: 'Min of',
  Product: 'Product of',
  CountNumbers: 'Count of',
  StandardDeviation: 'StdDev of',
  StandardDeviationP: 'StdDevp of',
  Variance: 'Var of',
  VarianceP: 'Varp of',
};

/** The functions a script may choose. */
export const AGGREGATIONS = Object.keys(FUNCTIONS) as Aggregation[];

/** One number for a group of values; an error among them is the result, except where cells are counted. */
export function aggregate(by: Aggregation, values: readonly CellValue[]): CellValue {
  const error = values.find(isCellError);
  if (error && by !== 'Count' && by !== 'CountNumbers') return error;
  const numbers = values.filter((value) => typeof value === 'number');
  const filled = values.filter((value) => value !== null && value !== '').length;
  return FUNCTIONS[by](numbers, filled) ?? DIVISION;
}

/** What "Automatic" means: Sum of a column of numbers, else Count (rule `pivot-automatic-function`). */
export function automaticFunction(values: readonly CellValue[]): Aggregation {
  return values.every((value) => typeof value === 'number') ? 'Sum' : 'Count';
}
