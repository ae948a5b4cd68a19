import type { DatedAmount } from '../crm/repeatPurchase';
import { day, money, type Cells } from './arguments';
import { linked, type Linked } from './linked';

/** Orders with a date, by their customer's row in the column of customers, as they stand. */
export interface CustomerOrders extends Pick<Linked, 'rowOf'> {
  readonly orders: readonly (readonly DatedAmount[])[];
}

/** Finds the orders of each customer; without amounts each is `null`. Errors: those of {@link linked} and of the cells. */
export function ordersByCustomer(
  customers: Cells,
  orderCustomers: Cells,
  orderDates: Cells,
  orderAmounts?: Cells,
): CustomerOrders {
  const columns = orderAmounts ? [orderDates, orderAmounts] : [orderDates];
  const { rowOf, customer } = linked(customers, orderCustomers, columns);
  const amounts = orderAmounts?.flat();
  const orders = rowOf.map((): DatedAmount[] => []);
  orderDates.flat().forEach((cell, record) => {
    const [date, amount] = [day('orderDates', cell), amounts ? money('orderAmounts', amounts[record]) : null];
    if (date !== null && customer[record]! >= 0) orders[customer[record]!]!.push({ day: date, amount });
  });
  return { rowOf, orders };
}

/** Their days, the earliest first. */
export const daysOf = (orders: readonly DatedAmount[]): number[] =>
  orders.map(({ day: date }) => date).sort((a, b) => a - b);
