import fc from 'fast-check';
import { forecastCategory, runsFor, simulate, simulateMoney, type ForecastCategory } from '../../src/crm/forecast';
import { forecast, type ForecastDeal } from '../../src/crm/forecastMonth';
import type { Outcome } from '../../src/crm/funnel';
import { lostReasons } from '../../src/crm/lostReason';
import { priorityScore } from '../../src/crm/priority';
import { attainment, coverage, gap, runRate } from '../../src/crm/target';
import { salesPace } from '../../src/crm/winRate';
import { toSerial } from '../../src/shared/dates';

const today = toSerial('2026-03-10');

describe('forecast categories (C-47)', () => {
  it.each<[string, Outcome, ForecastCategory | null, number | null, ForecastCategory]>([
    ['won is closed', 'won', 'pipeline', 0.1, 'closed'],
    ['lost is omitted', 'lost', 'commit', 0.9, 'omitted'],
    ['an open deal by its judgement', 'open', 'commit', 0.1, 'commit'],
    ['nobody can judge an open deal closed', 'open', 'closed', 0.1, 'pipeline'],
    ['likely is commit', 'open', null, 0.8, 'commit'],
    ['an even chance is best case', 'open', null, 0.5, 'bestCase'],
    ['no probability is pipeline', 'open', null, null, 'pipeline'],
  ])('should tell: %s', (_, outcome, judged, probability, expected) => {
    expect(forecastCategory(outcome, judged, probability)).toBe(expected);
  });
});

describe('forecast by month (C-47)', () => {
  const deal = (amount: number | null, probability: number, close: string | null): ForecastDeal => ({
    ...{ amount, probability, category: 'pipeline' },
    weighted: amount === null ? null : Math.round(amount * probability * 100) / 100,
    expectedCloseAt: close === null ? null : toSerial(close),
  });

  it('should put overdue deals first, undated last, and count blanks beside the sums', () => {
    const deals = [
      deal(10.05, 0.1, '2026-04-30'),
      deal(10.05, 0.1, '2026-04-01'),
      deal(100, 0.5, null),
      deal(null, 0.5, '2026-02-28'),
      deal(200, 1, '2026-03-01'),
      { ...deal(900, 1, '2026-03-01'), category: 'omitted' as const },
    ];

    const { months, weighted, categories } = forecast(deals, today, 2);

    expect(months.map(({ month, weighted: sum, withoutAmount }) => [month, sum, withoutAmount])).toEqual([
      ['overdue', 0, 1],
      ['2026-03', 200, 0],
      ['2026-04', 2.02, 0],
      [null, 50, 0],
    ]);
    expect(weighted).toBe(252.02);
    expect(categories.find(({ category }) => category === 'omitted')).toMatchObject({ count: 1, amount: 900 });
  });

  it('should give the same range for the same seed, ordered and within the possible', () => {
    const chance = fc.record({
      amount: fc.integer({ min: 0, max: 1e7 }),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 12 }), fc.integer(), (chances, seed) => {
        const range = simulate(chances, { runs: 50, seed });
        expect(simulate(chances, { runs: 50, seed })).toEqual(range);
        expect(0 <= range.p10 && range.p10 <= range.p50 && range.p50 <= range.p90).toBe(true);
        expect(range.p90).toBeLessThanOrEqual(chances.reduce((sum, { amount }) => sum + amount, 0));
      }),
    );
  });

  it('should come close to the normal range of many equal deals', () => {
    const chances = Array.from({ length: 400 }, () => ({ amount: 100, probability: 0.5 }));

    const { p10, p50, p90 } = simulateMoney(chances, 2);

    // Mean 20,000, deviation 1,000: P10 and P90 lie 1.2816 deviations off.
    expect([p10, p50, p90].map((value) => Math.round(value / 200) * 200)).toEqual([18_800, 20_000, 21_200]);
  });

  it('should simulate fewer times when there are very many deals', () => {
    expect([0, 5000, 10_000, 1e6].map(runsFor)).toEqual([1000, 1000, 500, 200]);
  });
});

describe('priority (C-44)', () => {
  it.each([
    ['all known', { probability: 0.5, amount: 50_000, urgency: 'high', budgetConfirmed: true } as const, 65],
    ['blanks take no part', { probability: 0.5, amount: null, urgency: null, budgetConfirmed: null }, 50],
    [
      'a large amount earns no more than all points',
      { probability: null, amount: 1e9, urgency: null, budgetConfirmed: null },
      100,
    ],
    ['a refund earns none', { probability: null, amount: -5, urgency: 'low', budgetConfirmed: null } as const, 0],
    ['nothing known', { probability: null, amount: null, urgency: null, budgetConfirmed: null }, null],
  ])('should score: %s', (_, facts, expected) => {
    expect(priorityScore(facts)).toBe(expected);
  });
});

describe('targets (C-46, C-47)', () => {
  it('should leave what cannot be computed empty', () => {
    expect([attainment(50, 200), attainment(50, 0), attainment(50, null)]).toEqual([0.25, null, null]);
    expect([gap(50, 200, 2), gap(250, 200, 2), gap(5, null, 2)]).toEqual([150, 0, null]);
    expect([coverage(300, 150), coverage(300, 0), coverage(300, null)]).toEqual([2, null, null]);
  });

  it('should carry the pace so far to the end of the period', () => {
    const [first, last] = [toSerial('2026-03-01'), toSerial('2026-03-31')];
    const at = (day: string) => runRate(1000, first, last, toSerial(day), 2);

    expect([at('2026-03-10'), at('2026-03-31'), at('2026-05-01'), at('2026-02-28')]).toEqual([3100, 1000, 1000, null]);
  });
});

describe('pace and lost reasons (C-46)', () => {
  it('should leave deals without dates or amounts out of the means, and count the won ones without date', () => {
    const on = (iso: string) => toSerial(iso);
    const pace = salesPace(
      [
        { outcome: 'won', amount: 100, createdAt: on('2026-01-01'), closedAt: on('2026-01-11') },
        { outcome: 'won', amount: null, createdAt: null, closedAt: null },
        { outcome: 'lost', amount: 70, createdAt: on('2026-02-01'), closedAt: on('2026-01-01') },
        { outcome: 'open', amount: 70, createdAt: on('2026-02-01'), closedAt: null },
      ],
      2,
    );

    expect(pace).toMatchObject({
      winRate: { n: 3, hits: 2 },
      cycleWon: { n: 1, meanDays: 10, medianDays: 10 },
      cycleLost: { n: 0, meanDays: null },
      meanWonAmount: 100,
      wonByQuarter: [{ quarter: '2026-Q1', count: 1, amount: 100 }],
      wonWithoutDate: 1,
    });
    expect(pace.velocity).toBeCloseTo((1 * 100 * (2 / 3)) / 10, 9);
  });

  it('should rank reasons by how often they occur, unknown ones included', () => {
    const lost = ['price', 'price', null, 'competition'].map((reason, row) => ({
      reason,
      amount: row ? row * 10 : null,
    }));

    expect(
      lostReasons(lost, 2).map(({ reason, count, amount, cumulative }) => [reason, count, amount, cumulative]),
    ).toEqual([
      ['price', 2, 10, 0.5],
      ['competition', 1, 30, 0.75],
      [null, 1, 20, 1],
    ]);
  });
});
