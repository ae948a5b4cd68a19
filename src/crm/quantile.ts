import { placeRanks } from './selection';

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC,
 * the default of R and NumPy. `sorted` ascending and not empty; `share` 0..1.
 *
 * Written as `a + (b - a) * f`, so that equal neighbours give exactly their value and ties stay ties.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const [below, above] = ranksOf(sorted.length, share);
  const low = sorted[below]!;
  return low + (sorted[above]! - low) * (position - below);
}

/** Places in ascending order of the two values that a quantile lies between. */
function ranksOf(length: number, share: number): readonly [below: number, above: number] {
  const below = Math.floor((length - 1) * share);
  return [below, Math.min(below + 1, length - 1)];
}

/** Inner cut points of `bins` bins of equal share: `bins - 1` numbers, ascending, equal ones where values tie. */
export function quantileCuts(values: Float64Array, bins: number): readonly number[] {
  if (values.length === 0) return [];
  const shares = Array.from({ length: bins - 1 }, (_, index) => (index + 1) / bins);
  const placed = values.slice();
  placeRanks(
    placed,
    shares.flatMap((share) => ranksOf(placed.length, share)),
  );
  return shares.map((share) => quantile(placed, share));
}

/**
 * Bin of a value, 1 = lowest: one more than the cut points below it. A value that equals a cut point belongs to the bin
 * under it (right-closed), so that equal values always share a bin.
 */
export function binOf(value: number, cuts: readonly number[]): number {
  let bin = 1;
  // Counted, not branched: which side of a cut point a value is on cannot be foretold.
  for (let index = 0; index < cuts.length; index += 1) bin += Number(cuts[index]! < value);
  return bin;
}
