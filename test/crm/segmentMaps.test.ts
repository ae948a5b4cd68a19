import fc from 'fast-check';
import { cutsForFewBuyers, rfm } from '../../src/crm/rfm';
import { mapFaults, onMapScale, segmentMaps, segmentOf } from '../../src/crm/segment';

describe('maps of RFM segments (C-17)', () => {
  it.each(Object.entries(segmentMaps))('should ship %s as a total map without overlaps', (_, rules) => {
    expect(mapFaults(rules)).toEqual([]);
  });

  it('should say where an edited map leaves gaps or overlaps', () => {
    const [first, ...rest] = segmentMaps.recencyFrequency;
    const edited = [...rest, { segment: 'mine', r: [1, 1], f: [1, 1] } as const];

    expect(first!.segment).toBe('champions');
    expect(mapFaults(edited)).toEqual([
      { kind: 'overlap', cells: 5, example: { r: 1, f: 1, m: 1 }, rule: 9 },
      { kind: 'gap', cells: 10, example: { r: 5, f: 4, m: 1 }, rule: null },
    ]);
  });

  it('should name the eight segments in the order R, F, M', () => {
    const name = (r: number, f: number, m: number) =>
      segmentOf({ r: onMapScale(r, 2), f: onMapScale(f, 2), m: onMapScale(m, 2) }, segmentMaps.eightSegments);

    expect([name(2, 2, 2), name(1, 2, 2), name(2, 1, 2), name(1, 1, 2)]).toEqual([
      ...['keyValue', 'keyKeep', 'keyDevelop', 'keyRetain'],
    ]);
    expect([name(2, 2, 1), name(1, 2, 1), name(2, 1, 1), name(1, 1, 1), name(0, 0, 0)]).toEqual([
      ...['generalValue', 'generalKeep', 'generalDevelop', 'generalRetain', 'prospects'],
    ]);
  });

  it('should keep the worst and the best score of any number of bins at the ends of the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), (bins) => {
        const scale = Array.from({ length: bins }, (_, index) => onMapScale(index + 1, bins));
        expect([scale[0], scale.at(-1)]).toEqual([1, 5]);
        expect(new Set(scale).size).toBe(bins);
      }),
    );
    expect([1, 2, 3, 4].map((score) => onMapScale(score, 4))).toEqual([1, 2, 4, 5]);
  });
});

describe('where RFM takes its cut points from (C-17)', () => {
  const orders = (amounts: readonly number[]) => ({
    customer: Int32Array.from(amounts, (_, who) => who),
    day: Float64Array.from(amounts, (_, who) => 100 - who * 50),
    amount: Float64Array.from(amounts),
  });

  it('should use a fixed table for fewer than five buyers, and say so', () => {
    const few = rfm(orders([100, 200, 300]), 3, { asOf: 100, cutsForFewBuyers: cutsForFewBuyers[5] });
    const enough = rfm(orders([1, 2, 3, 4, 5]), 5, { asOf: 100, cutsForFewBuyers: cutsForFewBuyers[5] });

    expect([few.method, few.buyers, [...few.r]]).toEqual(['tooFewBuyers', 3, [5, 4, 3]]);
    expect([enough.method, enough.buyers]).toEqual(['quantile', 5]);
  });

  it('should split at the average of the buyers', () => {
    const { method, cuts, m } = rfm(orders([10, 20, 60]), 4, { asOf: 100, byAverage: true });

    expect([method, cuts.monetary, [...m]]).toEqual(['average', [30], [1, 1, 2, 0]]);
  });
});
