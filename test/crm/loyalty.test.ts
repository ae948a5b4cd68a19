import fc from 'fast-check';
import { loyaltyOf } from '../../src/crm/loyalty';

const nothing = { activity: null, referrals: null, recommendation: null };

describe('loyalty index (C-57)', () => {
  it('should weigh purchases, activity, referrals and willingness to recommend', () => {
    const evidence = { purchases: 3, activity: 'dormant', referrals: 1, recommendation: 8 } as const;

    const { points, measured } = loyaltyOf(evidence, 5);

    expect(points).toBeCloseTo(100 * (0.4 * 0.5 + 0.3 * 0.5 + 0.15 * 0.5 + 0.15 * 0.8), 9);
    expect(measured).toEqual(['purchases', 'activity', 'referrals', 'recommendation']);
  });

  it('should leave out what is not known', () => {
    expect(loyaltyOf({ ...nothing, purchases: 3 }, 5)).toEqual({ points: 50, measured: ['purchases'] });
    expect(loyaltyOf({ ...nothing, purchases: 1, activity: 'active' }, 5).points).toBeCloseTo((100 * 0.3) / 0.7, 9);
  });

  it('should have nothing to say of who never bought', () => {
    expect(loyaltyOf({ purchases: 0, activity: 'lost', referrals: 9, recommendation: 10 }, 5).points).toBeNull();
  });

  it('should stay between 0 and 100 and never fall with one more purchase or referral', () => {
    const activity = fc.constantFrom('active' as const, 'dormant' as const, 'lost' as const);
    const evidence = fc.record({
      ...{ purchases: fc.integer({ min: 1, max: 20 }), activity },
      ...{ referrals: fc.nat(5), recommendation: fc.nat(10) },
    });
    fc.assert(
      fc.property(evidence, fc.integer({ min: 1, max: 9 }), (known, loyalOrders) => {
        const of = (more: object) => loyaltyOf({ ...known, ...more }, loyalOrders).points!;
        expect(of({})).toBeGreaterThanOrEqual(0);
        expect(of({})).toBeLessThanOrEqual(100 + 1e-9);
        expect(of({ purchases: known.purchases + 1 })).toBeGreaterThanOrEqual(of({}) - 1e-9);
        expect(of({ referrals: known.referrals + 1 })).toBeGreaterThanOrEqual(of({}) - 1e-9);
      }),
    );
  });
});
