/**
 * Repeat purchases of a customer (C-29, C-69): how often somebody came back, over what time, and for how much each time.
 * Purchases of one period (day or week) are one; the first purchase is no repeat and is left out of the mean. `span` is
 * the customer's age at the last purchase: not RFM's recency, which counts back from today.
 */
import { mondayOf } from './week';

export interface DatedAmount {
  /** Serial. */
  readonly day: number;
  /** In any one unit; `null` = not known. Zero and refunds are no purchases, as in RFM. */
  readonly amount: number | null;
}

/** Weeks begin on Monday. */
export type PurchasePeriod = 'days' | 'weeks';

export interface RepeatPurchases {
  /** Periods with a purchase after the first one. */
  readonly repeats: number;
  /** Periods from the first to the last purchase; 0 for a single one. */
  readonly span: number;
  /** Periods from the first purchase to `until`. */
  readonly age: number;
  /** Mean amount of the repeats, in the unit of the amounts; `null` without a repeat whose amount is known. */
  readonly meanAmount: number | null;
}

const periodOf: Readonly<Record<PurchasePeriod, (day: number) => number>> = {
  days: Math.floor,
  weeks: (day) => mondayOf(Math.floor(day)) / 7,
};

/** Orders in any order; those after the day `until` do not count. `null` for who never bought. */
export function repeatPurchases(
  orders: readonly DatedAmount[],
  until: number,
  period: PurchasePeriod = 'days',
): RepeatPurchases | null {
  const amounts = new Map<number, number | null>();
  for (const { day, amount } of orders) {
    if (!(Math.floor(day) <= until) || (amount !== null && amount <= 0)) continue;
    const at = periodOf[period](day);
    const known = amounts.get(at) ?? null;
    amounts.set(at, amount === null ? known : (known ?? 0) + amount);
  }
  const [first, ...later] = [...amounts.keys()].sort((a, b) => a - b);
  if (first === undefined) return null;
  const paid = later.flatMap((at) => amounts.get(at) ?? []);
  return {
    repeats: later.length,
    span: (later.at(-1) ?? first) - first,
    age: periodOf[period](until) - first,
    meanAmount: paid.length ? paid.reduce((sum, amount) => sum + amount, 0) / paid.length : null,
  };
}
