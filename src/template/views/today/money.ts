import { fromMinor } from '../../../shared/numbers';
import { openOrders } from '../receivables';
import { parentRows } from '../team';
import type { Waits } from './candidate';

/** Money past its day, in the same list as revisits (C-51). */
export const moneyWaiting: Waits = (source, environment) => {
  const late = openOrders(source, environment).filter(
    ({ dueAt }) => dueAt !== null && Math.floor(dueAt) < environment.today,
  );
  if (!late.length) return [];
  const customers = parentRows(source, 'orders', 'customer', 'customers');
  const owner = source.column('orders', 'owner');
  const customerOwner = source.column('customers', 'owner');
  return late.map(({ row, dueAt, outstanding }) => {
    const customer = customers[row] ?? null;
    const amount = fromMinor(outstanding, environment.moneyDigits);
    return {
      kind: 'money',
      table: 'orders',
      row,
      customer,
      owner: owner[row] ?? (customer === null ? null : (customerOwner[customer] ?? null)),
      dueAt: dueAt!,
      value: amount,
      reason: { code: 'money', values: { amount } },
    };
  });
};
