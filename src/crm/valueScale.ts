import { quantile } from './quantile';

/**
 * The stops of a slider over skewed money (C-18): steps of equal customers instead of equal amounts, because otherwise
 * nine of ten customers would lie within the first millimetre. Ascending and distinct, from 0 to above the largest value.
 *
 * @param values customer values; those without value need no stops of their own
 * @param exact values that are stops whatever the steps are: the cut points in force
 */
export function valueStops(values: readonly number[], exact: readonly number[], steps = 100): readonly number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const shares = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const stops = sorted.length ? shares.map((share) => rounded(quantile(sorted, share))) : [];
  const beyond = sorted.length ? [raised(sorted.at(-1)!)] : [];
  return [...new Set([0, ...stops, ...beyond, ...exact])].sort((a, b) => a - b);
}

/** The stop nearest to a value, by its place; equally near ones: the lower. */
export function nearestStop(stops: readonly number[], value: number): number {
  const distances = stops.map((stop) => Math.abs(stop - value));
  return distances.indexOf(Math.min(...distances));
}

/** Two digits that count: a cut point is a round number that people can remember. */
function rounded(value: number): number {
  const unit = unitOf(value);
  return exactly(Math.round(value / unit), unit);
}

/** The next such number above: a cut point that nobody reaches. */
function raised(value: number): number {
  const unit = unitOf(value);
  return exactly(Math.floor(value / unit) + 1, unit);
}

const unitOf = (value: number): number => 10 ** (Math.floor(Math.log10(value)) - 1);

/** Below 1 the unit is a fraction, which binary numbers only come near to. */
const exactly = (count: number, unit: number): number =>
  unit >= 1 ? count * unit : Number((count * unit).toPrecision(2));
