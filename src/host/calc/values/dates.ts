/**
 * Calendar arithmetic on serials of the 1900 date system, with its 29 February 1900 (serial 60) that never was.
 * Independent of src/shared on purpose: an engine that shares the product's arithmetic could never contradict it.
 */

const DAY = 86_400_000;
/** Serial 0 is one day before 1 January 1900; from March 1900 on serials are one higher than the days passed. */
const EPOCH = Date.UTC(1899, 11, 31);
const LEAP_BUG = 60;

/** The 1904 system counts from 1 January 1904. */
export const OFFSET_1904 = 1462;
/** 31 December 9999. */
export const LAST_SERIAL = 2_958_465;

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** Serial of a date; months and days outside their range roll over, as in DATE(). */
export function dateSerial(year: number, month: number, day: number): number {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  const days = Math.round((utc.getTime() - EPOCH) / DAY);
  return days >= LEAP_BUG ? days + 1 : days;
}

export function calendarDay(serial: number): CalendarDay {
  const whole = Math.floor(serial);
  if (whole === LEAP_BUG) return { year: 1900, month: 2, day: 29 };
  const date = new Date(EPOCH + (whole > LEAP_BUG ? whole - 1 : whole) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day some months away, or the month's last day. */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = calendarDay(serial);
  const target = calendarDay(dateSerial(year, month + months, 1));
  return dateSerial(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)));
}

/** 0 = Monday ... 6 = Sunday; right for dates from March 1900 on. */
export function weekday(serial: number): number {
  return (((Math.floor(serial) - 2) % 7) + 7) % 7;
}
