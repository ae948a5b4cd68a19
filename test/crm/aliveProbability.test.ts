import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import {
  aliveProbability,
  buyingHistory,
  expectedPurchases,
  type BuyingHistory,
  type BuyingModel,
} from '../../src/crm/aliveProbability';
import { fewestRepeatBuyers, fitBuyingModel, logLikelihoodOf } from '../../src/crm/buyingModel';
import type { DatedAmount } from '../../src/crm/repeatPurchase';
import { readIso, toSerial } from '../../src/shared/dates';

/** Published parameters of the CDNOW customers, in weeks (Fader, Hardie and Lee 2005). */
const published: BuyingModel = { unit: 'weeks', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const relative = (found: number, expected: number) => Math.abs(found - expected) / Math.abs(expected);

describe('probability that a customer still buys (C-71)', () => {
  it.each([
    [26, 30.86, 31, 0.968915649717525],
    [10, 20, 39, 0.0381143132120363],
    [25, 20, 39, 1.63016604237129e-5],
    [1, 1.71, 38.86, 0.212100985377379],
  ])('should be as computed to 60 digits for %d repeats, span %d, age %d', (repeats, span, age, expected) => {
    expect(relative(aliveProbability(published, { repeats, span, age })!, expected)).toBeLessThan(1e-13);
  });

  it('should say nothing of a single purchase, of which the model would say 1', () => {
    expect(aliveProbability(published, { repeats: 0, span: 0, age: 38.86 })).toBeNull();
  });

  it('should fall with every week of silence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(100), fc.nat(100), (repeats, span, silence) => {
        const at = (age: number) => aliveProbability(published, { repeats, span, age })!;
        expect(at(span + silence + 1)).toBeLessThan(at(span + silence));
      }),
    );
  });
});

describe('purchases to expect (C-71)', () => {
  it.each([
    [39, 2, 30.43, 38.86, 1.22602817476714],
    [39, 0, 0, 38.86, 0.195098052011262],
    [52, 26, 30.86, 31, 25.7581959364835],
    [52, 10, 20, 39, 0.347399762708559],
    [52, 25, 20, 39, 0.000358332461911216],
    [520, 7, 29.43, 38.86, 17.7734689681007],
  ])('should be as published: %d weeks, %d repeats, span %d, age %d', (weeks, repeats, span, age, expected) => {
    expect(relative(expectedPurchases(published, { repeats, span, age }, weeks)!, expected)).toBeLessThan(1e-12);
  });

  it('should pass through a = 1 without a jump, and expect nothing of no time', () => {
    const history = { repeats: 3, span: 20, age: 30 };
    const at = (a: number) => expectedPurchases({ ...published, a }, history, 39)!;
    expect(at(1)).toBeCloseTo((at(1 - 1e-7) + at(1 + 1e-7)) / 2, 9);
    expect(expectedPurchases(published, history, 0)).toBe(0);
  });

  it('should expect one purchase of newcomers at most, without a jump, where everybody leaves after it', () => {
    const newcomer = { repeats: 0, span: 0, age: 10 };
    const at = (a: number) => expectedPurchases({ unit: 'weeks', r: 0.5, alpha: 20, a, b: 1e-6 }, newcomer, 52)!;
    // The next purchase comes within the weeks with this probability, and is the last one.
    const once = 1 - (30 / 82) ** 0.5;

    for (const a of [100, 500, 1500, 5200, 1e6]) expect(relative(at(a), once)).toBeLessThan(1e-5);
  });

  it('should be a number or nothing for any parameters', () => {
    const parameter = fc.double({ min: 1e-12, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(parameter, parameter, parameter, parameter),
        ...[fc.nat(400), fc.double({ min: 0.1, max: 500, noNaN: true })],
        ([r, alpha, a, b], repeats, age) => {
          const history = { repeats, span: repeats ? age / 2 : 0, age };
          const found = expectedPurchases({ unit: 'weeks', r, alpha, a, b }, history, 52);
          expect(found === null || Number.isFinite(found)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the model that fits (C-71)', () => {
  const history = (repeats: number): BuyingHistory => ({ repeats, span: repeats, age: 30 });

  it('should not be guessed from few customers who came back', () => {
    const customers = [
      ...Array<BuyingHistory>(fewestRepeatBuyers - 1).fill(history(2)),
      ...Array(500).fill(history(0)),
    ];

    expect(fitBuyingModel(customers)).toEqual({
      ...{ rule: 'tooFewCustomers', n: 529, repeatBuyers: 29, repeats: 58 },
      ...{ model: null, isRestrained: false, logLikelihood: null },
    });
    expect(fitBuyingModel([]).rule).toBe('tooFewCustomers');
  });

  it('should be held back where customers are so alike that the likelihood has no top', () => {
    const customers = Array.from({ length: 60 }, (_, at): BuyingHistory => {
      const [gap, repeats, silence] = [1 + (at % 7), at % 6, (at % 5) * 6];
      return { repeats, span: repeats * gap, age: repeats * gap + silence };
    });

    const { rule, isRestrained, model } = fitBuyingModel(customers);

    expect([rule, isRestrained]).toEqual(['fitted', true]);
    for (const value of [model!.r, model!.alpha, model!.a, model!.b]) expect(value).toBeLessThan(1e3);
  });

  it('should say when nobody is seen to leave', () => {
    const customers = Array.from({ length: 200 }, (_, at) => ({ repeats: 5 + (at % 4), span: 29.9, age: 30 }));

    expect(['noDropout', 'notFound']).toContain(fitBuyingModel(customers).rule);
  });
});

const shared = resolve(__dirname, '../../../shared');
const [orders, golden] = ['data/orders/CDNOW_sample.txt', 'golden/bgnbd_cond_exp_mpmath.json'].map((file) =>
  resolve(shared, file),
);
const isThere = existsSync(orders!) && existsSync(golden!);
if (!isThere) process.stderr.write('Buying model of the published customers: skipped, no shared data\n');
const withData = isThere ? describe : describe.skip;

withData('BG/NBD of published data', () => {
  /** Customers of the CDNOW sample up to the end of the calibration period. */
  function cdnow(): BuyingHistory[] {
    const purchases = new Map<string, DatedAmount[]>();
    for (const line of readFileSync(orders!, 'utf8').split('\n').filter(Boolean)) {
      const [, customer, date] = line.trim().split(/\s+/) as [string, string, string];
      const day = readIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)!;
      purchases.set(customer, [...(purchases.get(customer) ?? []), { day, amount: null }]);
    }
    return [...purchases.values()].map((list) => buyingHistory(list, toSerial('1997-09-30'))!);
  }

  it('should fit the CDNOW customers', () => {
    const found = fitBuyingModel(cdnow());

    expect(found).toMatchObject({ rule: 'fitted', isRestrained: false, n: 2357, repeatBuyers: 946, repeats: 2457 });
    const expected = { r: 0.24259452243, alpha: 4.41360201901, a: 0.79292201723, b: 2.42590677683 };
    for (const [name, value] of Object.entries(expected)) {
      expect(relative(found.model![name as 'r'], value)).toBeLessThan(1e-7);
    }
    expect(found.logLikelihood).toBeCloseTo(-9582.42920667393, 7);
    const ones: BuyingModel = { unit: 'weeks', r: 1, alpha: 1, a: 1, b: 1 };
    expect(logLikelihoodOf(cdnow(), ones)).toBeCloseTo(-13887.712624944, 7);
  });

  it('should expect as many purchases of them as published', () => {
    const customers = cdnow();
    const { model } = fitBuyingModel(customers);
    const sum = (figure: (history: BuyingHistory) => number) =>
      customers.reduce((total, history) => total + figure(history), 0);

    expect(sum((history) => expectedPurchases(model!, history, 39)!)).toBeCloseTo(1653.4087, 3);
    expect(sum((history) => aliveProbability(model!, history) ?? 1)).toBeCloseTo(1917.2777, 3);
  });

  it('should agree with 60 digits in all cases', () => {
    type Case = Record<'t' | 'x' | 'tx' | 'T' | 'r' | 'alpha' | 'a' | 'b', number> & {
      condExp: string;
      pAlive: string;
    };
    const cases = JSON.parse(readFileSync(golden!, 'utf8')) as readonly Case[];
    for (const { t, x, tx, T, condExp, pAlive, ...parameters } of cases) {
      const [model, history] = [{ unit: 'weeks', ...parameters } as const, { repeats: x, span: tx, age: T }];
      expect(relative(expectedPurchases(model, history, t)!, Number(condExp))).toBeLessThan(1e-12);
      if (x > 0) expect(relative(aliveProbability(model, history)!, Number(pAlive))).toBeLessThan(1e-12);
    }
  });
});
