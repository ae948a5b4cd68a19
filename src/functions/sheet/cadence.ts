import { addCadence, shiftedDue, type CadenceUnit } from '../../crm/cadence';
import { workdayAfter as workdayAfterDay } from '../../crm/calendar';
import { revisitState as stateOf } from '../../crm/revisit';
import { isSerial } from '../../shared/dates';
import { choice, day, flag, wholeNumber } from '../arguments';
import { readCalendar } from '../calendar';
import { cellError } from '../error';
import { labelIn } from '../labels';
import { loadTable } from '../loadTable';

/**
 * Due date by a cadence, working days and days off included: base plus the interval.
 * @customfunction CADENCEDUE
 * @param base Date to count from: the last held revisit. Blank gives an empty cell.
 * @param every How many units, 1 or more.
 * @param unit days, weeks, months or working days (天, 周, 个月, 个工作日).
 * @param [calendar] Two columns, a row for each day: date, workday (1 or 0, work or off). Needed for working days.
 * @param [toWorkday] Yes moves a date on a day off to the next working day of the calendar.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.CADENCEDUE([@[Last revisit]], 5, "working days", Calendar[[Date]:[Working day]])
 */
export function cadenceDue(
  base: unknown,
  every: unknown,
  unit: unknown,
  calendar?: unknown[][],
  toWorkday?: unknown,
): number | string {
  const [from, count] = [day('base', base), wholeNumber('every', every)];
  const step = choice('cadenceUnit', 'unit', unit) as CadenceUnit | null;
  const days = calendar ? readCalendar(calendar, null, null) : undefined;
  if (from === null || count === null || step === null) return '';
  if (step === 'workdays' && !days) throw cellError('notAvailable', 'needsCalendar');
  const due = addCadence(from, count, step, days);
  if (due === null && step === 'workdays') throw cellError('notAvailable', 'outsideCalendar');
  if (due === null || !isSerial(due)) throw cellError('invalidNumber', 'outOfRange');
  return days ? shiftedDue(due, { toWorkday: flag('toWorkday', toWorkday) }, days) : due;
}

/**
 * The n-th working day after a date, by a calendar with days off and make-up days, which WORKDAY does not know.
 * @customfunction WORKDAYAFTER
 * @param date Date to count from; it is not counted itself. Blank gives an empty cell.
 * @param days How many working days, 1 or more.
 * @param calendar Two columns, a row for each day: date, workday (1 or 0, work or off). It must reach beyond the result.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.WORKDAYAFTER([@Ordered], 3, Calendar[[Date]:[Working day]])
 */
export function workdayAfter(date: unknown, days: unknown, calendar: unknown[][]): number | string {
  const [from, count] = [day('date', date), wholeNumber('days', days)];
  const known = readCalendar(calendar, null, null);
  if (from === null || count === null) return '';
  const found = workdayAfterDay(known, from, count);
  if (found === null) throw cellError('notAvailable', 'outsideCalendar');
  return found;
}

/**
 * State of a revisit: overdue, due today, upcoming, never contacted or no contact. Due today is not overdue.
 * @customfunction REVISITSTATE
 * @param nextDue Date of the next revisit. Blank means never contacted.
 * @param today Date to judge by, best a cell (crm_today). Blank gives an empty cell.
 * @param [paused] Yes for a customer who wants no contact or has terminated.
 * @param [language] Language of the answer: "en" or "zh-CN"; "code" gives the code behind it. Left out: "en".
 * @returns The state.
 * @example =CRM.REVISITSTATE([@[Next revisit]], crm_today, [@[Do not contact]])
 */
export function revisitState(nextDue: unknown, today: unknown, paused?: unknown, language?: unknown): string {
  const [due, asOf] = [day('nextDue', nextDue), day('today', today)];
  return asOf === null ? '' : labelIn('revisitState', stateOf(flag('paused', paused), due, asOf), language);
}

/**
 * Revisits by owner and week for the coming weeks, repeated by their cadence: compare two of these to see what a new cadence does. Spills below and to the right.
 * @customfunction REVISITLOAD
 * @param owners Owner of each customer, one column.
 * @param nextDues Date of each customer's next revisit; a blank is not due. Overdue ones count in the present week.
 * @param today Date to begin from, best a cell (crm_today).
 * @param [every] How many units each customer's cadence has, one column or one number; left out: next revisits only.
 * @param [units] Units: days, weeks or months, one column or one text. Working days are not repeated.
 * @param [weeks] How many weeks, 8 when left out, 52 at most.
 * @returns Owner and the number of revisits in each week, with a header row of Mondays.
 * @example =CRM.REVISITLOAD(Customers[Owner], Customers[Next revisit], crm_today, 2, "weeks")
 */
export function revisitLoad(
  owners: unknown[][],
  nextDues: unknown[][],
  today: unknown,
  every?: unknown[][],
  units?: unknown[][],
  weeks?: unknown,
): unknown[][] {
  return loadTable({ owners, nextDues, today, every, units, weeks });
}
