import { aliveProbability, buyingHistory, expectedPurchases } from '../../crm/aliveProbability';
import { fewestRepeatBuyers, fitBuyingModel } from '../../crm/buyingModel';
import { neededDay, numberWithin } from '../arguments';
import { cellError } from '../error';
import { ordersByCustomer } from '../orders';

/**
 * Whether customers still buy, and how often they will: the BG/NBD model, fitted to the purchases of all of them. At least 30 must have come back. Spills below and to the right.
 * @customfunction ALIVE
 * @param customers Customers, one column; the rows of the result stand beside it.
 * @param orderCustomers Customer of each order, written as in customers.
 * @param orderDates Date of each order; orders after today do not count, those of one day are one.
 * @param today The last day that counts, best a cell (crm_today).
 * @param [orderAmounts] Amount of each order; zero and refunds are no purchases.
 * @param [days] Days to look ahead. Left out: 365.
 * @returns Probability of still buying (empty after a single purchase), purchases to expect within the days.
 * @example =CRM.ALIVE(Customers[Customer ID], Orders[Customer], Orders[Ordered], crm_today, Orders[Amount])
 */
export function alive(
  customers: unknown[][],
  orderCustomers: unknown[][],
  orderDates: unknown[][],
  today: unknown,
  orderAmounts?: unknown[][],
  days?: unknown,
): unknown[][] {
  const asOf = neededDay('today', today);
  const weeks = (numberWithin('days', days, 1, 36_500) ?? 365) / 7;
  const { rowOf, orders } = ordersByCustomer(customers, orderCustomers, orderDates, orderAmounts);
  const histories = orders.map((list) => buyingHistory(list, asOf));
  const { model, rule } = fitBuyingModel(histories.filter((history) => history !== null));
  if (!model) throw cellError('notAvailable', rule, { count: fewestRepeatBuyers });
  return rowOf.map((row) => {
    const history = row === null ? null : histories[row]!;
    if (!history) return ['', ''];
    const probability = rule === 'fitted' ? aliveProbability(model, history) : null;
    return [probability ?? '', expectedPurchases(model, history, weeks) ?? ''];
  });
}
