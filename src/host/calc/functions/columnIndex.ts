import { parseNumber } from '../values/parseNumber';
import type { Matrix } from '../values/matrix';
import type { Scalar } from '../values/scalar';

/** Below this size a scan is as fast. */
const WORTHWHILE = 32;

/**
 * Positions by value, made once per range and recalculation: ten thousand roll-ups over one column then cost one pass.
 * Text that reads as a number is filed under both, because criteria find it either way.
 */
const indexes = new WeakMap<Matrix, Map<string, number[]>>();

/** Candidates for equality, in order; a superset that the caller still tests. `undefined` when a scan is better. */
export function rowsEqualTo(matrix: Matrix, wanted: number | string): number[] | undefined {
  if (matrix.size < WORTHWHILE) return undefined;
  let index = indexes.get(matrix);
  if (!index) indexes.set(matrix, (index = build(matrix)));
  return index.get(typeof wanted === 'string' ? textKey(wanted) : numberKey(wanted)) ?? [];
}

function build(matrix: Matrix): Map<string, number[]> {
  const index = new Map<string, number[]>();
  matrix.cells.forEach((value, position) => {
    for (const key of keysOf(value)) {
      const known = index.get(key);
      if (known) known.push(position);
      else index.set(key, [position]);
    }
  });
  return index;
}

function keysOf(value: Scalar): string[] {
  if (typeof value === 'number') return [numberKey(value)];
  if (typeof value !== 'string') return [];
  const number = parseNumber(value);
  return number === null ? [textKey(value)] : [textKey(value), numberKey(number)];
}

function textKey(text: string): string {
  return `t${text.toLowerCase()}`;
}

function numberKey(number: number): string {
  return `n${Number(number.toPrecision(15))}`;
}
