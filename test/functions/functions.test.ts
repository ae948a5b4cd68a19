import { roundToMinute, toSerial } from '../../src/shared/dates';
import { funnel, nextRevisit, overdue, roi, slaDue, tier } from '../../src/functions/functions';
import { fakeCells, thrownBy } from '../support/fakeCells';
import settings from '../../templates/tables/settings.json';

const date = toSerial;
beforeAll(() => fakeCells());

const cuts = [
  ['A', 100_000],
  ['B', 20_000],
  ['C', 0],
];

describe('blank is null, never 0', () => {
  test.each([
    ['TIER', () => tier('', cuts)],
    ['NEXTREVISIT', () => nextRevisit(null, 1, 'weeks')],
    ['OVERDUE', () => overdue(undefined, 45_000)],
    ['OVERDUE by way of =A1', () => overdue(0, 45_000)],
    ['SLADUE', () => slaDue('', 4, [[45_000, 1]])],
    ['ROI of no cost', () => roi(100, null)],
    ['ROI of cost 0', () => roi(100, 0)],
    ['ROI of nothing won yet', () => roi('', 50)],
  ])('should leave the cell empty when %s gets a blank', (_, run) => {
    expect(run()).toBe('');
  });
});

describe('wrong input is a typed cell error', () => {
  test.each([
    ['text for a number', () => roi('many', 5), '#VALUE!'],
    ['text for a date', () => overdue('2026-01-01', 46_000), '#VALUE!'],
    ['a number that is no date', () => overdue(-3, 46_000), '#NUM!'],
    ['a negative cost', () => roi(5, -1), '#NUM!'],
    ['an interval of 0', () => nextRevisit(46_000, 0, 'weeks'), '#NUM!'],
    ['an interval of one and a half', () => nextRevisit(46_000, 1.5, 'months'), '#NUM!'],
    ['a result after the year 9999', () => nextRevisit(2_958_000, 99_999, 'days'), '#NUM!'],
    ['an unknown unit', () => nextRevisit(46_000, 1, 'fortnights'), '#VALUE!'],
    ['cut points upside down', () => tier(1, [...cuts].reverse()), '#VALUE!'],
    ['cut points without rows', () => tier(1, [['', '']]), '#N/A'],
    ['cut points of one column', () => tier(1, [['A']]), '#VALUE!'],
    ['an override with an end but no today', () => tier(1, cuts, '', 'A', 46_000), '#VALUE!'],
    ['columns of different lengths', () => funnel([['met']], [], [[1]]), '#VALUE!'],
    ['an outcome nobody knows', () => funnel([['met']], [['maybe']], [[1]]), '#VALUE!'],
    ['a moment outside the calendar', () => slaDue(46_000, 4, [[45_000, 1]]), '#N/A'],
    ['a working day that ends before it starts', () => slaDue(1, 4, [[1, 1]], 0.7, 0.3), '#NUM!'],
  ])('should refuse %s', (_, run, expected) => {
    expect(thrownBy(run)).toMatchObject({ code: expected });
  });
});

describe('TIER', () => {
  test.each([
    ['exactly the minimum', tier(20_000, cuts), 'B'],
    ['a key customer of no value', tier('', cuts, 'Yes'), 'A'],
    ['an override until removed', tier(5, cuts, false, 'B'), 'B'],
    ['an override on its last day', tier(5, cuts, false, 'B', 46_000, 46_000), 'B'],
    ['an override that has ended', tier(5, cuts, false, 'B', 46_000, 46_001), 'C'],
    ['an override to an unknown tier', tier(5, cuts, false, 'Z'), 'C'],
    ['a reviewed customer', tier(5, cuts, false, '', '', '', 'b'), 'B'],
    ['a reviewed customer with an override', tier(5, cuts, false, 'A', '', '', 'B'), 'A'],
  ])('should know the tier for %s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe('NEXTREVISIT', () => {
  const march = Array.from({ length: 31 }, (_, day) => [date('2026-03-01') + day, day % 7 && (day + 1) % 7 ? 1 : 0]);

  test.each([
    ['weeks', nextRevisit(date('2026-03-02'), 2, 'weeks'), '2026-03-16'],
    ['a Chinese unit', nextRevisit(date('2026-03-02'), 1, '周'), '2026-03-09'],
    ['a month that is shorter', nextRevisit(date('2026-01-31'), 1, 'months'), '2026-02-28'],
    ['an agreed date', nextRevisit(date('2026-01-31'), 1, 'months', date('2026-02-03')), '2026-02-03'],
    ['an agreed date without a base', nextRevisit('', 1, 'months', date('2026-02-03')), '2026-02-03'],
    ['working days', nextRevisit(date('2026-03-20'), 2, 'working days', '', march), '2026-03-24'],
    ['a day off that moves', nextRevisit(date('2026-03-20'), 1, 'days', '', march, 'Yes'), '2026-03-23'],
  ])('should step by %s', (_, actual, expected) => {
    expect(actual).toBe(date(expected));
  });
});

describe('OVERDUE', () => {
  it('should be 0 when due today, and count days after', () => {
    expect([46_001, 46_000, 45_997].map((due) => overdue(due, 46_000))).toEqual([0, 0, 3]);
  });
});

describe('FUNNEL', () => {
  const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

  it('should count open deals and won ones not yet collected, by the standard stages', () => {
    const stages = column(
      'Proposal and quote',
      'proposal',
      'Customer commitment',
      'Payment collected',
      'Acceptance',
      '',
    );
    const outcomes = column('Open', 'lost', '', 'Won', 'won', '');
    const amounts = column(1000.1, 500, 300, 900, '', '');

    const table = funnel(stages, outcomes, amounts);

    expect(table[0]).toEqual(['Stage', 'Deals', 'Amount', 'Weighted', 'Without amount']);
    expect(table).toHaveLength(9);
    expect(table.slice(1).filter((row) => row[1])).toEqual([
      ['Proposal and quote', 1, 1000.1, 650.07, 0],
      ['Customer commitment', 1, 300, 0, 0],
      ['Acceptance', 1, 0, 0, 1],
    ]);
  });

  it('should take stages, order and probabilities from the table, and speak the language of the cells', () => {
    const stageTable = [
      ['试用', 0.25],
      ['签约', 0.8],
      ['', ''],
    ];

    const table = funnel(column('签约', '试用'), column('进行中', '进行中'), column(100, 10.02), stageTable);

    expect(table).toEqual([
      ['阶段', '商机数', '金额', '加权金额', '未填金额'],
      ['试用', 1, 10.02, 2.51, 0],
      ['签约', 1, 100, 80, 0],
    ]);
  });

  it('should give deals of an unknown stage a row of their own instead of dropping them', () => {
    const table = funnel(column('Demo', 'met', ''), column('', '', 'Won'), column(7, 1, 5));

    expect(table.at(-1)).toEqual(['Not a stage of the table', 2, 12, 0, 0]);
  });
});

describe('SLADUE', () => {
  const friday = date('2026-03-06');
  const calendar = [0, 1, 2, 3, 4].map((offset) => [friday + offset, offset === 1 || offset === 2 ? 0 : 1]);
  const at = (day: number, hour: number) => roundToMinute(day + hour / 24);

  it('should carry the rest over the weekend', () => {
    expect(slaDue(at(friday, 15), 4, calendar)).toBe(at(friday + 3, 11));
  });

  it('should read labels, working hours, and a make-up day on a Saturday', () => {
    const days = [
      [friday, 'work'],
      [friday + 1, '工作日'],
      [friday + 2, '休息日'],
    ];
    expect(slaDue(at(friday, 17), 3, days, 8 / 24, 18 / 24)).toBe(at(friday + 1, 10));
  });

  it('should default to the working day that the Settings sheet starts with', () => {
    const value = (key: string) => settings.rows.find((row) => row.key === key)!.value as number;
    expect(slaDue(at(friday, 8), 10, calendar)).toBe(
      slaDue(at(friday, 8), 10, calendar, value('workStart'), value('workEnd')),
    );
  });
});
