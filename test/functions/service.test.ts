import {
  accountable,
  assign,
  csat,
  escalation,
  loadShare,
  nps,
  slaDue,
  slaState,
  workMinutes,
} from '../../src/functions/functions';
import { toSerial } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

const friday = toSerial('2026-03-20');
const calendar = Array.from({ length: 14 }, (_, day) => [friday - 7 + day, (day + 4) % 7 < 5 ? 1 : 0]);
const at = (day: number, hour: number) => day + hour / 24;
const lunch = [0.5, 13 / 24] as const;

describe('SLADUE with zero hours and a lunch break (C-53)', () => {
  it('should give the first open moment for no hours, and refuse less', () => {
    expect(slaDue(at(friday, 18), 0, calendar)).toBe(at(friday + 3, 9));
    expect(thrownBy(() => slaDue(friday, -1, calendar))).toMatchObject({ code: '#NUM!' });
  });

  it('should stand still during the break', () => {
    expect(slaDue(at(friday, 11), 2, calendar, '', '', ...lunch)).toBe(at(friday, 14));
  });
});

describe('WORKMINUTES (C-53)', () => {
  it('should count working time over a weekend, with and without a break, in both directions', () => {
    const [from, to] = [at(friday, 11), at(friday + 3, 11)];

    expect(workMinutes(from, to, calendar)).toBe(8 * 60);
    expect(workMinutes(from, to, calendar, '', '', ...lunch)).toBe(7 * 60);
    expect(workMinutes(to, from, calendar)).toBe(-8 * 60);
  });

  it('should stay empty for a blank and say what lies outside the calendar', () => {
    expect(workMinutes('', at(friday, 9), calendar)).toBe('');
    expect(thrownBy(() => workMinutes(friday, friday + 40, calendar))).toMatchObject({ code: '#N/A' });
  });
});

describe('SLASTATE and ESCALATION (C-54)', () => {
  const due = at(friday, 10);
  it.each([
    ['Running', slaState(due, friday - 1)],
    ['Due today', slaState(due, friday)],
    ['Late', slaState(due, friday + 1)],
    ['In time', slaState(due, friday + 1, at(friday, 9))],
    ['Missed', slaState(due, friday + 1, at(friday, 11))],
    ['Clock stopped', slaState(due, friday + 1, '', 'Yes', at(friday, 9))],
    ['Late', slaState(due, friday + 1, '', '是', at(friday, 11))],
    ['', slaState('', friday)],
    ['Late', slaState('', friday, '', '', '', at(friday - 1, 10))],
    ['Missed', slaState(due, friday, '', '', '', at(friday - 1, 10), at(friday - 1, 11))],
    ['Late', slaState(due, friday, '', 'Yes', '', at(friday - 1, 10))],
    ['In time', slaState(due, friday + 1, '', '', '', '', '', 'No')],
    ['Running', slaState(at(friday + 3, 9), friday + 2, at(friday, 9), '', '', '', '', 'Yes')],
    ['已超时', slaState(due, friday + 1, '', '', '', '', '', '', 'zh-CN')],
    ['late', slaState(due, friday + 1, '', '', '', '', '', '', 'code')],
  ])('should say %p', (expected, actual) => {
    expect(actual).toBe(expected);
  });

  it.each([
    [0, escalation(due, friday, calendar)],
    [1, escalation(due, friday + 1, calendar)],
    [2, escalation(due, friday + 1, calendar, '', 7)],
    [2, escalation(due, friday + 4, calendar)],
    [0, escalation(due, friday + 4, calendar, at(friday, 12))],
    [2, escalation(due, friday + 400, calendar)],
    [1, escalation(at(friday + 50, 10), friday + 400, calendar)],
    ['', escalation('', friday, calendar)],
    [2, escalation(due, friday + 4, calendar, '', 14)],
    [1, escalation(due, friday + 4, calendar, '', 14, '', '', ...lunch)],
    [1, escalation(due, friday + 4, calendar, '', '', '', '', '', '', 'Yes', at(friday, 11))],
    [0, escalation(due, friday + 4, calendar, '', '', '', '', '', '', 'Yes', at(friday, 9))],
  ])('should reach level %p', (expected, actual) => {
    expect(actual).toBe(expected);
  });
});

describe('NPS and CSAT (C-56, C-57)', () => {
  it('should spill score, n and error', () => {
    const scores = [...Array<number>(162).fill(10), ...Array<number>(54).fill(3), ...Array<number>(108).fill(7)];
    const [[score, n, error] = []] = nps([...scores, ''].map((cell) => [cell]));

    expect([score, n, error]).toEqual([expect.closeTo(33.33, 2), 324, expect.closeTo(4.14, 2)]);
    expect(csat([[5], [4], [''], [1], [2]])).toEqual([[0.5, 4, 0.25]]);
    expect(csat([['']])).toEqual([['', 0, '']]);
  });
});

describe('ASSIGN, LOADSHARE, ACCOUNTABLE (C-64..C-66)', () => {
  const people = [
    ['Ann', 'Hotels', '', 2, 2],
    ['Bob', '', '', 0, 10],
    ['Cleo', '', 'Grinder', 5, 10],
    ['Dan', '', '', 10, 10],
    ['Eve', 'hotels', 'grinder', 10, ''],
  ];

  it('should spill the best three with score and reasons', () => {
    expect(assign('Hotels', 'Grinder, Beans', people)).toEqual([
      ['Eve', expect.closeTo(0.4), 'Knows the industry, Knows the product'],
      ['Cleo', expect.closeTo(0.35), 'Knows the product, Has free capacity'],
      ['Bob', expect.closeTo(0.3), 'Has free capacity'],
    ]);
  });

  it('should take the owner and other weights into account', () => {
    expect(assign('', '', people, 'Dan', [[0, 1, 0]], 'code')).toEqual([['Dan', 1, 'owner']]);
    expect(assign('', '', people, 'Dan', [[0, 1, 0]], 'zh-CN')).toEqual([['Dan', 1, '现任负责人']]);
    expect(assign('', '', [people[3]!])).toEqual([['', '', '']]);
    expect(thrownBy(() => assign('', '', [['Ann', 1]]))).toMatchObject({ code: '#VALUE!' });
    expect(thrownBy(() => assign('', '', people, '', [[1, 1]]))).toMatchObject({ code: '#VALUE!' });
  });

  it('should leave the load empty without a capacity', () => {
    expect([loadShare(5, 10), loadShare('', 10), loadShare(5, ''), loadShare(5, 0)]).toEqual([0.5, 0, '', '']);
  });

  it('should name who answers at the stage, or the next one below', () => {
    expect(['Potential', '预期客户', 'loyal', ''].map((stage) => accountable(stage, 'Rep', 'Boss', 'Top'))).toEqual([
      ...['Rep', 'Boss', 'Top', 'Rep'],
    ]);
    expect(accountable('loyal', 'Rep', '', '')).toBe('Rep');
    expect(thrownBy(() => accountable('martian', 'Rep', '', ''))).toMatchObject({ code: '#VALUE!' });
  });
});
