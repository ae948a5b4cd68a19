import cnHolidays from '../../templates/holidays/cn.json';
import {
  cadenceDue,
  lunarDate,
  lunarText,
  nextBirthday,
  revisitLoad,
  revisitState,
  workdayAfter,
} from '../../src/functions/functions';
import { toSerial as date } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

const china = cnHolidays.map((day) => [date(day.date), day.kind]);
const week = [
  [date('2026-03-02'), 1],
  [date('2026-03-13'), 1],
];
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe('blank is null, never 0', () => {
  test.each([
    ['CADENCEDUE', () => cadenceDue('', 5, 'workdays', week)],
    ['WORKDAYAFTER', () => workdayAfter('', 1, week)],
    ['REVISITSTATE without today', () => revisitState(46_000, '')],
    ['NEXTBIRTHDAY', () => nextBirthday('', 46_000)],
    ['LUNARDATE', () => lunarDate(2026, '', 1)],
    ['LUNARTEXT', () => lunarText(null)],
  ])('should leave the cell empty when %s gets a blank', (_, run) => {
    expect(run()).toBe('');
  });
});

describe('wrong input is a typed cell error', () => {
  test.each([
    ['working days without a calendar', () => cadenceDue(46_000, 5, 'workdays'), '#N/A'],
    ['a calendar that ends before', () => workdayAfter(date('2026-03-12'), 5, week), '#N/A'],
    ['a month 13', () => lunarDate(2026, 13, 1), '#NUM!'],
    ['a lunar birthday before 1901', () => nextBirthday(date('1900-06-01'), 46_000, 'Yes'), '#N/A'],
    ['columns of different lengths', () => revisitLoad(column('a', 'b'), column(46_000), 46_000), '#VALUE!'],
    ['a load without today', () => revisitLoad(column('a'), column(46_000), ''), '#VALUE!'],
  ])('should refuse %s', (_, run, expected) => {
    expect(thrownBy(run)).toMatchObject({ code: expected });
  });
});

describe('working days', () => {
  it('should know make-up days (analytics 6)', () => {
    expect(workdayAfter(date('2024-02-09'), 3, china)).toBe(date('2024-02-20'));
    expect(workdayAfter(date('2026-02-13'), 2, china)).toBe(date('2026-02-24'));
  });

  it('should step CADENCEDUE by working days, and move dates on days off when asked to', () => {
    expect(cadenceDue(date('2026-03-02'), 5, '个工作日', week)).toBe(date('2026-03-09'));
    expect(cadenceDue(date('2026-02-05'), 1, 'months', week, true)).toBe(date('2026-03-05'));
    expect(cadenceDue(date('2026-03-01'), 1, 'weeks', week, 'Yes')).toBe(date('2026-03-09'));
    expect(cadenceDue(date('2026-03-01'), 1, 'weeks')).toBe(date('2026-03-08'));
  });
});

describe('REVISITSTATE', () => {
  it.each([
    ['overdue', revisitState(45_999, 46_000), 'Overdue'],
    ['due today', revisitState(46_000, 46_000, '', 'zh-CN'), '今天到期'],
    ['never contacted', revisitState('', 46_000), 'Never contacted'],
    ['paused', revisitState(45_999, 46_000, 'Yes'), 'No contact'],
    ['its code', revisitState(45_999, 46_000, '', 'code'), 'overdue'],
  ])('should say %s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe('REVISITLOAD', () => {
  it('should count revisits by owner and week from the Monday of today', () => {
    const dues = column(date('2026-03-01'), date('2026-03-12'), date('2026-03-10'), '');
    const table = revisitLoad(column('Ann', '', 'Ann', 'Bob'), dues, date('2026-03-04'), column(1), column('weeks'), 3);
    expect(table).toEqual([
      ['Owner', date('2026-03-02'), date('2026-03-09'), date('2026-03-16')],
      ['Ann', 1, 2, 2],
      ['', 0, 1, 1],
    ]);
    expect(revisitLoad(column('安'), column(46_000), 46_000)[0]![0]).toBe('负责人');
  });
});

describe('lunar dates', () => {
  it('should convert both ways', () => {
    expect(lunarDate(2027, 1, 1)).toBe(date('2027-02-06'));
    expect(lunarDate(2025, 6, 1, 'Yes')).toBe(date('2025-07-25'));
    expect(lunarText(date('2025-07-25'))).toBe('2025-06L-01');
    expect(nextBirthday(date('1980-09-23'), date('2026-01-01'), true)).toBe(date('2026-09-25'));
    expect(nextBirthday(date('1992-02-29'), date('2026-01-01'))).toBe(date('2026-02-28'));
  });
});
