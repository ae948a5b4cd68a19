import { LAST_SERIAL, weekday } from '../values/dates';
import { errors, type ErrorValue, type Scalar } from '../values/scalar';

/** Which weekdays are free, Monday first. */
export type Weekend = readonly boolean[];

/** Weekend numbers: 1 is Saturday and Sunday, 2 Sunday and Monday ...; 11 to 17 are single days from Sunday on. */
export function weekendDays(code: Scalar): Weekend | ErrorValue {
  if (typeof code === 'string') {
    return /^[01]{7}$/.test(code) && code !== '1111111' ? [...code].map((day) => day === '1') : errors.value;
  }
  const number = code === null ? 1 : Number(code);
  const free = number >= 11 ? [(number - 11 + 6) % 7] : [(number + 4) % 7, (number + 5) % 7];
  const known = (number >= 1 && number <= 7) || (number >= 11 && number <= 17);
  return known ? Array.from({ length: 7 }, (_, day) => free.includes(day)) : errors.num;
}

/** The date that lies so many working days after (or before) a date; stops outside the calendar. */
export function moveWorkdays(start: number, days: number, weekend: Weekend, holidays: ReadonlySet<number>): number {
  let date = start;
  let left = Math.abs(days);
  while (left > 0 && date >= 0 && date <= LAST_SERIAL) {
    date += Math.sign(days);
    if (isWorkday(date, weekend, holidays)) left -= 1;
  }
  return date;
}

/** Working days from one date to another, both included; negative when they run backwards. */
export function countWorkdays(start: number, end: number, weekend: Weekend, holidays: ReadonlySet<number>): number {
  if (start > end) return -countWorkdays(end, start, weekend, holidays);
  let count = 0;
  for (let date = start; date <= end; date += 1) if (isWorkday(date, weekend, holidays)) count += 1;
  return count;
}

function isWorkday(date: number, weekend: Weekend, holidays: ReadonlySet<number>): boolean {
  return !weekend[weekday(date)] && !holidays.has(date);
}
