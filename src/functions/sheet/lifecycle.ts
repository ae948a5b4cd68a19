import { activityAfter, activityDefaults, limitsOfGap } from '../../crm/activity';
import { lifecycleDefaults, lifecycleOf } from '../../crm/lifecycle';
import { loyaltyOf } from '../../crm/loyalty';
import { medianGap as medianOf, orderGaps } from '../../crm/orderGap';
import { repeatPurchases } from '../../crm/repeatPurchase';
import { winBack as rateOf, winBackOf } from '../../crm/winBack';
import type { Activity } from '../../crm/activity';
import { choice, day, flag, neededDay, number, numberWithin } from '../arguments';
import { cellError } from '../error';
import { labelIn } from '../labels';
import { daysOf, ordersByCustomer } from '../orders';

const most = Number.MAX_SAFE_INTEGER;

/**
 * Median of the days between a customer's orders, one row for each customer. Spills below.
 * @customfunction MEDIANGAP
 * @param customers Customers, one column; the rows of the result stand beside it.
 * @param orderCustomers Customer of each order, written as in customers.
 * @param orderDates Date of each order.
 * @returns Days; empty with fewer than two days of orders.
 * @example =CRM.MEDIANGAP(Customers[Customer ID], Orders[Customer], Orders[Ordered])
 */
export function medianGap(customers: unknown[][], orderCustomers: unknown[][], orderDates: unknown[][]): unknown[][] {
  const { rowOf, orders } = ordersByCustomer(customers, orderCustomers, orderDates);
  const gaps = orders.map((list) => medianOf(orderGaps(daysOf(list))));
  return rowOf.map((row) => [row === null ? '' : (gaps[row] ?? '')]);
}

/**
 * Repeat purchases of each customer: how often they came back, over what time, how long ago they began, and for how much each time. Purchases of one day, or week, are one. Spills below and to the right.
 * @customfunction REPEATS
 * @param customers Customers, one column; the rows of the result stand beside it.
 * @param orderCustomers Customer of each order, written as in customers.
 * @param orderDates Date of each order; orders after today do not count.
 * @param orderAmounts Amount of each order; zero and refunds are no purchases.
 * @param today The last day that counts, best a cell (crm_today).
 * @param [unit] days or weeks (天, 周). Left out: days.
 * @returns Repeats, units from first to last purchase, units from the first purchase to today, mean amount of a repeat; empty where nothing is known.
 * @example =CRM.REPEATS(Customers[Customer ID], Orders[Customer], Orders[Ordered], Orders[Amount], crm_today)
 */
export function repeats(
  customers: unknown[][],
  orderCustomers: unknown[][],
  orderDates: unknown[][],
  orderAmounts: unknown[][],
  today: unknown,
  unit?: unknown,
): unknown[][] {
  const [asOf, period] = [neededDay('today', today), choice('cadenceUnit', 'unit', unit) ?? 'days'];
  if (period !== 'days' && period !== 'weeks')
    throw cellError('invalidValue', 'notInList', { name: 'unit', value: String(unit) });
  const { rowOf, orders } = ordersByCustomer(customers, orderCustomers, orderDates, orderAmounts);
  return rowOf.map((row) => {
    const found = row === null ? null : repeatPurchases(orders[row]!, asOf, period);
    return found ? [found.repeats, found.span, found.age, found.meanAmount ?? ''] : ['', '', '', ''];
  });
}

/**
 * Win-back: how often customers were lost by their own rhythm of orders, and how often they bought again. Spills to the right.
 * @customfunction WINBACK
 * @param orderCustomers Customer of each order, one column.
 * @param orderDates Date of each order; orders after today do not count.
 * @param today The last day that counts, best a cell (crm_today).
 * @param [lostDays] Fixed days until lost. Left out: 180; a customer's own median gap times four counts when longer.
 * @returns Times lost, times won back, share won back; the share is empty when nobody was ever lost.
 * @example =CRM.WINBACK(Orders[Customer], Orders[Ordered], crm_today)
 */
export function winBack(
  orderCustomers: unknown[][],
  orderDates: unknown[][],
  today: unknown,
  lostDays?: unknown,
): unknown[][] {
  const asOf = neededDay('today', today);
  const lostAfter = numberWithin('lostDays', lostDays, 1, most) ?? activityDefaults.lostDays;
  // Each customer of the orders stands once in the column to look them up in: the first of a name is what counts.
  const { orders } = ordersByCustomer(orderCustomers, orderCustomers, orderDates);
  const days = orders.map((list) => daysOf(list).filter((date) => date <= asOf));
  const policy = { ...activityDefaults, lostDays: lostAfter };
  const { lost, wonBack, rate } = rateOf(days.map((list) => winBackOf(list, null, asOf, policy)));
  return [[lost, wonBack, rate ?? '']];
}

/**
 * Whether a customer is active, dormant or lost, by the days without a purchase: at least the fixed days, and twice (dormant) or four times (lost) the customer's own median gap.
 * @customfunction ACTIVITY
 * @param lastOrder Date of the last order; of a customer without any order, of the last won deal. Blank gives an empty cell: never bought.
 * @param today Date to judge by, best a cell (crm_today).
 * @param [medianGap] The customer's own median of days between orders, from three orders on; blank means only the fixed days count.
 * @param [dormantDays] Fixed days until dormant. Left out: 90.
 * @param [lostDays] Fixed days until lost. Left out: 180.
 * @param [language] Language of the answer: "en" or "zh-CN"; "code" gives the code behind it. Left out: "en".
 * @returns Active, dormant or lost.
 * @example =CRM.ACTIVITY([@[Last purchase]], crm_today, [@[Median order gap (days)]])
 */
export function activity(
  lastOrder: unknown,
  today: unknown,
  medianGap?: unknown,
  dormantDays?: unknown,
  lostDays?: unknown,
  language?: unknown,
): string {
  const [last, asOf] = [day('lastOrder', lastOrder), day('today', today)];
  const gap = numberWithin('medianGap', medianGap, 0, most);
  const policy = {
    ...activityDefaults,
    dormantDays: numberWithin('dormantDays', dormantDays, 1, most) ?? activityDefaults.dormantDays,
    lostDays: numberWithin('lostDays', lostDays, 1, most) ?? activityDefaults.lostDays,
  };
  if (last === null || asOf === null || last > asOf) return '';
  return labelIn('activity', activityAfter(asOf - last, limitsOfGap(gap, policy)), language);
}

/**
 * Stage of a customer's life by what is known: lost customers are prospective again, dormant ones dormant, buyers first-time, repeat or loyal, the others prospective with intent or an open deal, else potential.
 * @customfunction LIFECYCLE
 * @param orders Number of orders; of a customer without any, of won deals. Blank is none.
 * @param [activity] Active, dormant or lost.
 * @param [hasIntent] Yes for a prospect with intent.
 * @param [openDeals] Number of open deals that are far enough.
 * @param [loyalOrders] Orders from which a buyer is loyal. Left out: 5.
 * @param [language] Language of the answer: "en" or "zh-CN"; "code" gives the code behind it. Left out: "en".
 * @returns The stage.
 * @example =CRM.LIFECYCLE([@Purchases], [@Activity], [@[Prospect with intent]], [@[Open deals]])
 */
export function lifecycle(
  orders: unknown,
  activity?: unknown,
  hasIntent?: unknown,
  openDeals?: unknown,
  loyalOrders?: unknown,
  language?: unknown,
): string {
  const evidence = {
    orders: numberWithin('orders', orders, 0, most) ?? 0,
    activity: choice('activity', 'activity', activity) as Activity | null,
    hasIntent: flag('hasIntent', hasIntent),
    deals: number('openDeals', openDeals) ?? 0,
  };
  const from = numberWithin('loyalOrders', loyalOrders, 1, most) ?? lifecycleDefaults.loyalOrders;
  return labelIn('lifecycle', lifecycleOf(evidence, { ...lifecycleDefaults, loyalOrders: from }).lifecycle, language);
}

/**
 * How loyal a customer is: purchases 40 %, activity 30 %, referrals 15 %, willingness to recommend 15 %. What is blank is left out, and the others share its weight.
 * @customfunction LOYALTY
 * @param purchases Number of purchases. Blank or 0 gives an empty cell.
 * @param [activity] Active, dormant or lost.
 * @param [referrals] Customers who came on the customer's recommendation; two earn all.
 * @param [recommendation] Answer to "would you recommend us", 0 to 10.
 * @param [loyalOrders] Purchases from which a buyer is loyal. Left out: 5.
 * @returns 0 to 100.
 * @example =CRM.LOYALTY([@Purchases], [@Activity], [@Referrals])
 */
export function loyalty(
  purchases: unknown,
  activity?: unknown,
  referrals?: unknown,
  recommendation?: unknown,
  loyalOrders?: unknown,
): number | string {
  const evidence = {
    purchases: numberWithin('purchases', purchases, 0, most) ?? 0,
    activity: choice('activity', 'activity', activity) as Activity | null,
    referrals: numberWithin('referrals', referrals, 0, most),
    recommendation: numberWithin('recommendation', recommendation, 0, 10),
  };
  const from = numberWithin('loyalOrders', loyalOrders, 1, most) ?? lifecycleDefaults.loyalOrders;
  return loyaltyOf(evidence, from).points ?? '';
}
