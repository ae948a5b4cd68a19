import fc from 'fast-check';
import { fromLunar, lunarText, toLunar } from '../../src/crm/lunar';
import { toIso, toSerial } from '../../src/shared/dates';

const lunar = (year: number, month: number, day: number, isLeap = false) => fromLunar({ year, month, day, isLeap });

describe('Chinese lunar calendar (C-41)', () => {
  it.each([
    ['Spring Festival', 2024, 1, 1, '2024-02-10'],
    ['Spring Festival', 2025, 1, 1, '2025-01-29'],
    ['Spring Festival', 2026, 1, 1, '2026-02-17'],
    ['Spring Festival', 2000, 1, 1, '2000-02-05'],
    ['Spring Festival (a few minutes before midnight in Beijing)', 2027, 1, 1, '2027-02-06'],
    ['Spring Festival', 2030, 1, 1, '2030-02-03'],
    ['Spring Festival', 1901, 1, 1, '1901-02-19'],
    ['Lantern Festival', 2026, 1, 15, '2026-03-03'],
    ['Dragon Boat Festival', 2024, 5, 5, '2024-06-10'],
    ['Dragon Boat Festival', 2025, 5, 5, '2025-05-31'],
    ['Dragon Boat Festival', 2026, 5, 5, '2026-06-19'],
    ['Mid-Autumn Festival', 2024, 8, 15, '2024-09-17'],
    ['Mid-Autumn Festival', 2025, 8, 15, '2025-10-06'],
    ['Mid-Autumn Festival', 2026, 8, 15, '2026-09-25'],
    ['the last day of a year of 29 days in its last month', 2025, 12, 30, '2026-02-16'],
  ])('should put %s of %i (%i/%i) on %s', (_, year, month, day, date) => {
    expect(toIso(lunar(year, month, day)!)).toBe(date);
  });

  it('should know leap months, and take the ordinary month in years without them', () => {
    expect(toIso(lunar(2025, 6, 1, true)!)).toBe('2025-07-25');
    expect(toIso(lunar(2026, 6, 1, true)!)).toBe(toIso(lunar(2026, 6, 1)!));
    expect(toIso(lunar(1987, 6, 1, true)!)).toBe('1987-07-26');
    expect(toIso(lunar(2033, 11, 1, true)!)).toBe('2033-12-22');
    expect(lunarText(toLunar(toSerial('2025-08-22'))!)).toBe('2025-06L-29');
    expect(lunarText(toLunar(toSerial('2025-01-28'))!)).toBe('2024-12-29');
  });

  it('should put the thirtieth of a short month on the twenty-ninth', () => {
    expect(lunar(2025, 6, 30, true)).toBe(toSerial('2025-08-22'));
  });

  it('should know nothing outside 1901 to 2100 and no month 13', () => {
    expect([toLunar(toSerial('1901-02-18')), lunar(2101, 1, 1), lunar(2026, 13, 1), lunar(2026, 1, 31)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('should lead back to the same day', () => {
    const day = fc.integer({ min: toSerial('1901-02-19'), max: toSerial('2100-12-31') });
    fc.assert(fc.property(day, (serial) => fromLunar(toLunar(serial)!) === serial));
  });
});
