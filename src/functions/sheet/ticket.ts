import { slaDue as slaDueAt } from '../../crm/sla';
import { moment, number } from '../arguments';
import { readCalendar } from '../calendar';
import { cellError } from '../error';

/**
 * Date and time by which a ticket must be answered or resolved, counted in working hours.
 * @customfunction SLADUE
 * @param submitted Date and time of submission. Blank gives an empty cell.
 * @param hours Working hours allowed; 0 gives the first open moment.
 * @param calendar Two columns, a row for each day: date, workday (1 or 0, work or off).
 * @param [workStart] Time the working day starts, 9:00 when left out.
 * @param [workEnd] Time the working day ends, 17:00 when left out.
 * @param [breakStart] Time the lunch break starts; no break when left out.
 * @param [breakEnd] Time the lunch break ends.
 * @returns Date and time serial; format the cell as date and time.
 * @example =CRM.SLADUE([@Submitted], 4, Calendar[[Date]:[Working day]])
 */
export function slaDue(
  submitted: unknown,
  hours: unknown,
  calendar: unknown[][],
  workStart?: unknown,
  workEnd?: unknown,
  breakStart?: unknown,
  breakEnd?: unknown,
): number | string {
  const [start, allowed] = [moment('submitted', submitted), number('hours', hours)];
  const workDays = readCalendar(calendar, workStart, workEnd, breakStart, breakEnd);
  if (start === null || allowed === null) return '';
  if (allowed < 0) throw cellError('invalidNumber', 'outOfRange');
  const due = slaDueAt(start, allowed, workDays);
  if (due === null) throw cellError('notAvailable', 'outsideCalendar');
  return due;
}
