import type { OrderColumns } from '../../crm/rfm';
import type { Value } from '../../crm/snapshot';
import { toMinor } from '../../shared/numbers';
import { keyPrefix } from '../keyText';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** Customers that count: not archived, and with an id or a name (other rows are no records). */
export const liveCustomers = oncePerSource((source): ReadonlySet<number> => {
  if (!source.rows('customers')) return new Set();
  const [ids, names] = [source.column('customers', 'id'), source.column('customers', 'name')];
  return new Set(liveRows(source, 'customers').filter((row) => (ids[row] ?? names[row] ?? null) !== null));
});

/** Row of the live customer by the key that linked records carry. */
export const customersByKey = oncePerSource((source, environment): ReadonlyMap<Value, number> => {
  const live = liveCustomers(source, environment);
  const index = new Map<Value, number>();
  if (!live.size) return index;
  source.column('customers', 'id').forEach((id, who) => {
    const key = keyPrefix + String(id);
    if (id !== null && live.has(who) && !index.has(key)) index.set(key, who);
  });
  return index;
});

/** Orders that are not archived by row of their customer; of an unknown or archived customer: -1. */
export const orderColumns = oncePerSource((source, environment): OrderColumns => {
  const index = customersByKey(source, environment);
  const rows = liveRows(source, 'orders');
  const [keys, days, amounts] = ['customerKey', 'orderedAt', 'amount'].map((id) => column(source, id)) as [
    readonly Value[],
    readonly Value[],
    readonly Value[],
  ];
  const digits = environment.moneyDigits;
  return {
    customer: Int32Array.from(rows, (row) => index.get(keys[row] ?? null) ?? -1),
    day: Float64Array.from(rows, (row) => Math.floor(numberOr(days[row], Number.NaN))),
    amount: Float64Array.from(rows, (row) => toMinor(numberOr(amounts[row], Number.NaN), digits)),
  };
});

const column = (source: ViewSource, id: string) => (source.rows('orders') ? source.column('orders', id) : []);

/** When somebody bought: row of the customer, day and amount in minor units; unknown days and amounts are NaN. */
type DatedMoney = Pick<OrderColumns, 'customer' | 'day' | 'amount'>;

/** Won deals that are not archived, in the shape of orders: their close day and amount (C-28). */
const wonDeals = oncePerSource((source, environment): DatedMoney => {
  const index = customersByKey(source, environment);
  const has = source.rows('opportunities') > 0;
  const [won, keys, days, amounts] = ['isWon', 'customerKey', 'closedAt', 'amount'].map((id) =>
    has ? source.column('opportunities', id) : [],
  ) as [readonly Value[], readonly Value[], readonly Value[], readonly Value[]];
  const rows = liveRows(source, 'opportunities').filter((row) => won[row] === 1);
  return {
    customer: Int32Array.from(rows, (row) => index.get(keys[row] ?? null) ?? -1),
    day: Float64Array.from(rows, (row) => Math.floor(numberOr(days[row], Number.NaN))),
    amount: Float64Array.from(rows, (row) => toMinor(numberOr(amounts[row], Number.NaN), environment.moneyDigits)),
  };
});

/**
 * Days on which each customer bought, up to today, ascending: orders; of a customer without any order the close days of
 * won deals, as customer value has it (C-28: "first deal closed"). One without amount counts, a refund or an order of
 * zero does not. RFM reads orders alone: order history feeds it (C-52), and who has none is a prospect there.
 */
export const purchaseDays = oncePerSource((source, environment): readonly (readonly number[])[] => {
  const orders = orderColumns(source, environment);
  const haveOrdered = new Set(orders.customer);
  const days = Array.from({ length: source.rows('customers') }, (): number[] => []);
  const collect = ({ customer, day, amount }: DatedMoney, counts: (who: number) => boolean) =>
    customer.forEach((who, at) => {
      if (who >= 0 && counts(who) && day[at]! <= environment.today && !(amount[at]! <= 0)) days[who]!.push(day[at]!);
    });
  collect(orders, () => true);
  collect(wonDeals(source, environment), (who) => !haveOrdered.has(who));
  for (const list of days) list.sort((a, b) => a - b);
  return days;
});
