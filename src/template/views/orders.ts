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

/**
 * Days of the orders of each customer up to today, ascending. The same orders as RFM counts: one without amount counts,
 * a refund or an order of zero does not.
 */
export const orderDays = oncePerSource((source, environment): readonly (readonly number[])[] => {
  const { customer, day, amount } = orderColumns(source, environment);
  const days = Array.from({ length: source.rows('customers') }, (): number[] => []);
  customer.forEach((who, row) => {
    if (who >= 0 && day[row]! <= environment.today && !(amount[row]! <= 0)) days[who]!.push(day[row]!);
  });
  for (const list of days) list.sort((a, b) => a - b);
  return days;
});
