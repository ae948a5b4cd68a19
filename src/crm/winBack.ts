/** Win-back (C-32): how many of those who were lost bought again. */
import { limitsOf, type ActivityPolicy } from './activity';

/** A reference line from the field, not a fact: one lost customer in four can be won back (C-32). */
export const winBackReference = 0.25;

export interface WinBack {
  /** How often customers were lost: one customer can be lost, won back and lost again. */
  readonly lost: number;
  readonly wonBack: number;
  /** wonBack / lost; `null` when nobody was ever lost. */
  readonly rate: number | null;
  readonly reference: number;
}

/** What the orders of one customer say. `days` ascending serials up to `asOf`; see `activityOf` for `lostAt`. */
export function winBackOf(days: readonly number[], lostAt: number | null, asOf: number, policy: ActivityPolicy) {
  let wonBack = 0;
  for (let index = 1; index < days.length; index += 1) {
    const [before, day] = [days[index - 1]!, days[index]!];
    const isMarked = lostAt !== null && lostAt >= before && lostAt < day;
    if (isMarked || isLong(days, index, day - before, policy)) wonBack += 1;
  }
  const last = days.at(-1);
  const isMarkedNow = lostAt !== null && lostAt <= asOf && (last === undefined || last <= lostAt);
  const isLostNow = isMarkedNow || (last !== undefined && isLong(days, days.length, asOf - last, policy));
  return { lost: wonBack + (isLostNow ? 1 : 0), wonBack };
}

/** Whether so many days after the first orders mean "lost", judged by what was known then. Short ones need no median. */
const isLong = (days: readonly number[], known: number, gap: number, policy: ActivityPolicy): boolean =>
  gap >= policy.lostDays && gap >= limitsOf(days.slice(0, known), policy).lostFrom;

export function winBack(customers: readonly { readonly lost: number; readonly wonBack: number }[]): WinBack {
  const lost = customers.reduce((sum, one) => sum + one.lost, 0);
  const wonBack = customers.reduce((sum, one) => sum + one.wonBack, 0);
  return { lost, wonBack, rate: lost ? wonBack / lost : null, reference: winBackReference };
}
