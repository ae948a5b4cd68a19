import { rfm as score, type OrderColumns, type RfmTable } from '../../crm/rfm';
import { prospects, recencyFrequencyMap, segmentOf } from '../../crm/segment';
import type { Value } from '../../crm/snapshot';
import { fromMinor, toMinor } from '../../shared/numbers';
import { toIso } from '../../shared/dates';
import { keyPrefix } from '../../template/keyText';
import { live, type Facts } from './facts';

export interface RfmScore {
  readonly customerId: string | null;
  readonly customer: string;
  readonly recencyDays: number;
  readonly orders: number;
  readonly amount: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: string;
}

export interface RfmSegment {
  readonly segment: string;
  readonly customers: number;
  readonly orders: number;
  readonly amount: number;
}

/** Scores of the buyers, segments of all; money in major units. */
export interface RfmReport {
  readonly asOf: string;
  readonly method: RfmTable['method'];
  readonly cuts: {
    readonly recencyDays: readonly number[];
    readonly orders: readonly number[];
    readonly amount: readonly number[];
  };
  readonly scores: readonly RfmScore[];
  readonly segments: readonly RfmSegment[];
}

/** RFM of the customers that are not archived, from their orders up to the as-of date (C-17). */
export function rfm({ computed, environment }: Facts): RfmReport {
  const { today, moneyDigits } = environment;
  const customers = live(computed, 'customers', ['id', 'name']);
  const table = score(orderColumns({ computed, environment }, customers), customers.length, { asOf: today });
  const scores = customers.map(({ id, name }, who): RfmScore => {
    const [r, f, m] = [table.r[who]!, table.f[who]!, table.m[who]!];
    return {
      customerId: id as string | null,
      customer: String(name ?? ''),
      recencyDays: today - table.last[who]!,
      orders: table.orders[who]!,
      amount: fromMinor(table.amount[who]!, moneyDigits),
      ...{ r, f, m, segment: segmentOf({ r, f, m }, recencyFrequencyMap) },
    };
  });
  const { recency, frequency, monetary } = table.cuts;
  return {
    asOf: toIso(today),
    method: table.method,
    cuts: { recencyDays: recency, orders: frequency, amount: monetary.map((cut) => fromMinor(cut, moneyDigits)) },
    scores: scores.filter(({ segment }) => segment !== prospects),
    segments: segmentsOf(scores, moneyDigits),
  };
}

/** The orders that are not archived, of customers that are not; without a known customer they are -1. */
function orderColumns({ computed, environment }: Facts, customers: readonly Record<'id', Value>[]): OrderColumns {
  const index = new Map<Value, number>();
  customers.forEach(({ id }, who) => {
    const key = keyPrefix + String(id);
    if (id !== null && !index.has(key)) index.set(key, who);
  });
  const orders = live(computed, 'orders', ['customerKey', 'orderedAt', 'amount']);
  const number = (value: Value) => (typeof value === 'number' ? value : Number.NaN);
  return {
    customer: Int32Array.from(orders, ({ customerKey }) => index.get(customerKey) ?? -1),
    day: Float64Array.from(orders, ({ orderedAt }) => Math.floor(number(orderedAt))),
    amount: Float64Array.from(orders, ({ amount }) => toMinor(number(amount), environment.moneyDigits)),
  };
}

function segmentsOf(scores: readonly RfmScore[], digits: number): RfmSegment[] {
  const sums = new Map<string, { customers: number; orders: number; amount: number }>();
  for (const { segment, orders, amount } of scores) {
    const sum = sums.get(segment) ?? { customers: 0, orders: 0, amount: 0 };
    sum.customers += 1;
    sum.orders += orders;
    sum.amount += toMinor(amount, digits);
    sums.set(segment, sum);
  }
  const order = [...recencyFrequencyMap.map(({ segment }) => segment), 'others', prospects];
  return order.flatMap((segment) => {
    const sum = sums.get(segment);
    return sum ? [{ segment, ...sum, amount: fromMinor(sum.amount, digits) }] : [];
  });
}
