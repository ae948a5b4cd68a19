import fc from 'fast-check';
import { quantile, quantileCuts } from '../../src/crm/quantile';
import { placeRanks } from '../../src/crm/selection';

/** Few different values make many ties; many values make several partings. */
const values = fc
  .oneof(
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 400 }),
    fc.array(fc.double({ noNaN: true }), { maxLength: 400 }),
  )
  .map((list) => Float64Array.from(list));

describe('selection of ranks', () => {
  it('should put the asked ranks where sorting puts them and lose no value', () => {
    fc.assert(
      fc.property(values, fc.array(fc.nat(399), { maxLength: 8 }), (given, asked) => {
        const ranks = asked.filter((rank) => rank < given.length);
        const [placed, sorted] = [given.slice(), given.slice().sort()];

        placeRanks(placed, ranks);

        expect(ranks.map((rank) => placed[rank]! + 0)).toEqual(ranks.map((rank) => sorted[rank]! + 0));
        expect(placed.sort()).toEqual(sorted);
      }),
    );
  });

  it.each([
    ['ascending', (index: number) => index],
    ['descending', (index: number) => -index],
    ['all equal', () => 1],
    ['an organ pipe', (index: number) => Math.min(index, 5_000 - index)],
  ])('should be right on values that are %s', (_, valueOf) => {
    const given = Float64Array.from({ length: 5_000 }, (_none, index) => valueOf(index));

    const cuts = quantileCuts(given, 5);

    const sorted = given.slice().sort();
    expect(cuts).toEqual([0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share)));
  });
});
