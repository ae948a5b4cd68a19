import { addMonths, calendarDay, dateSerial, daysInMonth, type CalendarDay } from '../values/dates';
import { errors, type Scalar } from '../values/scalar';

/** DATEDIF units. `md`, known to be odd in Excel, counts from the same day of the month before the end. */
const UNITS: Readonly<Record<string, (start: number, end: number) => number>> = {
  Y: (start, end) => Math.floor(wholeMonths(start, end) / 12),
  M: wholeMonths,
  D: (start, end) => end - start,
  YM: (start, end) => wholeMonths(start, end) % 12,
  YD: (start, end) => end - addMonths(start, 12 * Math.floor(wholeMonths(start, end) / 12)),
  MD: daysAfterMonths,
};

/** DATEDIF(start, end, unit) on whole days. */
export function dateDifference(start: number, end: number, unit: string): Scalar {
  if (start > end) return errors.num;
  return UNITS[unit.toUpperCase()]?.(start, end) ?? errors.num;
}

function wholeMonths(start: number, end: number): number {
  const [first, last] = [calendarDay(start), calendarDay(end)];
  return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day ? 1 : 0);
}

function daysAfterMonths(start: number, end: number): number {
  const [first, last] = [calendarDay(start), calendarDay(end)];
  if (last.day >= first.day) return last.day - first.day;
  return end - dateSerial(last.year, last.month - 1, first.day);
}

/** Day counts: 0 US 30/360, 1 actual, 2 actual/360, 3 actual/365, 4 European 30/360. */
const BASES: readonly ((start: number, end: number) => number)[] = [
  (start, end) => thirty(calendarDay(start), calendarDay(end), false) / 360,
  (start, end) => (end - start) / averageYear(calendarDay(start), calendarDay(end)),
  (start, end) => (end - start) / 360,
  (start, end) => (end - start) / 365,
  (start, end) => thirty(calendarDay(start), calendarDay(end), true) / 360,
];

/** YEARFRAC(start, end, basis). */
export function yearFraction(start: number, end: number, basis: number): Scalar {
  return BASES[Math.trunc(basis)]?.(Math.min(start, end), Math.max(start, end)) ?? errors.num;
}

function thirty(start: CalendarDay, end: CalendarDay, european: boolean): number {
  const startsLate = isLastOfFebruary(start) && !european;
  const endsLate = startsLate && isLastOfFebruary(end);
  const first = startsLate ? 30 : Math.min(start.day, 30);
  const last = endsLate ? 30 : end.day === 31 && (european || first === 30) ? 30 : end.day;
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first;
}

function isLastOfFebruary({ year, month, day }: CalendarDay): boolean {
  return month === 2 && day === daysInMonth(year, 2);
}

/** The year's length that actual/actual divides by: over more than a year, the average of the years touched. */
function averageYear(start: CalendarDay, end: CalendarDay): number {
  const withinYear =
    end.year === start.year ||
    (end.year === start.year + 1 && (end.month < start.month || (end.month === start.month && end.day <= start.day)));
  if (withinYear) return touchesLeapDay(start, end) ? 366 : 365;
  const years = end.year - start.year + 1;
  return (dateSerial(end.year + 1, 1, 1) - dateSerial(start.year, 1, 1)) / years;
}

function touchesLeapDay(start: CalendarDay, end: CalendarDay): boolean {
  if (start.year === end.year) return daysInMonth(start.year, 2) === 29;
  if (daysInMonth(start.year, 2) === 29) return start.month <= 2;
  return daysInMonth(end.year, 2) === 29 && (end.month > 2 || (end.month === 2 && end.day === 29));
}
