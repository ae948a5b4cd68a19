import { asMatrix, asScalar, broadcast, type Read } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import type { Node } from '../language/tree';
import { toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import { errorIn, lazy, MANY, mean, numbersOf, ofNumbers, reading, sum, type Builtin, type Library } from './define';

/** Counting, averages, order statistics and straight-line fits. */
export const statistics: Library = {
  COUNT: lazy(1, MANY, (nodes, scope) => count(nodes, scope, isCountable)),
  COUNTA: lazy(1, MANY, (nodes, scope) => count(nodes, scope, (value) => value !== null)),
  COUNTBLANK: lazy(1, 1, countBlank),
  AVERAGE: ofNumbers(mean),
  MAX: ofNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  MIN: ofNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MEDIAN: ofNumbers((numbers) => percentile(numbers, 0.5)),
  'MODE.SNGL': ofNumbers(mode),
  MODE: ofNumbers(mode),
  GEOMEAN: ofNumbers((numbers) => Math.exp(sum(numbers.map(Math.log)) / numbers.length)),
  'STDEV.S': ofNumbers((numbers) => root(variance(numbers, 1))),
  STDEV: ofNumbers((numbers) => root(variance(numbers, 1))),
  'STDEV.P': ofNumbers((numbers) => root(variance(numbers, 0))),
  STDEVP: ofNumbers((numbers) => root(variance(numbers, 0))),
  'VAR.S': ofNumbers((numbers) => variance(numbers, 1)),
  VAR: ofNumbers((numbers) => variance(numbers, 1)),
  'VAR.P': ofNumbers((numbers) => variance(numbers, 0)),
  VARP: ofNumbers((numbers) => variance(numbers, 0)),
  LARGE: ordered((numbers, position) => numbers[numbers.length - Math.ceil(position)] ?? errors.num),
  SMALL: ordered((numbers, position) => numbers[Math.ceil(position) - 1] ?? errors.num),
  'PERCENTILE.INC': ordered(percentile),
  PERCENTILE: ordered(percentile),
  'PERCENTILE.EXC': ordered(percentileExclusive),
  'QUARTILE.INC': ordered((numbers, quarter) => percentile(numbers, Math.trunc(quarter) / 4)),
  QUARTILE: ordered((numbers, quarter) => percentile(numbers, Math.trunc(quarter) / 4)),
  'QUARTILE.EXC': ordered((numbers, quarter) => percentileExclusive(numbers, Math.trunc(quarter) / 4)),
  'PERCENTRANK.INC': ordered(percentRank),
  PERCENTRANK: ordered(percentRank),
  'RANK.EQ': reading(2, 3, (values) => rank(values, () => 0)),
  RANK: reading(2, 3, (values) => rank(values, () => 0)),
  'RANK.AVG': reading(2, 3, (values) => rank(values, (ties) => (ties - 1) / 2)),
  CORREL: pairs(({ xy, xx, yy }) => (xx * yy === 0 ? errors.div0 : xy / Math.sqrt(xx * yy))),
  SLOPE: pairs(({ xy, xx }) => (xx === 0 ? errors.div0 : xy / xx)),
  INTERCEPT: pairs(({ xy, xx, meanX, meanY }) => (xx === 0 ? errors.div0 : meanY - (xy / xx) * meanX)),
  FORECAST: reading(3, 3, ([at, ys, xs]) => forecast(at!, ys!, xs!)),
  'FORECAST.LINEAR': reading(3, 3, ([at, ys, xs]) => forecast(at!, ys!, xs!)),
  FREQUENCY: reading(2, 2, ([data, bins]) => frequency(asMatrix(data!), asMatrix(bins!))),
};

function isCountable(value: Scalar, written: boolean): boolean {
  return typeof value === 'number' || (written && !isError(value) && !isError(toNumber(value)));
}

/** `counted` is told whether the value is written into the formula (then text that is a number counts). */
function count(nodes: readonly Node[], scope: Scope, counted: (value: Scalar, written: boolean) => boolean): number {
  let total = 0;
  for (const node of nodes) {
    const value = scope.value(node);
    const read = scope.dereference(value);
    const written = !(value instanceof Reference) && !(read instanceof Matrix);
    if (node.kind === 'missing') total += 1;
    else for (const cell of asMatrix(read).cells) if (counted(cell, written)) total += 1;
  }
  return total;
}

/** Cells that look empty: blank or "". Cells beyond the used part of a whole column are blank too. */
function countBlank(nodes: readonly Node[], scope: Scope): Scalar {
  const area = scope.value(nodes[0]!);
  if (!(area instanceof Reference)) return isError(area) ? area : errors.value;
  const { cells } = asMatrix(scope.dereference(area));
  return area.rows * area.columns - cells.filter((cell) => cell !== null && cell !== '').length;
}

function mode(numbers: number[]): Scalar {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = [...counts.values()].reduce((high, times) => Math.max(high, times), 0);
  return most < 2 ? errors.na : [...counts].find(([, times]) => times === most)![0];
}

function variance(numbers: readonly number[], lost: number): Scalar {
  if (numbers.length <= lost) return errors.div0;
  const middle = sum(numbers) / numbers.length;
  return sum(numbers.map((number) => (number - middle) ** 2)) / (numbers.length - lost);
}

function root(value: Scalar): Scalar {
  return typeof value === 'number' ? Math.sqrt(value) : value;
}

/** A statistic of the sorted numbers of the first argument and one or more positions; arrays of positions spill. */
function ordered(body: (sorted: number[], position: number) => Scalar): Builtin {
  return lazy(2, 3, (nodes, scope) => {
    const numbers = numbersOf(nodes.slice(0, 1), scope);
    if (isError(numbers)) return numbers;
    const sorted = numbers.sort((left, right) => left - right);
    return broadcast([scope.read(nodes[1]!)], (position) => {
      const number = toNumber(position!);
      if (isError(number)) return number;
      return sorted.length ? body(sorted, number) : errors.num;
    });
  });
}

/** Linear interpolation between the sorted numbers, ends included; sorts what it gets. */
export function percentile(numbers: number[], share: number): Scalar {
  if (numbers.length === 0 || share < 0 || share > 1) return errors.num;
  return interpolate(numbers, share * (numbers.length - 1));
}

function percentileExclusive(numbers: number[], share: number): Scalar {
  const position = share * (numbers.length + 1) - 1;
  return position < 0 || position > numbers.length - 1 ? errors.num : interpolate(numbers, position);
}

function interpolate(numbers: number[], position: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const low = sorted[Math.floor(position)]!;
  const high = sorted[Math.ceil(position)]!;
  return low + (high - low) * (position - Math.floor(position));
}

/** Truncated to three digits, as Excel does by default. */
function percentRank(sorted: number[], value: number): Scalar {
  const above = sorted.findIndex((number) => number >= value);
  if (above < 0 || value < sorted[0]!) return errors.na;
  if (sorted.length === 1) return 1;
  const low = sorted[above] === value ? above : above - 1;
  const part = sorted[above] === value ? 0 : (value - sorted[low]!) / (sorted[above]! - sorted[low]!);
  return Math.floor(((low + part) / (sorted.length - 1)) * 1000 + 1e-9) / 1000;
}

function rank([subjects, among, order]: Read[], shift: (ties: number) => number): Read {
  const numbers = asMatrix(among!).cells.filter((cell) => typeof cell === 'number');
  const ascending = order !== undefined && order !== null && asScalar(order) !== 0 && asScalar(order) !== false;
  return broadcast([subjects!], (subject) => {
    const number = toNumber(subject!);
    if (isError(number)) return number;
    const ties = numbers.filter((other) => other === number).length;
    const before = numbers.filter((other) => (ascending ? other < number : other > number)).length;
    return ties ? before + 1 + shift(ties) : errors.na;
  });
}

interface Sums {
  meanX: number;
  meanY: number;
  xx: number;
  yy: number;
  xy: number;
}

/** A statistic of number pairs (ys, xs); pairs with text or blanks are left out. */
function pairs(body: (sums: Sums) => Scalar): Builtin {
  return reading(2, 2, ([ys, xs]) => {
    const sums = pairSums(asMatrix(ys!), asMatrix(xs!));
    return isError(sums) ? sums : body(sums);
  });
}

function pairSums(ys: Matrix, xs: Matrix): Sums | ErrorValue {
  const error = errorIn(ys) ?? errorIn(xs);
  if (error) return error;
  if (ys.size !== xs.size) return errors.na;
  const both = ys.cells
    .map((y, index) => [xs.cells[index], y])
    .filter((pair) => pair.every((value) => typeof value === 'number'));
  if (both.length === 0) return errors.div0;
  const meanX = sum(both.map(([x]) => x as number)) / both.length;
  const meanY = sum(both.map(([, y]) => y as number)) / both.length;
  const product = (left: 0 | 1, right: 0 | 1) =>
    sum(both.map((pair) => deviation(pair, left) * deviation(pair, right)));
  const deviation = (pair: (Scalar | undefined)[], side: 0 | 1) => (pair[side] as number) - (side ? meanY : meanX);
  return { meanX, meanY, xx: product(0, 0), yy: product(1, 1), xy: product(0, 1) };
}

function forecast(at: Read, ys: Read, xs: Read): Read {
  const sums = pairSums(asMatrix(ys), asMatrix(xs));
  if (isError(sums)) return sums;
  return broadcast([at], (value) => {
    const x = toNumber(value!);
    if (isError(x)) return x;
    return sums.xx === 0 ? errors.div0 : sums.meanY + (sums.xy / sums.xx) * (x - sums.meanX);
  });
}

function frequency(data: Matrix, bins: Matrix): Matrix {
  const limits = bins.cells.filter((cell) => typeof cell === 'number');
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const value of data.cells) {
    if (typeof value !== 'number') continue;
    const bin = limits.findIndex((limit) => value <= limit);
    counts[bin < 0 ? limits.length : bin]! += 1;
  }
  return new Matrix(counts.length, 1, counts);
}
