/**
 * Dates are serials of Excel's 1900 system: whole days, time as a fraction. Serial arithmetic is integer arithmetic and
 * the calendar comes from `Date.UTC`, never from local time, where a clock change shifts a day (decision 6).
 * Serials 1..60 follow Excel, which believes in 1900-02-29 (serial 60).
 */
import { CrmError } from './errors';

const millisecondsPerDay = 86_400_000;
const secondsPerDay = 86_400;
const minutesPerDay = 1_440;
/** Serial of 1970-01-01. */
const unixEpoch = 25_569;
/** Excel's 1900-02-29, a day that never was. */
const unrealDay = 60;
const lastSerial = 2_958_465;
/** Days between the two date systems of Excel workbooks. */
const offset1904 = 1_462;

export interface DateParts {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

/** Whether Excel shows this number as a date (1900-01-01 up to the end of 9999-12-31). */
export const isSerial = (serial: number): boolean => serial >= 1 && serial < lastSerial + 1;

/** Serial of a calendar day; `null` when there is no such day (2023-02-29, 1900-02-29) or Excel cannot hold it. */
export function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = date.getTime() / millisecondsPerDay + unixEpoch;
  const serial = days <= unrealDay ? days - 1 : days;
  return isSerial(serial) ? serial : null;
}

/** Calendar day of a serial (its time is left out); for serial 60 Excel's own 1900-02-29. */
export function partsOf(serial: number): DateParts {
  const day = Math.floor(serial);
  if (day === unrealDay) return { year: 1900, month: 2, day: 29 };
  const date = new Date(((day < unrealDay ? day + 1 : day) - unixEpoch) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Reads `YYYY-MM-DD`, optionally with `THH:mm` or `THH:mm:ss`; `null` when it is anything else or no such day. */
export function readIso(iso: string): number | null {
  const match = isoPattern.exec(iso);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as Six;
  const date = serialOf(year, month, day);
  const time = timeOf(hour, minute, second);
  return date === null || time === null ? null : date + time;
}

type Six = [number, number, number, number, number, number];

/** {@link readIso} for texts that must be dates (settings, fixtures); throws `badDate`. */
export function toSerial(iso: string): number {
  const serial = readIso(iso);
  if (serial === null) throw new CrmError('badDate', { value: iso });
  return serial;
}

/** `YYYY-MM-DD` of a serial; "" for a number that is no date. */
export function toIso(serial: number): string {
  const rounded = roundToSecond(serial);
  if (!isSerial(rounded)) return '';
  const { year, month, day } = partsOf(rounded);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** `YYYY-MM-DDTHH:mm`, rounded to the minute; "" for a number that is no date. */
export function toIsoDateTime(serial: number): string {
  const rounded = roundToMinute(serial);
  const date = toIso(rounded);
  return date && `${date}T${toClock(rounded)}`;
}

/** Fraction of a day for a time; `null` outside 00:00:00 .. 23:59:59. */
export function timeOf(hour: number, minute: number, second = 0): number | null {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return null;
  return (hour * 3600 + minute * 60 + second) / secondsPerDay;
}

/** `HH:mm` of a serial's fraction, rounded to the minute. */
export function toClock(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * minutesPerDay) % minutesPerDay;
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Removes floating noise: 0.999999999 of a day is midnight, not 24:00. */
export const roundToSecond = (serial: number): number => Math.round(serial * secondsPerDay) / secondsPerDay;

/** {@link roundToSecond} for figures shown to the minute. */
export const roundToMinute = (serial: number): number => Math.round(serial * minutesPerDay) / minutesPerDay;

/**
 * Excel's EDATE: the same day `months` later, or the month's last day. Always step from the anchor: two steps from
 * Jan 31 give Mar 28, one of two months Mar 31. NaN when the result is no date (Excel: `#NUM!`).
 */
export function edate(serial: number, months: number): number {
  const { year, month, day } = partsOf(serial);
  return clampedDay(year, month + Math.trunc(months), day);
}

/** Excel's EOMONTH: the last day of the month `months` later; NaN when it is no date. */
export function eomonth(serial: number, months: number): number {
  const { year, month } = partsOf(serial);
  return clampedDay(year, month + Math.trunc(months), 31);
}

/** `month` may lie outside 1..12, `day` beyond the month's end. */
function clampedDay(year: number, month: number, day: number): number {
  const index = year * 12 + month - 1;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return serialOf(y, m, Math.min(day, daysInMonth(y, m))) ?? NaN;
}

/** Days of a month (1..12), leap years included. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 = Monday .. 7 = Sunday, like Excel's WEEKDAY(serial, 2). */
export const weekday = (serial: number): number => ((((Math.floor(serial) - 2) % 7) + 7) % 7) + 1;

/** A date cell of a workbook -> serial of the 1900 system. */
export const to1900 = (serial: number, date1904: boolean): number => (date1904 ? serial + offset1904 : serial);

/** A serial of the 1900 system -> what a workbook's cell holds. */
export const from1900 = (serial: number, date1904: boolean): number => (date1904 ? serial - offset1904 : serial);

/** Today by the machine's calendar: the one place where local time is right, because Excel's TODAY() means the same. */
export function todaySerial(now: Date): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? NaN;
}

/** Date and time by the machine's clock, like Excel's NOW(). */
export function nowSerial(now: Date): number {
  return todaySerial(now) + (timeOf(now.getHours(), now.getMinutes(), now.getSeconds()) ?? 0);
}

const pad = (part: number): string => String(part).padStart(2, '0');
