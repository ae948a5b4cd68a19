import fc from 'fast-check';
import {
  edate,
  eomonth,
  from1900,
  isSerial,
  nowSerial,
  partsOf,
  readIso,
  serialOf,
  to1900,
  toClock,
  toIso,
  toIsoDateTime,
  toSerial,
  todaySerial,
  weekday,
} from '../../src/shared/dates';
import { CrmError } from '../../src/shared/errors';

const serials: readonly [string, number][] = [
  ['1900-01-01', 1],
  ['1900-02-28', 59],
  ['1900-03-01', 61],
  ['1904-01-01', 1462],
  ['1970-01-01', 25569],
  ['1999-12-31', 36525],
  ['2000-01-01', 36526],
  ['2000-02-29', 36585],
  ['2008-02-29', 39507],
  ['2024-02-29', 45351],
  ['2038-01-19', 50424],
  ['9999-12-31', 2958465],
];
const steps: readonly [string, number, string][] = [
  ['2023-03-31', 1, '2023-04-30'],
  ['2023-03-29', -1, '2023-02-28'],
  ['2023-03-30', -1, '2023-02-28'],
  ['2023-03-31', -1, '2023-02-28'],
  ['2008-03-31', -1, '2008-02-29'],
  ['2100-03-31', -1, '2100-02-28'],
  ['2011-01-23', 1, '2011-02-23'],
  ['2024-01-31', 13, '2025-02-28'],
  ['2024-01-31', -1, '2023-12-31'],
];
const anySerial = fc.integer({ min: 61, max: 2958465 });

describe('dates', () => {
  it.each(serials)('should know that %s is serial %d', (iso, serial) => {
    expect([toSerial(iso), toIso(serial)]).toEqual([serial, iso]);
  });

  it('should round-trip every date and minute when written as ISO text', () => {
    fc.assert(
      fc.property(anySerial, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const serial = day + minute / 1440;
        expect(toSerial(toIso(day))).toBe(day);
        expect(toIsoDateTime(toSerial(toIsoDateTime(serial)))).toBe(toIsoDateTime(serial));
      }),
    );
  });

  it.each(['2023-02-29', '1900-02-29', '2300-02-29', '2024-13-01', '2024-1-1', '24-01-01', '2024-01-01T24:00', ''])(
    'should refuse %p when there is no such day',
    (text) => {
      expect(readIso(text)).toBeNull();
      expect(() => toSerial(text)).toThrow(CrmError);
    },
  );

  it('should count days as the calendar of every computer does, from 1900 to 9999', () => {
    const wrong: number[] = [];
    // A step that falls on every day of the year and every kind of leap year.
    for (let serial = 61; serial <= 2_958_465; serial += 5) {
      const date = new Date((serial - 25_569) * 86_400_000);
      const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const found = partsOf(serial);
      const isSame = found.year === parts.year && found.month === parts.month && found.day === parts.day;
      if (!isSame || serialOf(parts.year, parts.month, parts.day) !== serial) wrong.push(serial);
    }
    expect(wrong).toEqual([]);
  });

  it("should show Excel's unreal day and nothing for numbers that are no dates", () => {
    expect([60, 0, -1, 2958466, NaN].map(toIso)).toEqual(['1900-02-29', '', '', '', '']);
    expect(isSerial(NaN)).toBe(false);
  });

  it('should never show 24:00 when the fraction is just below midnight', () => {
    expect([toIsoDateTime(45351.999999999), toClock(0.999999999)]).toEqual(['2024-03-01T00:00', '00:00']);
    expect(toIsoDateTime(45351.5)).toBe('2024-02-29T12:00');
  });

  it.each(steps)('should step %s by %d months to %s', (from, months, to) => {
    expect(toIso(edate(toSerial(from), months))).toBe(to);
  });

  it('should agree with EOMONTH and give no date beyond 9999', () => {
    expect([eomonth(toSerial('2005-01-01'), 12), eomonth(toSerial('2011-01-02'), 1)]).toEqual([
      38748,
      toSerial('2011-02-28'),
    ]);
    expect(toIso(38748)).toBe('2006-01-31');
    expect(edate(toSerial('2024-01-31'), 1e9)).toBeNaN();
  });

  it('should step from the anchor day, because steps do not add up', () => {
    const january = toSerial('2023-01-31');
    expect([edate(edate(january, 1), 1), edate(january, 2)].map(toIso)).toEqual(['2023-03-28', '2023-03-31']);
  });

  it('should name the weekday as Excel does', () => {
    expect([toSerial('2024-02-29'), 61, 1, toSerial('2012-02-05')].map(weekday)).toEqual([4, 4, 7, 7]);
  });

  it('should shift by 1462 days when a workbook uses the 1904 system', () => {
    const of1904: readonly [string, number][] = [
      ['1904-01-01', 0],
      ['1970-01-01', 24107],
      ['1999-12-31', 35063],
      ['2000-01-01', 35064],
      ['2000-02-29', 35123],
      ['2008-02-29', 38045],
      ['2024-02-29', 43889],
      ['2038-01-19', 48962],
      ['9999-12-31', 2957003],
    ];
    for (const [iso, serial] of of1904) expect([iso, to1900(serial, true)]).toEqual([iso, toSerial(iso)]);
    fc.assert(fc.property(anySerial, fc.boolean(), (serial, mac) => to1900(from1900(serial, mac), mac) === serial));
  });

  it("should take today from the machine's calendar", () => {
    expect(toIso(todaySerial(new Date(2024, 1, 29, 23, 59)))).toBe('2024-02-29');
    expect(toIsoDateTime(nowSerial(new Date(2024, 1, 29, 0, 30)))).toBe('2024-02-29T00:30');
  });
});
