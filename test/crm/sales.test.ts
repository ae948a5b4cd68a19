import { affinity } from '../../src/crm/affinity';
import { audience } from '../../src/crm/audience';
import { campaignProgress } from '../../src/crm/campaignProgress';
import { ageBand, ageing } from '../../src/crm/receivable';
import { trends } from '../../src/crm/trend';
import { uplift } from '../../src/crm/uplift';
import { toSerial } from '../../src/shared/dates';

describe('receivables (C-51)', () => {
  it.each([
    [100, 'notDue'],
    [101, 'notDue'],
    [99, 'upTo30'],
    [70, 'upTo30'],
    [69, 'upTo60'],
    [40, 'upTo60'],
    [39, 'upTo90'],
    [10, 'upTo90'],
    [9, 'over90'],
    [null, 'withoutDueDate'],
  ])('should put what is due on day %s into %s on day 100', (dueAt, band) => {
    expect(ageBand(dueAt, 100)).toBe(band);
  });

  it('should add up to the total, late apart', () => {
    const open = [
      { outstanding: 500, dueAt: 100 },
      { outstanding: 300, dueAt: 80 },
      { outstanding: 200, dueAt: null },
    ];

    const { bands, total, late } = ageing(open, 100);

    expect({ total, late }).toEqual({ total: 1000, late: 300 });
    expect(bands.filter(({ orders }) => orders).map(({ band, amount }) => [band, amount])).toEqual([
      ['notDue', 500],
      ['upTo30', 300],
      ['withoutDueDate', 200],
    ]);
  });
});

describe('product affinity (C-50)', () => {
  it('should tell lift with its support and leave rare pairs out', () => {
    const lines = [0, 1, 2].flatMap((customer) => [
      { customer, product: 0 },
      { customer, product: 1 },
      { customer, product: 1 },
    ]);
    const more = [
      { customer: 3, product: 2 },
      { customer: 4, product: 0 },
      { customer: 4, product: 2 },
      { customer: 5, product: -1 },
    ];

    const { buyers, pairs } = affinity([...lines, ...more]);

    expect(buyers).toBe(5);
    expect(pairs).toEqual([{ a: 0, b: 1, support: 3, buyersA: 4, buyersB: 3, lift: 1.25 }]);
  });
});

describe('demand trend (C-70)', () => {
  const today = toSerial('2026-03-15');
  const sale = (date: string, amount: number | null) => ({ category: 'A', day: toSerial(date), amount });

  it('should compare the last whole month with the same month of the year before', () => {
    const [found] = trends([sale('2025-02-28', 200), sale('2026-02-01', 300), sale('2026-03-01', 999)], today);

    expect(found).toMatchObject({ category: 'A', growth: 0.5, basis: 'sameMonthLastYear' });
    expect(found!.months).toHaveLength(13);
    expect(found!.months[12]).toMatchObject({ month: toSerial('2026-02-01'), orders: 1, amount: 300 });
  });

  it('should fall back to the months before, else say that the history is too short', () => {
    const steady = ['2025-11-05', '2025-12-05', '2026-01-05'].map((date) => sale(date, 100));

    expect(trends([...steady, sale('2026-02-05', 150)], today)[0]).toMatchObject({
      growth: 0.5,
      basis: 'monthsBefore',
    });
    expect(trends([sale('2026-02-05', null)], today)[0]).toMatchObject({ growth: null, basis: 'tooShort' });
  });
});

describe('campaigns (C-59..C-61)', () => {
  it('should tell the step from the task lines', () => {
    const tasks = [
      { step: 'plan', dueAt: 90, doneAt: 91 },
      { step: 'budget', dueAt: 95, doneAt: null },
      { step: 'execute', dueAt: 100, doneAt: null },
    ];

    expect(campaignProgress(tasks, 100)).toEqual({
      step: 'budget',
      tasks: 3,
      done: 1,
      late: 1,
      withoutTasks: ['activity', 'schedule', 'feedback', 'measure'],
    });
    expect(campaignProgress([], 100).step).toBeNull();
    expect(campaignProgress([{ step: 'plan', dueAt: null, doneAt: 1 }], 100).step).toBe('done');
  });

  it('should leave out who wants no contact or had one lately, and count them', () => {
    const one = { fits: true, doNotContact: false, terminated: false, lastContact: null };

    const found = audience(
      [
        one,
        { ...one, doNotContact: true },
        { ...one, lastContact: 90 },
        { ...one, lastContact: 86 },
        { ...one, fits: false },
      ],
      100,
    );

    expect(found).toEqual({
      rows: [0, 3],
      fitting: 4,
      leftOut: { doNotContact: 1, terminated: 0, recentlyContacted: 1 },
    });
  });

  it('should take the season out of what changed', () => {
    const found = uplift([
      { participated: true, before: 100, after: 180 },
      { participated: false, before: 200, after: 240 },
    ]);

    expect(found).toMatchObject({ participants: 1, others: 1, extra: 60 });
    expect([found.change, found.changeOfOthers, found.uplift].map((share) => share!.toFixed(9))).toEqual([
      '0.800000000',
      '0.200000000',
      '0.600000000',
    ]);
  });

  it('should not compute what cannot be: blank is never 0', () => {
    expect(uplift([{ participated: true, before: 0, after: 50 }])).toMatchObject({
      change: null,
      uplift: null,
      extra: null,
    });
  });
});
