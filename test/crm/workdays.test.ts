import cnHolidays from '../../templates/holidays/cn.json';
import { addCadence, cadenceAnchor, cadenceSteps, shiftedDue, type CadenceUnit } from '../../src/crm/cadence';
import { buildCalendar, workdayAfter, type Holiday } from '../../src/crm/calendar';
import { toIso, toSerial } from '../../src/shared/dates';

const china = cnHolidays.map(({ date, kind }) => ({ date: toSerial(date), kind: kind as Holiday['kind'] }));
const calendar = buildCalendar(toSerial('2024-01-01'), toSerial('2026-12-31'), china, 9 / 24, 17 / 24);
const iso = (serial: number | null) => serial && toIso(serial);

describe('working days with make-up days (C-35, analytics 6)', () => {
  it.each([
    ['2024-02-09', 1, '2024-02-18'],
    ['2024-02-09', 3, '2024-02-20'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-02-16', 1, '2026-02-24'],
  ])('should put day %s + %i on %s', (day, count, expected) => {
    expect(iso(workdayAfter(calendar, toSerial(day), count))).toBe(expected);
    expect(iso(addCadence(toSerial(day), count, 'workdays', calendar))).toBe(expected);
  });

  it('should agree with WORKDAY where there are no make-up days', () => {
    const plain = buildCalendar(toSerial('2008-01-01'), toSerial('2010-01-01'), [], 9 / 24, 17 / 24);
    expect(iso(workdayAfter(plain, toSerial('2008-10-01'), 151))).toBe('2009-04-30');
    const days = ['2008-11-26', '2008-12-04', '2009-01-21'].map((date) => ({
      date: toSerial(date),
      kind: 'off' as const,
    }));
    const holidays = buildCalendar(toSerial('2008-01-01'), toSerial('2010-01-01'), days, 9 / 24, 17 / 24);
    expect(iso(workdayAfter(holidays, toSerial('2008-10-01'), 151))).toBe('2009-05-05');
  });

  it('should know nothing outside the calendar', () => {
    expect(addCadence(toSerial('2026-12-30'), 9, 'workdays', calendar)).toBeNull();
    expect(addCadence(toSerial('2023-06-01'), 1, 'workdays', calendar)).toBeNull();
    expect(addCadence(toSerial('2026-03-02'), 1, 'workdays')).toBeNull();
  });

  it('should move what is due on a day off to the next working day, when asked to', () => {
    const due = toSerial('2026-10-01');
    expect(iso(shiftedDue(due, { toWorkday: true }, calendar))).toBe('2026-10-08');
    expect(shiftedDue(due, { toWorkday: false }, calendar)).toBe(due);
    expect(iso(shiftedDue(toSerial('2026-10-10'), { toWorkday: true }, calendar))).toBe('2026-10-10');
    expect(iso(shiftedDue(toSerial('2030-01-05'), { toWorkday: true }, calendar))).toBe('2030-01-05');
  });
});

describe('cadence by last due date (C-35, O1)', () => {
  const start = toSerial('2026-01-31');
  const due = (revisit: string, every: number, unit: CadenceUnit) => {
    const base = toSerial(revisit);
    const anchor = cadenceAnchor(base, start, unit, { base: 'lastDue' })!;
    return iso(addCadence(anchor, every * cadenceSteps(anchor, base, every, unit), unit, calendar));
  };

  it.each<[string, number, CadenceUnit, string, string]>([
    ['2026-02-27', 1, 'months', '2026-03-31', 'a day early stands for the end of February'],
    ['2026-03-05', 1, 'months', '2026-03-31', 'five days late does too'],
    ['2026-02-08', 1, 'weeks', '2026-02-14', 'one day late'],
    ['2026-02-06', 1, 'weeks', '2026-02-14', 'one day early'],
    ['2026-02-02', 1, 'weeks', '2026-02-07', 'too early to stand for the first'],
    ['2026-02-05', 10, 'days', '2026-02-20', 'half way counts for the later'],
    ['2026-02-05', 2, 'workdays', '2026-02-09', 'working days count from the revisit'],
  ])('should be due after %s, every %i %s, on %s: %s', (revisit, every, unit, expected) => {
    expect(due(revisit, every, unit)).toBe(expected);
  });

  it('should count from the revisit itself by last done, and from the revisit when the start is unknown', () => {
    expect(cadenceAnchor(46_000, start, 'weeks', { base: 'lastDone' })).toBe(46_000);
    expect(cadenceAnchor(46_000, null, 'weeks', { base: 'lastDue' })).toBe(46_000);
    expect(cadenceAnchor(null, start, 'weeks', { base: 'lastDue' })).toBeNull();
  });

  it('should take one step when the revisit is older than the start', () => {
    expect(cadenceSteps(46_000, 45_000, 7, 'days')).toBe(1);
  });
});
