import { milestoneState } from '../../crm/milestone';
import { daysOverdue } from '../../crm/revisit';
import { day } from '../arguments';
import { labelIn } from '../labels';
import { cadenceDue } from './cadence';

/**
 * Date of the next revisit: the agreed one, else base plus cadence. A month ends on its last day at the latest.
 * @customfunction NEXTREVISIT
 * @param base Date of the last held revisit, else of the customer's creation. Blank gives an empty cell.
 * @param every How many units, 1 or more.
 * @param unit days, weeks or months (天, 周, 个月); working days (个工作日) with a calendar.
 * @param [agreedNext] Date agreed with the customer; beats the cadence.
 * @param [calendar] Two columns, a row for each day: date, workday (1 or 0, work or off). Needed for working days.
 * @param [toWorkday] Yes moves a date by the cadence on a day off to the next working day of the calendar.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.NEXTREVISIT([@[Last revisit]], 2, "weeks")
 */
export function nextRevisit(
  base: unknown,
  every: unknown,
  unit: unknown,
  agreedNext?: unknown,
  calendar?: unknown[][],
  toWorkday?: unknown,
): number | string {
  return day('agreedNext', agreedNext) ?? cadenceDue(base, every, unit, calendar, toWorkday);
}

/**
 * Days that a revisit is overdue; 0 when it is due today or later.
 * @customfunction OVERDUE
 * @param nextDue Date of the next revisit. Blank gives an empty cell.
 * @param today Date to count to, best a cell (crm_today) rather than TODAY().
 * @returns Days.
 * @example =CRM.OVERDUE([@[Next revisit]], crm_today)
 */
export function overdue(nextDue: unknown, today: unknown): number | string {
  const [due, asOf] = [day('nextDue', nextDue), day('today', today)];
  return due === null || asOf === null ? '' : daysOverdue(due, asOf);
}

/**
 * State of a key account's milestone, whose management hears of it a month and half a month before: later, within 30 days, within 15 days, overdue or done. Due today is not overdue.
 * @customfunction MILESTONE
 * @param due Day of the milestone.
 * @param today Date to judge by, best a cell (crm_today). Blank gives an empty cell.
 * @param [done] Day it was done; blank while it is open.
 * @param [language] Language of the answer: "en" or "zh-CN", best the workbook's (crm_language); "code" gives the code behind it. Left out: "en".
 * @returns The state.
 * @example =CRM.MILESTONE([@Due], crm_today, [@[Done on]])
 */
export function milestone(due: unknown, today: unknown, done?: unknown, language?: unknown): string {
  const [dueAt, asOf, doneAt] = [day('due', due), day('today', today), day('done', done)];
  return asOf === null ? '' : labelIn('milestoneState', milestoneState(dueAt, doneAt, asOf), language);
}
