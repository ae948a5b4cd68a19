import { addCadence, type CadenceUnit } from '../../crm/cadence';
import { daysOverdue } from '../../crm/revisit';
import { isSerial } from '../../shared/dates';
import { choice, day, wholeNumber } from '../arguments';
import { cellError } from '../error';

/**
 * Date of the next revisit: the agreed one, else base plus cadence. A month ends on its last day at the latest.
 * @customfunction NEXTREVISIT
 * @param base Date of the last held revisit, else of the customer's creation. Blank gives an empty cell.
 * @param every How many units, 1 or more.
 * @param unit days, weeks or months (天, 周, 个月).
 * @param [agreedNext] Date agreed with the customer; beats the cadence.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.NEXTREVISIT([@[Last revisit]], 2, "weeks")
 */
export function nextRevisit(base: unknown, every: unknown, unit: unknown, agreedNext?: unknown): number | string {
  const agreed = day('agreedNext', agreedNext);
  const [from, count] = [day('base', base), wholeNumber('every', every)];
  const step = choice('cadenceUnit', 'unit', unit) as CadenceUnit | null;
  if (agreed !== null) return agreed;
  if (from === null || count === null || step === null) return '';
  const due = addCadence(from, count, step);
  if (due === null || !isSerial(due)) throw cellError('invalidNumber', 'outOfRange');
  return due;
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
