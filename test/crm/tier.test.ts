import fc from 'fast-check';
import { computedTier, cutPointsByShare, effectiveTier, type TierCut } from '../../src/crm/tier';

const cuts: readonly TierCut[] = [
  { tier: 'A', minValue: 100_000, share: 0.2 },
  { tier: 'B', minValue: 20_000, share: 0.3 },
  { tier: 'C', minValue: 0, share: 0.5 },
];
const values = fc.array(
  fc.integer({ min: 0, max: 40 }).map((step) => step * 25),
  { maxLength: 80 },
);

describe('tiers (C-12, C-16, decision 12)', () => {
  it.each<[number, boolean, string]>([
    [100_000, false, 'A'],
    [99_999.99, false, 'B'],
    [20_000, false, 'B'],
    [0, false, 'C'],
    [-5, false, 'C'],
    [0, true, 'A'],
  ])('should put a value of %d (key: %s) into tier %s', (value, isKey, tier) => {
    expect(computedTier(value, isKey, cuts)).toBe(tier);
  });

  it('should give every customer a tier, a better one never for less value (total, monotone)', () => {
    const order = cuts.map(({ tier }) => tier);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          order.indexOf(computedTier(value, false, cuts)!),
        );
        expect(high).toBeGreaterThanOrEqual(0);
        expect(high!).toBeLessThanOrEqual(low!);
      }),
    );
  });

  it('should keep equal values in one tier and at least the share above each cut (ties never straddle)', () => {
    fc.assert(
      fc.property(values, (all) => {
        const found = cutPointsByShare(all, cuts);
        const buyers = all.filter((value) => value > 0).length;
        if (buyers < 5) return expect(found).toBe(cuts);
        const inA = all.filter((value) => computedTier(value, false, found) === 'A');
        expect(inA.length).toBeGreaterThanOrEqual(Math.max(1, Math.min(Math.round(all.length * 0.2), buyers)));
        expect(inA.every((value) => value > 0)).toBe(true);
        return expect(all.every((value) => computedTier(value, false, found) !== null)).toBe(true);
      }),
    );
  });

  it('should weigh override, review and computation in this order', () => {
    const choice = { override: 'A', overrideUntil: 100, reviewed: 'B', computed: 'C' };
    const tiers = ['A', 'B', 'C'];
    expect(effectiveTier(choice, tiers, 100)).toBe('A');
    expect(effectiveTier(choice, tiers, 101)).toBe('B');
    expect(effectiveTier({ ...choice, overrideUntil: null }, tiers, 999)).toBe('A');
    expect(effectiveTier({ ...choice, override: 'Gold' }, tiers, 1)).toBe('B');
    expect(effectiveTier({ ...choice, override: null, reviewed: 'Gold' }, tiers, 1)).toBe('C');
  });
});
