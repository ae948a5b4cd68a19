import { partsOf } from '../shared/dates';
import { monthsOf } from './lunarYears';

/** A day of the Chinese lunar calendar (C-41); conversions between it and serials, from 1901 to 2100. */
export interface LunarDate {
  /** The Gregorian year in which the lunar year begins. */
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly isLeap: boolean;
  /** 1..30 */
  readonly day: number;
}

/** Lunar date of a day; `null` before 1901-02-19 and after the lunar year 2100. */
export function toLunar(serial: number): LunarDate | null {
  const day = Math.floor(serial);
  const { year } = partsOf(day);
  return lunarIn(year, day) ?? lunarIn(year - 1, day);
}

function lunarIn(year: number, day: number): LunarDate | null {
  const found = monthsOf(year).find(({ first, length }) => first <= day && day < first + length);
  return found ? { year, month: found.month, isLeap: found.isLeap, day: day - found.first + 1 } : null;
}

/**
 * Day of a lunar date. A leap month that the year lacks is the ordinary one; the 30th of a short month is its 29th, as
 * families keep such birthdays. `null` when there is no such month or day, or the year is not known.
 */
export function fromLunar({ year, month, isLeap, day }: LunarDate): number | null {
  if (!(day >= 1 && day <= 30)) return null;
  const candidates = monthsOf(year).filter((candidate) => candidate.month === month);
  const found = candidates.find((candidate) => candidate.isLeap === isLeap) ?? candidates[0];
  return found ? found.first + Math.min(day, found.length) - 1 : null;
}

/** `2025-06-15`; `2025-06L-15` in a leap month. */
export const lunarText = ({ year, month, isLeap, day }: LunarDate): string =>
  `${year}-${String(month).padStart(2, '0')}${isLeap ? 'L' : ''}-${String(day).padStart(2, '0')}`;
