import { affinity } from '../../src/crm/affinity';
import { groundsOf, nextOffers } from '../../src/crm/offer';
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

  it('should offer next what is not bought yet, each product once with its best ground', () => {
    const pair = (a: number, b: number, support: number, lift: number) => ({
      ...{ a, b, support, lift },
      ...{ buyersA: 10, buyersB: 20 },
    });
    const grounds = groundsOf([
      pair(0, 2, 4, 3),
      pair(1, 2, 5, 2),
      pair(0, 3, 6, 3),
      pair(0, 4, 9, 1),
      pair(0, 1, 9, 9),
    ]);

    const offers = nextOffers(new Set([0, 1]), grounds, 5);

    expect(offers).toEqual([
      { product: 3, because: 0, support: 6, share: 0.6, lift: 3 },
      { product: 2, because: 0, support: 4, share: 0.4, lift: 3 },
    ]);
    expect([nextOffers(new Set([3]), grounds, 5)[0], nextOffers(new Set([4]), grounds, 5)]).toEqual([
      { product: 0, because: 3, support: 6, share: 0.3, lift: 3 },
      [],
    ]);
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
    expect(campaignProgress([{ step: null, dueAt: 90, doneAt: null }], 100)).toMatchObject({ step: null, late: 1 });
    expect(campaignProgress([{ step: 'plan', dueAt: null, doneAt: 1 }], 100).step).toBe('done');
  });

  it('should leave out who wants no contact or had one lately, and count them', () => {
    const one = {
      ...{ fits: true, archived: false, terminated: false, optedOut: false, consent: null },
      ...{ isMember: false, lastContact: null, hasId: true },
    };

    const found = audience(
      [
        one,
        { ...one, optedOut: true, archived: true },
        { ...one, optedOut: true, lastContact: 99 },
        { ...one, lastContact: 87 },
        { ...one, lastContact: 86 },
        { ...one, fits: false },
        { ...one, consent: 'given' },
      ],
      100,
    );

    const nobody = { archived: 0, terminated: 0, noConsent: 0, alreadyMember: 0, withoutId: 0 };
    expect(found).toMatchObject({
      rows: [0, 4, 6],
      fitting: 6,
      leftOut: { ...nobody, archived: 1, optedOut: 1, recentlyContacted: 1 },
    });
    expect(audience([one, { ...one, consent: 'given' }], 100, { coolingDays: 14, needsConsent: true })).toMatchObject({
      rows: [1],
      leftOut: { noConsent: 1 },
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
