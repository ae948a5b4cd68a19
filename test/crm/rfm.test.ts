import fc from 'fast-check';
import { binOf, quantile, quantileCuts } from '../../src/crm/quantile';
import { rfm, type OrderColumns } from '../../src/crm/rfm';
import { others, prospects, recencyFrequencyMap, segmentOf } from '../../src/crm/segment';

type Order = readonly [customer: number, day: number, amount: number];

const columnsOf = (orders: readonly Order[]): OrderColumns => ({
  customer: Int32Array.from(orders, ([customer]) => customer),
  day: Float64Array.from(orders, ([, day]) => day),
  amount: Float64Array.from(orders, ([, , amount]) => amount),
});

describe('quantiles (analytics: type 7)', () => {
  const values = Float64Array.of(40, 1, 5, 1, 2, 13, 3, 8, 1, 21);

  it('should interpolate as PERCENTILE.INC does', () => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values.slice().sort(), share));

    expect([low, middle, high]).toEqual([1.25, 4, 11.75]);
  });

  it('should put a value on a cut point into the bin below, so that equal values share a bin', () => {
    const cuts = quantileCuts(values, 4);

    expect([1, 1.25, 1.26, 4, 12].map((value) => binOf(value, cuts))).toEqual([1, 1, 2, 2, 4]);
  });
});

describe('RFM (C-17)', () => {
  const asOf = 1000;

  it('should score who bought and leave prospects without scores', () => {
    const orders: Order[] = [0, 1, 2, 3, 4].map((who) => [who, 900 + who * 20, (who + 1) * 100]);

    const { r, f, m, orders: counts } = rfm(columnsOf(orders), 6, { asOf });

    expect([...r]).toEqual([1, 2, 3, 4, 5, 0]);
    expect([...f]).toEqual([1, 1, 1, 1, 1, 0]);
    expect([...m]).toEqual([1, 2, 3, 4, 5, 0]);
    expect([...counts]).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('should follow its stated rules for odd orders', () => {
    const odd: Order[] = [
      [0, 990, 500],
      [0, 995, -200],
      [0, 999, 0],
      [0, 1001, 900],
      [-1, 990, 1],
      [0, Number.NaN, 1],
      [1, 980, Number.NaN],
      [2, 980, -5],
    ];

    const table = rfm(columnsOf(odd), 3, { asOf });

    expect([...table.orders]).toEqual([1, 1, 0]);
    expect([...table.amount]).toEqual([300, 0, -5]);
    expect([...table.last.slice(0, 2)]).toEqual([990, 980]);
    expect(table.r[2]).toBe(0);
    expect(table.left).toEqual({ future: 1, withoutCustomer: 1, withoutDate: 1 });
  });

  it("should use the manager's own cut points as they are", () => {
    const orders: Order[] = [
      [0, 990, 100],
      [1, 970, 101],
    ];
    const cuts = { recency: [10, 30], frequency: [1, 3], monetary: [100, 200] };

    const { r, f, m, method } = rfm(columnsOf(orders), 2, { asOf, cuts });

    expect({ r: [...r], f: [...f], m: [...m], method }).toEqual({ r: [3, 2], f: [1, 1], m: [1, 2], method: 'fixed' });
  });

  it('should give equal customers equal scores, whatever the order of the rows', () => {
    const order = fc.tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 990, max: 1000 }),
      fc.constantFrom(1, 2, 3),
    );
    fc.assert(
      fc.property(fc.array(order, { maxLength: 60 }), fc.constantFrom(3, 4, 5), (orders, bins) => {
        const one = rfm(columnsOf(orders), 13, { asOf, bins });
        const other = rfm(columnsOf([...orders].reverse()), 13, { asOf, bins });
        const seen = new Map<string, string>();
        for (let who = 0; who < 13; who += 1) {
          const facts = [one.last[who], one.orders[who], one.amount[who]].join();
          const scores = [one.r[who], one.f[who], one.m[who]].join();
          expect(seen.get(facts) ?? scores).toBe(scores);
          seen.set(facts, scores);
          expect([other.r[who], other.f[who], other.m[who]].join()).toBe(scores);
        }
      }),
    );
  });
});

describe('segments', () => {
  it('should name each cell of the recency and frequency map exactly once', () => {
    const cells = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((f) => ({ r, f, m: 1 })));

    for (const cell of cells) {
      const hits = recencyFrequencyMap.filter((rule) => segmentOf(cell, [rule]) !== others);
      expect(hits).toHaveLength(1);
    }
    expect(segmentOf({ r: 0, f: 0, m: 0 }, recencyFrequencyMap)).toBe(prospects);
  });
});
