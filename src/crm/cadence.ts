import { edate } from '../shared/dates';
import { roundHalfAwayFromZero } from '../shared/numbers';
import { workdayAfter, workdayFrom, type WorkCalendar } from './calendar';

/** Revisit cadence (C-35, C-36): an ordered rule table, first match wins; default key 1 week, prospect 2, normal 1 month. */
export type CadenceUnit = 'days' | 'weeks' | 'months' | 'workdays';

export interface CadenceRule {
  /** `key`, `prospect`, `normal` or the manager's own. */
  readonly rule: string;
  /** Column of Customers that is compared; `null` = fits everybody. */
  readonly column: string | null;
  /** What the cell must hold, as people see it (the label); compared without case. */
  readonly equals: string | null;
  readonly every: number | null;
  readonly unit: CadenceUnit | null;
}

/** How the rules are read, for the whole workbook (Settings). */
export interface CadencePolicy {
  /** `lastDue`: an early or late revisit does not move the ones after it. */
  readonly base: 'lastDone' | 'lastDue';
  /** Due on a day off: due on the next working day instead. */
  readonly toWorkday: boolean;
}

const hasInterval = (every: number | null): every is number => every !== null && every > 0;

/**
 * `base` plus the interval. A month is a calendar month with the end clamped (31 Jan + 1 month = 28/29 Feb), always
 * stepped from the base; 2.5 weeks are 18 days. `null` when the rule says no interval or the result is no date; working days are unknown
 * outside the calendar.
 */
export function addCadence(
  base: number,
  every: number | null,
  unit: CadenceUnit | null,
  calendar?: WorkCalendar,
): number | null {
  if (!hasInterval(every) || unit === null) return null;
  if (unit === 'workdays') return calendar ? workdayAfter(calendar, base, every) : null;
  if (unit !== 'months') return base + roundHalfAwayFromZero(every * (unit === 'weeks' ? 7 : 1), 0);
  const due = edate(base, every);
  return Number.isNaN(due) ? null : due;
}

/** Mean length of a unit in days: what "nearest due date" is measured with. */
export const daysPerUnit = { days: 1, weeks: 7, months: 30.436875, workdays: 1.4 } as const;

/**
 * Where steps are counted from. By last done: the revisit base. By last due: the day the customer's schedule began, so
 * that the due dates stay where they are; working days always count from the revisit.
 */
export function cadenceAnchor(
  base: number | null,
  scheduleStart: number | null,
  unit: CadenceUnit | null,
  policy: Pick<CadencePolicy, 'base'>,
): number | null {
  return base === null || policy.base === 'lastDone' || unit === 'workdays' ? base : (scheduleStart ?? base);
}

/** Number of intervals from the anchor to the due date: a revisit stands for the due date nearest to it, half way: the later. */
export function cadenceSteps(anchor: number, base: number, every: number | null, unit: CadenceUnit | null): number {
  if (anchor === base || !hasInterval(every) || unit === null) return 1;
  return 1 + Math.max(0, Math.floor((base - anchor) / (every * daysPerUnit[unit]) + 0.5));
}

/** A due date on a day off moves to the next working day; outside the calendar it stays. */
export const shiftedDue = (due: number, policy: Pick<CadencePolicy, 'toWorkday'>, calendar: WorkCalendar): number =>
  policy.toWorkday ? Math.max(due, workdayFrom(calendar, due) ?? due) : due;

/**
 * Index of the first rule that fits; `label(column)` is what the customer's cell shows, `null` = there is no such column,
 * and then the rule fits nobody. -1 when none does.
 */
export function matchCadenceRule(rules: readonly CadenceRule[], label: (column: string) => string | null): number {
  return rules.findIndex(
    (rule) => !rule.column || label(rule.column)?.toLowerCase() === (rule.equals ?? '').toLowerCase(),
  );
}
