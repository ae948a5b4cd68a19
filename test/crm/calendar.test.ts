import fc from 'fast-check';
import cnHolidays from '../../templates/holidays/cn.json';
import {
  buildCalendar,
  clockStart,
  momentAfter,
  nextWorkdays,
  workBreak,
  workMinutes,
  type Holiday,
  type WorkCalendar,
} from '../../src/crm/calendar';
import { slaDue } from '../../src/crm/sla';
import { readIso, toIso, toIsoDateTime, toSerial, weekday } from '../../src/shared/dates';

const [nine, five] = [9 / 24, 17 / 24];
const china = cnHolidays.map(({ date, kind }) => ({ date: toSerial(date), kind: kind as Holiday['kind'] }));
const calendarOf = (year: number, holidays: readonly Holiday[] = [], from = nine, to = five): WorkCalendar =>
  buildCalendar(toSerial(`${year}-01-01`), toSerial(`${year}-12-31`), holidays, from, to);
const due = (calendar: WorkCalendar, at: string, hours: number) => {
  const moment = slaDue(readIso(at)!, hours, calendar);
  return moment === null ? null : toIsoDateTime(moment);
};

describe('working days with make-up days (decision 11)', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('should count the working days of China in %i as %i', (year, days) => {
    expect(calendarOf(year, china).isWorkday.filter(Boolean)).toHaveLength(days);
  });

  it.each([
    [2023, 260],
    [2024, 262],
    [2025, 261],
    [2026, 261],
  ])('should count the days from Monday to Friday of %i as %i', (year, days) => {
    expect(calendarOf(year).isWorkday.filter(Boolean)).toHaveLength(days);
  });

  it.each([
    [2024, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
    [2025, ['01-26', '02-08', '04-27', '09-28', '10-11']],
    [2026, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
  ])('should work on the weekends of %i that make up for holidays', (year, days) => {
    const { dates, isWorkday } = calendarOf(year, china);
    const weekends = dates.filter((date, index) => weekday(date) > 5 && isWorkday[index]);

    expect(weekends.map(toIso)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it.each<[string, string, readonly string[], number]>([
    ['2012-10-01', '2013-03-01', [], 110],
    ['2012-10-01', '2013-03-01', ['2012-11-22'], 109],
    ['2012-10-01', '2013-03-01', ['2012-11-22', '2012-12-04', '2013-01-21'], 107],
    ['2013-12-04', '2013-12-08', [], 3],
    ['2013-12-07', '2013-12-08', [], 0],
    ['2013-12-04', '2014-01-04', ['2014-01-01'], 22],
    ['2006-01-01', '2006-01-31', [], 22],
  ])('should count working days as NETWORKDAYS does from %s to %s without %j: %i', (from, to, off, days) => {
    const holidays = off.map((date): Holiday => ({ date: toSerial(date), kind: 'off' }));
    const calendar = buildCalendar(toSerial(from), toSerial(to) + 1, holidays, nine, five);
    const [start, end] = [toSerial(from), toSerial(to) + 1];

    expect(workMinutes(calendar, start, end)! / 480).toBe(days);
    expect(workMinutes(calendar, end, start)! / 480 || 0).toBe(-days || 0);
  });

  it.each([
    ['2024-02-09', '2024-02-18'],
    ['2025-09-26', '2025-09-28'],
    ['2025-09-30', '2025-10-09'],
    ['2026-02-13', '2026-02-14'],
    ['2026-09-30', '2026-10-08'],
  ])('should find the working day after %s: %s', (day, next) => {
    const calendar = calendarOf(Number(day.slice(0, 4)), china);
    const index = toSerial(day) + 1 - calendar.dates[0]!;
    expect(toIso(nextWorkdays(calendar)[index]!)).toBe(next);
  });

  it('should know no working day after the last one of the calendar', () => {
    const endsOnSunday = buildCalendar(toSerial('2026-03-19'), toSerial('2026-03-22'), [], nine, five);
    expect(nextWorkdays(endsOnSunday).slice(2)).toEqual([null, null]);
  });
});

const whole = calendarOf(2026);
const lunch = workBreak(nine, five, 12 / 24, 13 / 24);
const split = buildCalendar(toSerial('2026-01-01'), toSerial('2026-12-31'), [], nine, five, lunch);

describe('due times in working hours (C-53, C-54)', () => {
  const fromEight = calendarOf(2026, [], 8 / 24);
  const fromTen = calendarOf(2026, [], 10 / 24);
  const mondayOff = calendarOf(2026, [{ date: toSerial('2026-03-23'), kind: 'off' }]);

  it.each([
    ['Fri 16:00 + 4 h', whole, '2026-03-20T16:00', 4, '2026-03-23T12:00'],
    ['Thu 15:00 + 4 h', whole, '2026-03-19T15:00', 4, '2026-03-20T11:00'],
    ['Fri 16:00 + 2 h', whole, '2026-03-20T16:00', 2, '2026-03-23T10:00'],
    ['Wed 18:00 starts Thu 09:00', whole, '2026-03-18T18:00', 1, '2026-03-19T10:00'],
    ['Fri 17:00 + 8 h ends Mon 17:00, not Tue 09:00', whole, '2026-03-20T17:00', 8, '2026-03-23T17:00'],
    ['Wed 18:00 is not before Thu 09:00', whole, '2026-03-18T18:00', 0, '2026-03-19T09:00'],
    ['over the day on which clocks change in Europe', whole, '2026-03-27T16:00', 2, '2026-03-30T10:00'],
    ['Saturday starts Monday', whole, '2026-03-21T12:00', 1, '2026-03-23T10:00'],
    ['before opening starts at opening', whole, '2026-03-20T03:00', 8, '2026-03-20T17:00'],
    ['parts of an hour', whole, '2026-03-20T16:30', 0.75, '2026-03-23T09:15'],
    ['no hours in working time: now', whole, '2026-03-20T16:00', 0, '2026-03-20T16:00'],
    ['no hours at closing time: the next opening', whole, '2026-03-20T17:00', 0, '2026-03-23T09:00'],
    ['no hours on a Sunday: Monday morning', whole, '2026-03-22T12:00', 0, '2026-03-23T09:00'],
    ['Fri 16:00 + 4 h when work starts at eight', fromEight, '2026-03-20T16:00', 4, '2026-03-23T11:00'],
    ['midnight when work starts at ten', fromTen, '2026-03-17T00:00', 0, '2026-03-17T10:00'],
    ['Fri 16:00 + 4 h over a holiday on Monday', mondayOff, '2026-03-20T16:00', 4, '2026-03-24T12:00'],
    ['Fri 11:00 + 2 h skips the lunch break', split, '2026-03-20T11:00', 2, '2026-03-20T14:00'],
    ['Fri 11:00 + 1 h ends as the lunch break begins', split, '2026-03-20T11:00', 1, '2026-03-20T12:00'],
    ['Fri 12:30 starts after the lunch break', split, '2026-03-20T12:30', 1, '2026-03-20T14:00'],
    ['Fri 16:00 + 4 h ends before the lunch break', split, '2026-03-20T16:00', 4, '2026-03-23T12:00'],
    ['Fri 16:00 + 5 h skips the lunch break of Monday', split, '2026-03-20T16:00', 5, '2026-03-23T14:00'],
    ['Fri 09:00 + 7 h is the whole day with a lunch break', split, '2026-03-20T09:00', 7, '2026-03-20T17:00'],
    ['no hours in the lunch break end with it', split, '2026-03-20T12:30', 0, '2026-03-20T13:00'],
  ])('%s', (_, calendar, at, hours, expected) => {
    expect(due(calendar, at, hours)).toBe(expected);
  });

  it('should have no due time outside the calendar or for a negative duration', () => {
    expect([
      due(whole, '2027-01-04T10:00', 1),
      due(whole, '2026-12-31T16:00', 9),
      due(whole, '2026-03-20T16:00', -1),
    ]).toEqual([null, null, null]);
  });

  it('should read back every due time on its clock (calendar inverse)', () => {
    const moment = fc.integer({ min: 0, max: 300 * 1440 }).map((minutes) => whole.dates[0]! + minutes / 1440);
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 4000 }), (at, minutes) => {
        const start = clockStart(whole, at)!;
        const end = momentAfter(whole, start, minutes)!;
        expect(clockStart(whole, end)).toBe(start + minutes);
        expect(end).toBeGreaterThan(at);
      }),
    );
  });
});

describe('split working day with a lunch break (C-53)', () => {
  it('should ignore a break that is not inside the working day', () => {
    expect([
      workBreak(nine, five, 8 / 24, 10 / 24),
      workBreak(nine, five, 0, 0),
      workBreak(nine, five, 0.6, 0.5),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('should count working minutes between any two moments as the clock says (law)', () => {
    const day = toSerial('2026-03-16');
    const minute = fc.integer({ min: 0, max: 14 * 1440 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 1, max: 4000 }), (from, to, allowed) => {
        const [start, end] = [day + from / 1440, day + to / 1440];
        const dueAt = slaDue(start, allowed / 60, split)!;

        expect(workMinutes(split, start, dueAt)).toBeCloseTo(allowed, 6);
        expect(workMinutes(split, start, end)).toBe(-workMinutes(split, end, start)! || 0);
      }),
    );
  });
});
