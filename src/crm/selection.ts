/** Below this many values sorting is quicker than parting them again. */
const few = 64;

/**
 * Puts the values of some ranks (0-based) where sorting would put them, in place, and leaves the others around them
 * half sorted: Hoare's quick selection for several ranks at once, a few passes instead of a sort. Where pivots happen to
 * be bad again and again, what is left is sorted after all, so that no data makes it slow. `values` without NaN.
 */
export function placeRanks(values: Float64Array, ranks: readonly number[]): void {
  place(values, ranks, 0, values.length - 1, 2 * Math.ceil(Math.log2(values.length + 1)));
}

function place(values: Float64Array, ranks: readonly number[], from: number, to: number, depth: number): void {
  const inside = ranks.filter((rank) => rank >= from && rank <= to);
  if (!inside.length) return;
  if (to - from < few || depth === 0) {
    values.subarray(from, to + 1).sort();
    return;
  }
  const [left, right] = part(values, from, to);
  place(values, inside, from, right, depth - 1);
  place(values, inside, left, to, depth - 1);
}

/** Smaller values end up at or before `right`, larger ones at or after `left`; what is between equals the pivot. */
function part(values: Float64Array, from: number, to: number): readonly [left: number, right: number] {
  const pivot = middleOf(values[from]!, values[(from + to) >> 1]!, values[to]!);
  let left = from;
  let right = to;
  while (left <= right) {
    while (values[left]! < pivot) left += 1;
    while (values[right]! > pivot) right -= 1;
    if (left > right) break;
    const value = values[left]!;
    values[left] = values[right]!;
    values[right] = value;
    left += 1;
    right -= 1;
  }
  return [left, right];
}

const middleOf = (a: number, b: number, c: number) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
