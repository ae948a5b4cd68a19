import type { Purchase } from '../../crm/affinity';
import type { Value } from '../../crm/snapshot';
import type { Sale } from '../../crm/trend';
import { toMinor } from '../../shared/numbers';
import { keyPrefix } from '../keyText';
import { customersByKey } from './orders';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** Row of the product by the key that orders carry. */
export const productsByKey = oncePerSource((source): ReadonlyMap<Value, number> => {
  const ids = source.rows('products') ? source.column('products', 'id') : [];
  const index = new Map<Value, number>();
  ids.forEach((id, row) => {
    const key = keyPrefix + String(id);
    if (id !== null && !index.has(key)) index.set(key, row);
  });
  return index;
});

const orderColumn = (source: ViewSource, id: string) => (source.rows('orders') ? source.column('orders', id) : []);

/** Who bought what, orders up to today without refunds and orders of zero, as RFM has it; by row, -1 = unknown. */
export const purchaseLines = oncePerSource((source, environment): readonly Purchase[] => {
  const [customers, products] = [customersByKey(source, environment), productsByKey(source, environment)];
  const [customer, product, day, amount] = ['customerKey', 'productKey', 'orderedAt', 'amount'].map((id) =>
    orderColumn(source, id),
  );
  const isPast = (row: number) => Math.floor(numberOr(day![row], Number.NaN)) <= environment.today;
  const isPurchase = (row: number) => !(toMinor(numberOr(amount![row], Number.NaN), environment.moneyDigits) <= 0);
  return liveRows(source, 'orders')
    .filter((row) => isPast(row) && isPurchase(row))
    .map((row) => ({
      customer: customers.get(customer![row] ?? null) ?? -1,
      product: products.get(product![row] ?? null) ?? -1,
    }));
});

/** Dated orders with the category of their product. */
export const categorySales = oncePerSource((source, environment): readonly Sale[] => {
  const products = productsByKey(source, environment);
  const categories = source.rows('products') ? source.column('products', 'category') : [];
  const [product, day, amount] = ['productKey', 'orderedAt', 'amount'].map((id) => orderColumn(source, id));
  return liveRows(source, 'orders').flatMap((row): Sale[] => {
    const at = day![row];
    if (typeof at !== 'number') return [];
    const money = amount![row];
    return [
      {
        category: (categories[products.get(product![row] ?? null) ?? -1] ?? null) as string | null,
        day: Math.floor(at),
        amount: typeof money === 'number' ? toMinor(money, environment.moneyDigits) : null,
      },
    ];
  });
});
