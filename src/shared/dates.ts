/**
 * Dates are serials of Excel's 1900 system: whole days, time as a fraction. Serials and calendar days are integer
 * arithmetic, never local time, where a clock change shifts a day (decision 6).
 * Serials 1..60 follow Excel, which believes in 1900-02-29 (serial 60).
 */
import { CrmError } from './errors';

const secondsPerDay = 86_400;
const minutesPerDay = 1_440;
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
  if (![year, month, day].every(Number.isInteger) || !(month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > daysInMonth(year, month)) return null;
  const serial = daysUntil(year, month, day) - epoch;
  const known = serial <= unrealDay ? serial - 1 : serial;
  return isSerial(known) ? known : null;
}

/** Calendar day of a serial (its time is left out); for serial 60 Excel's own 1900-02-29. */
export function partsOf(serial: number): DateParts {
  const day = Math.floor(serial);
  if (day === unrealDay) return { year: 1900, month: 2, day: 29 };
  return dayAfterEpoch((day < unrealDay ? day + 1 : day) + epoch);
}

/*
 * The Gregorian calendar in integers: rules ask for the parts of ten thousands of days, and a `Date` for each is ten times
 * as slow. Years begin in March here, so that leap days come last and months have a regular length (30.6 days); 400 years
 * are a cycle.
 */
const daysPerCycle = 146_097;
/** Days from 0000-03-01 to the day with serial 0. */
const epoch = 693_899;

/** Days from 0000-03-01 to the day. */
function daysUntil(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + daysBeforeMonth((month + 9) % 12) + day - 1;
}

/** Days of a year that begins in March before a month (0 = March). */
const daysBeforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5);

/** The day that is so many days after 0000-03-01. */
function dayAfterEpoch(days: number): DateParts {
  const cycle = Math.floor(days / daysPerCycle);
  const ofCycle = days - cycle * daysPerCycle;
  const leapDays = Math.floor(ofCycle / 1_460) - Math.floor(ofCycle / 36_524) + Math.floor(ofCycle / 146_096);
  const year = Math.floor((ofCycle - leapDays) / 365);
  const ofYear = ofCycle - 365 * year - Math.floor(year / 4) + Math.floor(year / 100);
  const month = Math.floor((5 * ofYear + 2) / 153);
  const next = month < 10 ? 0 : 1;
  return {
    year: 400 * cycle + year + next,
    month: month + 3 - 12 * next,
    day: ofYear - daysBeforeMonth(month) + 1,
  };
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
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1]!;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

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
