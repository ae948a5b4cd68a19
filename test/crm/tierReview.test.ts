import { toSerial } from '../../src/shared/dates';
import { pointsOf } from '../../src/crm/tierPoints';
import { nextReview, reviewTiers, ruleVersion, visitsPerYear, type ReviewLine } from '../../src/crm/tierReview';

const cuts = [
  { tier: 'A', minValue: 100 },
  { tier: 'B', minValue: 50 },
  { tier: 'C', minValue: 0 },
];
const customer = (id: string, value: number, tier: string | null, isKey = false) => ({ id, value, tier, isKey });
const held = (id: string, reviewedAt: number): ReviewLine => ({ customer: id, reviewedAt, to: 'C', why: 'heldOnce' });

describe('tier review (C-16, C-18)', () => {
  it('should name who moves and why, and let a fall wait for the second review', () => {
    const customers = [
      customer('up', 120, 'B'),
      customer('stays', 60, 'B'),
      customer('first', 10, 'B'),
      customer('second', 10, 'B'),
      customer('longAgo', 10, 'B'),
      customer('key', 10, 'C', true),
      customer('new', 60, null),
    ];

    const moves = reviewTiers(customers, cuts, [held('second', 200), held('longAgo', 100)]);

    expect(moves.map(({ row, from, to, target, why }) => [customers[row]!.id, from, to, target, why])).toEqual([
      ['up', 'B', 'A', 'A', 'up'],
      ['first', 'B', 'B', 'C', 'heldOnce'],
      ['second', 'B', 'C', 'C', 'downTwice'],
      ['longAgo', 'B', 'B', 'C', 'heldOnce'],
      ['key', 'C', 'A', 'A', 'keyCustomer'],
      ['new', null, 'B', 'B', 'firstTier'],
    ]);
  });

  it('should say when the next review is due, and under which rules this one stood', () => {
    expect(nextReview(null, 3, 500)).toBe(500);
    expect(nextReview(toSerial('2026-11-30'), 3, 500)).toBe(toSerial('2027-02-28'));
    expect(ruleVersion(cuts)).toBe('A>=100 B>=50 C>=0');
    expect(visitsPerYear([7, 36.5, null])).toBeCloseTo(365 / 7 + 10, 10);
  });
});

describe('points over several criteria (C-14)', () => {
  const table = [
    { criterion: 'value', weight: 0.4, zeroAt: 0, fullAt: 1000 },
    { criterion: 'recencyDays', weight: 0.4, zeroAt: 365, fullAt: 0 },
    { criterion: 'satisfaction', weight: 0.2, zeroAt: 1, fullAt: 5 },
  ];

  it('should weigh how far each criterion is fulfilled, also falling ones', () => {
    const { points } = pointsOf({ value: 500, recencyDays: 0, satisfaction: 3 }, table);

    expect(points).toBeCloseTo(100 * (0.4 * 0.5 + 0.4 + 0.2 * 0.5), 10);
  });

  it('should leave out what is not known instead of counting 0', () => {
    expect(pointsOf({ value: 2000, recencyDays: null }, table)).toEqual({ points: 100, measured: ['value'] });
    expect(pointsOf({}, table)).toEqual({ points: null, measured: [] });
  });
});
