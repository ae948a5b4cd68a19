import { nextAnniversary } from '../../crm/care';
import { fromLunar, lunarText as textOf, toLunar } from '../../crm/lunar';
import { day, flag, wholeNumber } from '../arguments';
import { cellError } from '../error';

/**
 * The next birthday or anniversary of a date, solar or lunar: 29 February falls on the 28th in common years, the 30th of a short lunar month on the 29th, a leap month's day in the ordinary month of years without it.
 * @customfunction NEXTBIRTHDAY
 * @param birthday Date of birth by the ordinary calendar. Blank gives an empty cell.
 * @param today First date that counts, best a cell (crm_today).
 * @param [isLunar] Yes keeps the lunar month and day of that date.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.NEXTBIRTHDAY([@Birthday], crm_today, [@[Lunar birthday]])
 */
export function nextBirthday(birthday: unknown, today: unknown, isLunar?: unknown): number | string {
  const [born, from, lunar] = [day('birthday', birthday), day('today', today), flag('isLunar', isLunar)];
  if (born === null || from === null) return '';
  const next = nextAnniversary(born, lunar, from);
  if (!next) throw cellError('notAvailable', 'outsideLunarYears');
  return next.date;
}

/**
 * Date of a day of the Chinese lunar calendar, as DATE is for the ordinary one: 8, 15 is Mid-Autumn.
 * @customfunction LUNARDATE
 * @param year Year in which the lunar year begins, 1901 to 2100. Blank gives an empty cell.
 * @param month Lunar month, 1 to 12.
 * @param day Day of the month, 1 to 30; the 30th of a short month is its 29th.
 * @param [isLeap] Yes for the leap month; in years without it the ordinary one is meant.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.LUNARDATE(2027, 1, 1)
 */
export function lunarDate(year: unknown, month: unknown, day: unknown, isLeap?: unknown): number | string {
  const [inYear, inMonth, onDay] = [wholeNumber('year', year), wholeNumber('month', month), wholeNumber('day', day)];
  if (inYear === null || inMonth === null || onDay === null) return '';
  const found = fromLunar({ year: inYear, month: inMonth, day: onDay, isLeap: flag('isLeap', isLeap) });
  if (found === null) throw cellError('invalidNumber', 'outOfRange');
  return found;
}

/**
 * Lunar date of a day as text: year-month-day, with L after the number of a leap month.
 * @customfunction LUNARTEXT
 * @param date Date by the ordinary calendar. Blank gives an empty cell.
 * @returns Text such as 2025-06L-15.
 * @example =CRM.LUNARTEXT(crm_today)
 */
export function lunarText(date: unknown): string {
  const serial = day('date', date);
  if (serial === null) return '';
  const lunar = toLunar(serial);
  if (!lunar) throw cellError('notAvailable', 'outsideLunarYears');
  return textOf(lunar);
}
