/** Targets and how far they are reached (C-46, C-47). Money in major units; `null` = not computable, never 0. */
import { roundHalfAwayFromZero } from '../shared/numbers';

/** Actual / target; `null` without a target above 0. */
export const attainment = (actual: number, target: number | null): number | null =>
  target === null || target <= 0 ? null : actual / target;

/** What is still to be won; 0 when the target is reached. */
export const gap = (actual: number, target: number | null, digits: number): number | null =>
  target === null ? null : Math.max(0, roundHalfAwayFromZero(target - actual, digits));

/** Open weighted pipeline / what is still to be won: below 1 it will not do. `null` when nothing is left to win. */
export const coverage = (weighted: number, remaining: number | null): number | null =>
  remaining === null || remaining <= 0 ? null : weighted / remaining;

/** Where the period ends up at the pace so far; `null` before its first day. All days are serials, both ends count. */
export function runRate(actual: number, first: number, last: number, today: number, digits: number): number | null {
  const elapsed = Math.min(today, last) - first + 1;
  return elapsed <= 0 ? null : roundHalfAwayFromZero((actual / elapsed) * (last - first + 1), digits);
}
