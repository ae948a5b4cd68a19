import fc from 'fast-check';
import { contributionOf, type SoldLine } from '../../src/crm/contribution';

const noCosts = { visit: null, ticket: null };
const sold = (amount: number | null, quantity: number | null, unitCost: number | null): SoldLine => ({
  ...{ amount, quantity },
  unitCost,
});

describe('contribution of a customer (C-10)', () => {
  it('should be revenue less goods, visits and tickets', () => {
    const found = contributionOf([sold(10_000, 3, 1_000), sold(5_000, 1.5, 1_001)], 4, 2, { visit: 500, ticket: 250 });

    expect(found).toEqual({
      ...{ rule: 'full', contribution: 15_000 - 3_000 - 1_502 - 2_500 },
      ...{ revenue: 15_000, goods: 4_502, service: 2_500, orders: 2, withoutCost: 0 },
    });
  });

  it('should leave out, and count, orders with a blank', () => {
    const lines = [sold(100, 1, 40), sold(null, 1, 40), sold(100, null, 40), sold(100, 1, null)];

    expect(contributionOf(lines, 9, 9, noCosts)).toMatchObject({
      ...{ rule: 'goodsOnly', contribution: 60, revenue: 100, service: null, orders: 1, withoutCost: 3 },
    });
  });

  it('should know what service alone costs, and nothing when nothing is known', () => {
    expect(contributionOf([], 2, 5, { visit: 30, ticket: null })).toMatchObject({
      ...{ rule: 'serviceOnly', contribution: -60 },
    });
    expect(contributionOf([sold(100, 1, null)], 2, 5, noCosts)).toMatchObject({
      ...{ rule: 'unknown', contribution: null },
    });
  });

  it('should come to nothing when an order is taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1000), fc.nat(1e6), (amount, quantity, unitCost) => {
        const lines = [sold(amount, quantity, unitCost), sold(-amount, quantity, unitCost)];
        expect(contributionOf(lines, 0, 0, noCosts).contribution).toBe(0);
      }),
    );
  });
});
