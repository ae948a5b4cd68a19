import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { binOf, quantile, quantileCuts } from '../../src/crm/quantile';
import { rfm, type RfmOptions } from '../../src/crm/rfm';
import { mapFaults, recencyFrequencyMap, segmentOf, type SegmentRule } from '../../src/crm/segment';
import { toSerial } from '../../src/shared/dates';

/** Answers published elsewhere (analytics 1 and 2.8), as figures. */

describe('quantiles known from elsewhere', () => {
  it('should be type 7, neither the nearest value (3, 5, 13) nor PERCENTILE.EXC (2.4, 6.8, 19.4)', () => {
    const sorted = [1, 1, 1, 2, 3, 5, 8, 13, 21, 40];
    const found = [0.4, 0.6, 0.8].map((share) => quantile(sorted, share));
    [2.6, 6.2, 14.6].forEach((expected, at) => expect(found[at]).toBeCloseTo(expected, 12));
  });

  it("should be one below the R package's cut points of mtcars$mpg", () => {
    const mpg = [
      ...[21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4],
      ...[14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4],
    ];
    const cuts = quantileCuts(Float64Array.from(mpg), 5);
    [16.2, 18.92, 22, 25.08].forEach((expected, at) => expect(cuts[at]! + 1).toBeCloseTo(expected, 12));
  });

  it('should cut the heavily tied order counts of a web shop at 1, 2, 3, 6, where edges repeat nowhere', () => {
    // 34.4 % of 4,338 customers have one order; only the sizes of the bins are published.
    const sizes = [1493, 835, 508, 802, 700];
    const orders = [1, 2, 3, 6, 20].flatMap((count, bin) => Array<number>(sizes[bin]!).fill(count));
    const cuts = quantileCuts(Float64Array.from(orders), 5);

    expect(cuts).toEqual([1, 2, 3, 6]);
    expect([1, 2, 3, 4, 5].map((bin) => orders.filter((count) => binOf(count, cuts) === bin).length)).toEqual(sizes);
  });
});

describe('segment maps known from elsewhere', () => {
  it('should name the 25 cells of recency (down) and frequency (across) as in the map in widest use', () => {
    const short: Record<string, string> = {
      ...{ hibernating: 'h', atRisk: 'r', cantLoseThem: 'c', aboutToSleep: 's', needAttention: 'n' },
      ...{ loyalCustomers: 'l', promising: 'p', newCustomers: 'w', potentialLoyalists: 'o', champions: 'C' },
    };
    const grid = [1, 2, 3, 4, 5].map((r) =>
      [1, 2, 3, 4, 5].map((f) => short[segmentOf({ r, f, m: 3 }, recencyFrequencyMap)]).join(''),
    );
    expect(grid).toEqual(['hhrrc', 'hhrrc', 'ssnll', 'pooll', 'wooCC']);
  });

  it.each([
    ['vignette', () => vignetteMap, 10, 58],
    ['unit test', () => olderMap, 36, 39],
  ])("should find the cells that the R package's map of the %s leaves out or names twice", (_, map, gaps, overlaps) => {
    const faults = mapFaults(map());
    const cells = (kind: string) =>
      faults.filter((fault) => fault.kind === kind).reduce((sum, fault) => sum + fault.cells, 0);

    expect([cells('gap'), cells('overlap')]).toEqual([gaps, overlaps]);
  });

  it('should never reach three segments of the older map', () => {
    const scores = [1, 2, 3, 4, 5];
    const reached = new Set(
      scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => segmentOf({ r, f, m }, olderMap)))),
    );
    const unreached = olderMap.map(({ segment }) => segment).filter((segment) => !reached.has(segment));

    expect(unreached).toEqual(['New Customers', 'Promising', "Can't Lose Them"]);
  });
});

type Bounds = readonly [low: number, high: number];
const mapOf = (rows: readonly (readonly [string, Bounds, Bounds, Bounds])[]): readonly SegmentRule[] =>
  rows.map(([segment, r, f, m]) => ({ segment, r, f, m }));

const vignetteMap = mapOf([
  ['Champions', [5, 5], [5, 5], [5, 5]],
  ['Potential Loyalist', [3, 5], [3, 5], [2, 5]],
  ['Loyal Customers', [2, 4], [2, 4], [2, 4]],
  ['Promising', [3, 4], [1, 3], [3, 5]],
  ['New Customers', [4, 5], [1, 3], [1, 5]],
  ["Can't Lose Them", [1, 2], [3, 4], [4, 5]],
  ['At Risk', [1, 2], [2, 5], [4, 5]],
  ['Need Attention', [1, 3], [3, 5], [3, 5]],
  ['About To Sleep', [2, 3], [1, 3], [1, 4]],
  ['Lost', [1, 1], [1, 5], [1, 5]],
]);

const olderMap = mapOf([
  ['Champions', [4, 5], [4, 5], [4, 5]],
  ['Loyal Customers', [2, 5], [3, 5], [3, 5]],
  ['Potential Loyalist', [3, 5], [1, 3], [1, 3]],
  ['New Customers', [4, 5], [1, 1], [1, 1]],
  ['Promising', [3, 4], [1, 1], [1, 1]],
  ['Need Attention', [2, 3], [2, 3], [2, 3]],
  ['About To Sleep', [2, 3], [1, 2], [1, 2]],
  ['At Risk', [1, 2], [2, 5], [2, 5]],
  ["Can't Lose Them", [1, 1], [4, 5], [4, 5]],
  ['Lost', [1, 2], [1, 2], [1, 2]],
]);

const data = resolve(__dirname, '../../../shared/data/orders/rfm_data_orders.csv');
const golden = resolve(__dirname, '../../../shared/golden/rfm_orders_expected_scores_asof_2006-12-31.csv');
const isThere = existsSync(data) && existsSync(golden);
if (!isThere) process.stderr.write('RFM of the published orders: skipped, no shared data\n');
const withData = isThere ? describe : describe.skip;

withData('RFM of the published orders', () => {
  const read = (path: string) =>
    Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
  const expected = isThere ? read(golden) : [];
  const index = new Map(expected.map(({ customer_id: id }, who) => [id, who]));
  const scored = (options: Partial<RfmOptions> = {}) => {
    const orders = read(data);
    const columns = {
      customer: Int32Array.from(orders, ({ customer_id: id }) => index.get(id!)!),
      day: Float64Array.from(orders, ({ order_date: date }) => toSerial(date!)),
      amount: Float64Array.from(orders, ({ revenue }) => Number(revenue)),
    };
    return rfm(columns, index.size, { asOf: toSerial('2006-12-31'), ...options });
  };
  const golden3 = (rule: string) =>
    expected.map((row) => ['R', 'F', 'M'].map((axis) => Number(row[`${axis}_${rule}`])));
  const scores = ({ r, f, m }: ReturnType<typeof rfm>) => expected.map((_, who) => [r[who]!, f[who]!, m[who]!]);
  /** The package's bins are [lower, upper): a hair below each lower bound makes them right-closed. */
  const below = (...lower: number[]) => lower.map((bound) => bound - 0.001);
  const packageCuts = {
    recency: below(115, 181, 297.4, 482),
    frequency: below(4, 5, 6, 8),
    monetary: below(255.8, 382, 506.4, 666),
  };

  it('should take the cut points of the package less the one that it adds', () => {
    const { recency, frequency, monetary } = scored().cuts;
    const rounded = [recency, frequency, monetary].map((cuts) => cuts.map((cut) => Number(cut.toFixed(9))));

    expect(rounded).toEqual([
      [114, 180, 296.4, 481],
      [3, 4, 5, 7],
      [254.8, 381, 505.4, 665],
    ]);
  });

  it('should agree with the reference scores of all 995 customers, by either cut points', () => {
    expect(scores(scored())).toEqual(golden3('type7'));
    expect(scores(scored({ cuts: packageCuts }))).toEqual(golden3('rfmR'));
  });

  it('should have bins of the known sizes, unequal where values tie', () => {
    const { r, f, m } = scored();
    const sizes = (axis: Uint8Array) => [1, 2, 3, 4, 5].map((bin) => axis.filter((score) => score === bin).length);

    expect([sizes(r).reverse(), sizes(f), sizes(m)]).toEqual([
      [200, 199, 198, 201, 197],
      [268, 187, 176, 244, 120],
      [199, 201, 197, 203, 195],
    ]);
  });

  it('should differ from bins by rank (NTILE) where those tear ties apart: 24 % of the F scores', () => {
    const [own, byRank] = [scores(scored()), golden3('ntile')];
    const differing = [0, 1, 2].map((axis) => own.filter((row, who) => row[axis] !== byRank[who]![axis]).length);

    expect(differing).toEqual([4, 239, 6]);
  });

  it.each([
    [
      'vignette',
      vignetteMap,
      {
        'About To Sleep': [102, 283, 23_449],
        'At Risk': [28, 216, 22_227],
        "Can't Lose Them": [47, 274, 32_446],
        Champions: [35, 316, 31_646],
        Lost: [148, 393, 35_324],
        'Loyal Customers': [170, 799, 76_562],
        'Need Attention': [10, 57, 4_562],
        'New Customers': [104, 329, 28_837],
        'Potential Loyalist': [342, 2_211, 204_856],
        Promising: [9, 28, 4_249],
      },
    ],
    [
      'unit test',
      olderMap,
      {
        Champions: [158, 1_234, 120_178],
        'Loyal Customers': [278, 1_708, 166_712],
        'Potential Loyalist': [229, 801, 65_873],
        'At Risk': [86, 438, 44_178],
        Lost: [111, 244, 20_955],
        'About To Sleep': [50, 127, 10_914],
        'Need Attention': [35, 144, 13_287],
        others: [48, 210, 22_061],
      },
    ],
  ])("should reproduce the package's segments (%s) from its own cut points", (_, map, segments) => {
    const { r, f, m, orders, amount } = scored({ cuts: packageCuts });
    const found: Record<string, [number, number, number]> = {};
    expected.forEach((__, who) => {
      const row = (found[segmentOf({ r: r[who]!, f: f[who]!, m: m[who]! }, map)] ??= [0, 0, 0]);
      [1, orders[who]!, amount[who]!].forEach((figure, at) => (row[at]! += figure));
    });

    expect(found).toEqual(segments);
    if (map === vignetteMap) {
      const perOrder = Object.keys(segments).map((name) => (found[name]![2] / found[name]![1]).toFixed(2));
      expect(perOrder.map(Number)).toEqual([
        ...[82.86, 102.9, 118.42, 100.15, 89.88, 95.82, 80.04, 87.65, 92.65, 151.75],
      ]);
    }
    expect(Object.values(found).reduce((sum, [, , revenue]) => sum + revenue, 0)).toBe(464_158);
  });
});
