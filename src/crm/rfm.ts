/**
 * RFM: recency, frequency, monetary (C-17). Scores are bins by value, 1..bins, the highest is best on every axis; cut
 * points are type-7 quantiles of the buyers, their averages, or fixed numbers, always right-closed. Who never bought has
 * no scores.
 *
 * Stated rules: an order dated after `asOf` or without customer or date is left out and counted; one without amount
 * counts as an order and adds nothing; a refund (negative amount) lowers the amount and is no order; an order of zero is
 * none either.
 */
import { binOf, quantileCuts } from './quantile';

/** Orders as columns. `customer` is an index from 0, -1 for none; `day` a serial, NaN when blank; `amount` in integer
 * minor units, NaN when blank. */
export interface OrderColumns {
  readonly customer: Int32Array;
  readonly day: Float64Array;
  readonly amount: Float64Array;
}

/** Inner cut points of each axis, ascending, in the units of the axis: days, orders, minor units. */
export interface RfmCuts {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** Where the cut points come from: the buyers' quantiles or averages, the manager, or a table for want of buyers. */
export type RfmMethod = 'quantile' | 'average' | 'fixed' | 'tooFewBuyers';

export interface RfmOptions {
  /** The last day that counts, as a serial. */
  readonly asOf: number;
  /** 3, 4 or 5; quantile cut points only. */
  readonly bins?: number;
  /** One cut point per axis, the buyers' average: scores 1 (below) and 2 (above). */
  readonly byAverage?: boolean;
  /** Cut points of the manager's own, or frozen ones of the last review (decision 12). */
  readonly cuts?: RfmCuts;
  /** Used when fewer than {@link fewestBuyers} customers bought: a quantile of four customers says nothing. */
  readonly cutsForFewBuyers?: RfmCuts;
}

/** The least number of buyers that quantiles and averages are taken from. */
export const fewestBuyers = 5;

/** Cut points for too few buyers by number of bins: days, orders, and money in **major** units. */
export const cutsForFewBuyers: Readonly<Record<number, RfmCuts>> = {
  2: { recency: [180], frequency: [2], monetary: [20_000] },
  3: { recency: [90, 365], frequency: [1, 4], monetary: [5_000, 50_000] },
  4: { recency: [60, 180, 365], frequency: [1, 2, 4], monetary: [2_000, 20_000, 100_000] },
  5: { recency: [30, 90, 180, 365], frequency: [1, 2, 4, 9], monetary: [1_000, 5_000, 20_000, 100_000] },
};

/** What each customer bought up to `asOf`. */
export interface Purchases {
  /** Serial of the last order, NaN for none. */
  readonly last: Float64Array;
  readonly orders: Int32Array;
  /** Minor units. */
  readonly amount: Float64Array;
  /** Orders that were not taken into account, by reason. */
  readonly left: { readonly future: number; readonly withoutCustomer: number; readonly withoutDate: number };
}

export interface RfmTable extends Purchases {
  readonly asOf: number;
  readonly method: RfmMethod;
  /** How many customers bought: what the cut points were taken from. */
  readonly buyers: number;
  readonly cuts: RfmCuts;
  /** Scores by customer, 0 = never bought. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
}

/** Adds up the orders of `customers` customers. */
export function purchasesOf({ customer, day, amount }: OrderColumns, customers: number, asOf: number): Purchases {
  const last = new Float64Array(customers).fill(Number.NaN);
  const orders = new Int32Array(customers);
  const total = new Float64Array(customers);
  const left = { future: 0, withoutCustomer: 0, withoutDate: 0 };
  for (let row = 0; row < customer.length; row += 1) {
    const who = customer[row]!;
    const when = day[row]!;
    const money = amount[row]!;
    if (who >= 0 && when <= asOf) {
      if (!Number.isNaN(money)) total[who]! += money;
      if (money <= 0) continue;
      orders[who]! += 1;
      if (!(last[who]! >= when)) last[who] = when;
    } else if (who < 0) left.withoutCustomer += 1;
    else if (when > asOf) left.future += 1;
    else left.withoutDate += 1;
  }
  return { last, orders, amount: total, left };
}

/** Scores of every customer; see the head of this file for the rules. */
export function rfm(columns: OrderColumns, customers: number, options: RfmOptions): RfmTable {
  const purchases = purchasesOf(columns, customers, options.asOf);
  const buyers = countBuyers(purchases);
  const { method, cuts } = cutsOf(purchases, buyers, options);
  return { ...purchases, asOf: options.asOf, method, buyers, cuts, ...scoresOf(purchases, options.asOf, cuts) };
}

function countBuyers({ orders }: Purchases): number {
  let buyers = 0;
  for (let who = 0; who < orders.length; who += 1) buyers += orders[who] ? 1 : 0;
  return buyers;
}

function cutsOf(purchases: Purchases, buyers: number, options: RfmOptions): Pick<RfmTable, 'method' | 'cuts'> {
  if (options.cuts) return { method: 'fixed', cuts: options.cuts };
  if (options.cutsForFewBuyers && buyers < fewestBuyers) {
    return { method: 'tooFewBuyers', cuts: options.cutsForFewBuyers };
  }
  const cut = options.byAverage ? averageCut : (values: Float64Array) => quantileCuts(values, options.bins ?? 5);
  const [recency, frequency, monetary] = axesOf(purchases, buyers, options.asOf).map(cut) as [
    readonly number[],
    readonly number[],
    readonly number[],
  ];
  return { method: options.byAverage ? 'average' : 'quantile', cuts: { recency, frequency, monetary } };
}

/** What the buyers are compared by: days since, orders, amount. */
function axesOf({ last, orders, amount }: Purchases, buyers: number, asOf: number): Float64Array[] {
  const axes = [new Float64Array(buyers), new Float64Array(buyers), new Float64Array(buyers)] as const;
  let next = 0;
  for (let who = 0; who < orders.length; who += 1) {
    if (!orders[who]) continue;
    axes[0][next] = asOf - last[who]!;
    axes[1][next] = orders[who]!;
    axes[2][next] = amount[who]!;
    next += 1;
  }
  return [...axes];
}

const averageCut = (values: Float64Array): number[] =>
  values.length ? [values.reduce((sum, value) => sum + value, 0) / values.length] : [];

function scoresOf({ last, orders, amount }: Purchases, asOf: number, cuts: RfmCuts): Pick<RfmTable, 'r' | 'f' | 'm'> {
  const [r, f, m] = [0, 1, 2].map(() => new Uint8Array(orders.length)) as [Uint8Array, Uint8Array, Uint8Array];
  const best = cuts.recency.length + 2;
  for (let who = 0; who < orders.length; who += 1) {
    if (!orders[who]) continue;
    // Few days are good: the axis is turned round.
    r[who] = best - binOf(asOf - last[who]!, cuts.recency);
    f[who] = binOf(orders[who]!, cuts.frequency);
    m[who] = binOf(amount[who]!, cuts.monetary);
  }
  return { r, f, m };
}
