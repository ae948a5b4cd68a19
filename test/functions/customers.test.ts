import { toSerial } from '../../src/shared/dates';
import {
  activity,
  hhi,
  lifecycle,
  loyalty,
  medianGap,
  points,
  rfm,
  scoreBin,
  segment,
  topShare,
} from '../../src/functions/functions';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const today = toSerial('2026-03-31');

describe('RFM, SEGMENT and SCOREBIN (C-17)', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];

  it('should stand beside the customer column: blank rows stay blank, who never bought has no scores', () => {
    const dates = names.map((_, index) => today - 500 + index * 100);
    const amounts = names.map((_, index) => (index + 1) * 100);

    const rows = rfm(column(...names, '', 'F', 'A'), column(...names), column(...dates), column(...amounts), today);

    expect(rows).toEqual([
      [1, 1, 1, 'Hibernating'],
      [2, 1, 2, 'Hibernating'],
      [3, 1, 3, 'About to sleep'],
      [4, 1, 4, 'Promising'],
      [5, 1, 5, 'New customers'],
      ['', '', '', ''],
      ['', '', '', 'Prospects (no orders)'],
      [1, 1, 1, 'Hibernating'],
    ]);
  });

  it('should name a segment by the standard map or by the rules given, in the language asked for', () => {
    const rules = [
      ['Best', 4, 5, '', '', 4, 5],
      ['Rest', '', '', '', '', '', ''],
    ];

    expect([segment(5, 5), segment(5, 5, '', undefined, 'zh-CN'), segment('', '')]).toEqual([
      ...['Champions', '冠军客户', 'Prospects (no orders)'],
    ]);
    expect([segment(5, 1, 5, rules), segment(5, 1, 3, rules)]).toEqual(['Best', 'Rest']);
  });

  it.each([
    ['en-US', 'r: 7 is not a score from 1 to 5.'],
    ['zh-CN', 'r：7 不是 1 至 5 的评分。'],
  ])('should say in %s what is wrong with a score', (language, message) => {
    fakeCells(language);
    expect(thrownBy(() => segment(7, 1))).toEqual({ code: '#VALUE!', message });
  });

  it('should score a figure by cut points, right-closed', () => {
    expect([1, 2, 2.1, 99, ''].map((value) => scoreBin(value, [[2, 10]]))).toEqual([1, 1, 2, 3, '']);
    expect([1, 2, 2.1, 99].map((value) => scoreBin(value, [[2, 10]], 'Yes'))).toEqual([3, 3, 2, 1]);
  });
});

describe('MEDIANGAP, ACTIVITY and LIFECYCLE (C-24..C-32)', () => {
  it('should give the median of the days between orders', () => {
    const orders = column('a', 'A', 'a', 'b', 'nobody');

    expect(medianGap(column('a', 'b', '', 'c'), orders, column(100, 110, 140, 5, 6))).toEqual(column(20, '', '', ''));
  });

  it('should judge by fixed days and by the own gap', () => {
    expect([89, 90, 180].map((days) => activity(today - days, today))).toEqual(['Active', 'Dormant', 'Lost']);
    expect([activity(today - 400, today, 365), activity(today - 40, today, '', 30)]).toEqual(['Active', 'Dormant']);
    expect([activity('', today), activity(today - 400, today, '', '', '', 'zh-CN')]).toEqual(['', '流失']);
  });

  it('should name the stage by what is known', () => {
    expect([
      ...[lifecycle(''), lifecycle(0, '', 'Yes'), lifecycle(0, '', '', 2), lifecycle(1), lifecycle(2), lifecycle(5)],
      ...[lifecycle(5, 'Dormant'), lifecycle(5, '流失'), lifecycle(5, '', '', '', 6, 'zh-CN')],
    ]).toEqual([
      ...['Potential', 'Prospective', 'Prospective', 'First-time buyer', 'Repeat buyer', 'Loyal'],
      ...['Dormant', 'Prospective', '重复购买客户'],
    ]);
  });
});

describe('LOYALTY (C-57)', () => {
  it('should leave out what is blank, and say nothing of who never bought', () => {
    expect([
      loyalty(3),
      loyalty(5, '活跃', 2, 10),
      loyalty(2, '', '', '', 2),
      loyalty(''),
      loyalty(0, 'Active'),
    ]).toEqual([...[50, 100, 100, '', '']]);
    expect(thrownBy(() => loyalty(3, '', '', 11))).toMatchObject({ code: '#NUM!' });
  });
});

describe('POINTS, HHI and TOPSHARE (C-14, C-22)', () => {
  const criteria = [
    [0.5, 0, 100],
    [0.5, 365, 0],
  ];

  it('should weigh figures, leaving out what is blank', () => {
    expect([points([[50, 0]], criteria), points([[50, '']], criteria), points([['', '']], criteria)]).toEqual([
      ...[75, 50, ''],
    ]);
  });

  it('should measure concentration', () => {
    expect([hhi(column(50, 50)), hhi(column('', 0))]).toEqual([0.5, '']);
    expect([topShare(column(10, 60, 30)), topShare(column(10, 60, 30), 2), topShare(column(''))]).toEqual([
      ...[0.6, 0.9, ''],
    ]);
  });
});

describe('wrong input is a typed cell error', () => {
  test.each([
    ['columns of different lengths', () => rfm([['a']], [['a']], [], [[1]], today), '#VALUE!'],
    ['no today', () => rfm([['a']], [['a']], [[1]], [[1]], ''), '#VALUE!'],
    ['two scores', () => rfm([['a']], [['a']], [[1]], [[1]], today, 2), '#NUM!'],
    ['cut points that do not rise', () => scoreBin(1, [[5, 5]]), '#VALUE!'],
    ['a score of 6', () => segment(6, 1), '#VALUE!'],
    ['an activity nobody knows', () => lifecycle(1, 'asleep?'), '#VALUE!'],
    [
      'criteria without figures',
      () =>
        points(
          [[1]],
          [
            [1, 0, 1],
            [1, 0, 1],
          ],
        ),
      '#VALUE!',
    ],
    ['text for a value', () => hhi([['much']]), '#VALUE!'],
  ])('should refuse %s', (_, run, expected) => {
    expect(thrownBy(run)).toMatchObject({ code: expected });
  });
});
