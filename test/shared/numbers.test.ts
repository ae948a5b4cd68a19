import fc from 'fast-check';
import { fromMinor, roundHalfAwayFromZero, shiftDecimal, sumMinor, sumMoney, toMinor } from '../../src/shared/numbers';

const rounded: readonly [number, number, number][] = [
  [1.005, 2, 1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1.15 * 3, 1, 3.5],
  [8.325, 2, 8.33],
  [1.45, 1, 1.5],
  [-1.005, 2, -1.01],
  [1234.5, -2, 1200],
  [1250, -2, 1300],
  [1e-10, 2, 0],
  [1e21, 2, 1e21],
  [0.1 + 0.2, 1, 0.3],
];
const money = fc.integer({ min: -1e11, max: 1e11 }).map((minor) => fromMinor(minor, 2));

describe('numbers', () => {
  it.each(rounded)('should round %d to %d digits as %d, as Excel does', (value, digits, expected) => {
    expect(roundHalfAwayFromZero(value, digits)).toBe(expected);
  });

  it('should count in minor units without binary noise', () => {
    expect([toMinor(1.005, 2), toMinor(19.99, 2), toMinor(-0.29, 2), toMinor(1500, 0)]).toEqual([101, 1999, -29, 1500]);
  });

  it('should leave blanks out when summing', () => {
    expect([sumMoney([0.1, null, 0.2], 2), sumMinor([0.1, null, 0.2], 2), sumMoney([], 2)]).toEqual([0.3, 30, 0]);
  });

  it('should give the same total in any order', () => {
    fc.assert(fc.property(fc.array(money), (amounts) => sumMoney(amounts, 2) === sumMoney([...amounts].reverse(), 2)));
  });

  it('should bring minor units back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(toMinor(fromMinor(minor, digits), digits)).toBe(minor);
      }),
    );
  });

  it('should move the decimal point as written digits do', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: -30, max: 30 }), (whole, places) => {
        expect(shiftDecimal(whole, places)).toBe(Number(`${whole}e${places}`));
      }),
    );
  });
});
