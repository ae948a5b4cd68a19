import { sameNumber } from './convert';
import { isError, type ErrorValue, type Scalar } from './scalar';

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
/** Excel's order of types: numbers, then text, then FALSE and TRUE. */
const RANK = { number: 0, string: 1, boolean: 2 } as const;

type Comparable = number | string | boolean;

/** Negative, zero or positive; text ignores case; a blank takes the other side's empty value. */
export function compare(left: Scalar, right: Scalar): number | ErrorValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  return compareFilled(left ?? emptyLike(right), right ?? emptyLike(left));
}

/** Blank-free comparison, also the order in which SORT and approximate lookups see values. */
export function compareFilled(left: Comparable, right: Comparable): number {
  if (typeof left !== typeof right) return rank(left) - rank(right);
  if (typeof left === 'string') return compareText(left, right as string);
  if (typeof left === 'number' && sameNumber(left, right as number)) return 0;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function compareText(left: string, right: string): number {
  if (left === right || left.toLowerCase() === right.toLowerCase()) return 0;
  return collator.compare(left, right) || (left < right ? -1 : 1);
}

function rank(value: Comparable): number {
  return RANK[typeof value as keyof typeof RANK];
}

function emptyLike(value: Scalar): Comparable {
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? false : 0;
}
