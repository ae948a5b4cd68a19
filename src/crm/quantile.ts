/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC,
 * the default of R and NumPy. `sorted` ascending and not empty; `share` 0..1.
 *
 * Written as `a + (b - a) * f`, so that equal neighbours give exactly their value and ties stay ties.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}

/** Inner cut points of `bins` bins of equal share: `bins - 1` numbers, ascending, equal ones where values tie. */
export function quantileCuts(values: Float64Array, bins: number): readonly number[] {
  if (values.length === 0) return [];
  const sorted = values.slice().sort();
  return Array.from({ length: bins - 1 }, (_, index) => quantile(sorted, (index + 1) / bins));
}

/**
 * Bin of a value, 1 = lowest: one more than the cut points below it. A value that equals a cut point belongs to the bin
 * under it (right-closed), so that equal values always share a bin.
 */
export function binOf(value: number, cuts: readonly number[]): number {
  let bin = 1;
  for (const cut of cuts) if (cut < value) bin += 1;
  return bin;
}
