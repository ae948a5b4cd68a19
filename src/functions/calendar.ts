import { buildCalendar, workBreak, type Holiday, type WorkCalendar } from '../crm/calendar';
import { choice, day, numberWithin, tableRows, type Cells } from './arguments';
import { cellError } from './error';

/** Working day of the Settings sheet: 9:00 to 17:00. */
const defaultHours = { start: 9 / 24, end: 17 / 24 };

/** The calendar arguments of SLADUE and its kin. A break outside the working day is none. Days missing between the first and the last date follow the week. */
export function readCalendar(
  cells: Cells,
  workStart: unknown,
  workEnd: unknown,
  breakStart?: unknown,
  breakEnd?: unknown,
): WorkCalendar {
  const start = numberWithin('workStart', workStart, 0, 1) ?? defaultHours.start;
  const end = numberWithin('workEnd', workEnd, 0, 1) ?? defaultHours.end;
  if (end <= start) throw cellError('invalidNumber', 'outOfRange');
  const days = tableRows('calendar', cells, 2).map(readDay);
  const [first, last] = days.reduce(
    ([least, most], { date }) => [Math.min(least, date), Math.max(most, date)],
    [Infinity, -Infinity],
  );
  const breakTimes = [breakStart, breakEnd].map((cell) => numberWithin('workBreak', cell, 0, 1) ?? 0);
  return buildCalendar(first, last, days, start, end, workBreak(start, end, breakTimes[0]!, breakTimes[1]!));
}

function readDay([date, kind]: readonly unknown[]): Holiday {
  const serial = day('calendar', date);
  if (serial === null) throw cellError('invalidValue', 'notADate', { name: 'calendar', value: '' });
  return { date: serial, kind: works(kind) ? 'work' : 'off' };
}

const works = (kind: unknown): boolean =>
  typeof kind === 'number' || typeof kind === 'boolean'
    ? Boolean(kind)
    : choice('dayKind', 'calendar', kind) === 'work';
