import { compareFilled } from '../values/compare';
import type { Matrix } from '../values/matrix';
import { isError, type Scalar } from '../values/scalar';
import { rowsEqualTo } from './columnIndex';
import { fits, hasWildcards, wildcardParts } from './wildcards';

type Wanted = Exclude<Scalar, null | { error: string }>;

/** How values are compared by the lookup functions: same type only, text without case. */
function order(value: Scalar, wanted: Wanted): number | undefined {
  if (value === null || isError(value) || typeof value !== typeof wanted) return undefined;
  return compareFilled(value, wanted);
}

/** First position that equals the value, -1 when there is none; with wildcards when asked for. */
export function findExact(line: Matrix, wanted: Wanted, wildcards: boolean, backwards = false): number {
  if (wildcards && typeof wanted === 'string' && hasWildcards(wanted)) {
    const parts = wildcardParts(wanted);
    return seek(line, (value) => typeof value === 'string' && fits(value, parts), backwards);
  }
  const candidates = typeof wanted === 'boolean' ? undefined : rowsEqualTo(line, wanted);
  if (!candidates) return seek(line, (value) => order(value, wanted) === 0, backwards);
  const found = candidates.filter((position) => order(line.cells[position] ?? null, wanted) === 0);
  return (backwards ? found.at(-1) : found[0]) ?? -1;
}

function seek(line: Matrix, test: (value: Scalar) => boolean, backwards: boolean): number {
  return backwards ? lastIndex(line, test) : line.cells.findIndex(test);
}

function lastIndex(line: Matrix, test: (value: Scalar) => boolean): number {
  let position = line.cells.length - 1;
  while (position >= 0 && !test(line.cells[position]!)) position -= 1;
  return position;
}

/**
 * In sorted values: the last one that is not above (`direction` 1, ascending) or not below (-1, descending) the wanted
 * one. Errors and other types are passed over, which makes LOOKUP(2,1/(...),...) find the last hit.
 */
export function findSorted(line: Matrix, wanted: Wanted, direction: 1 | -1): number {
  return lastIndex(line, (value) => {
    const difference = order(value, wanted);
    return difference !== undefined && difference * direction <= 0;
  });
}

/** In any order: the equal one, else the nearest below (-1) or above (1). */
export function findNearest(line: Matrix, wanted: Wanted, side: 1 | -1): number {
  const exact = findExact(line, wanted, false);
  if (exact >= 0) return exact;
  let best = -1;
  line.cells.forEach((value, position) => {
    const difference = order(value, wanted);
    if (difference === undefined || Math.sign(difference) !== side) return;
    if (best < 0 || Math.sign(order(value, line.cells[best] as Wanted)!) === -side) best = position;
  });
  return best;
}
