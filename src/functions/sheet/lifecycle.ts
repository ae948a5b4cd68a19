import { activityAfter, activityDefaults, limitsOfGap } from '../../crm/activity';
import { lifecycleDefaults, lifecycleOf } from '../../crm/lifecycle';
import { medianGap as medianOf, orderGaps } from '../../crm/orderGap';
import type { Activity } from '../../crm/activity';
import { choice, day, flag, number, numberWithin } from '../arguments';
import { labelIn } from '../labels';
import { linked } from '../linked';

const most = Number.MAX_SAFE_INTEGER;

/**
 * Median of the days between a customer's orders, one row for each customer. Spills below.
 * @customfunction MEDIANGAP
 * @param customers Customers, one column; the rows of the result stand beside it.
 * @param orderCustomers Customer of each order, written as in customers.
 * @param orderDates Date of each order.
 * @returns Days; empty with fewer than two days of orders.
 * @example =CRM.MEDIANGAP(Customers[Customer ID], Orders[Customer], Orders[Order date])
 */
export function medianGap(customers: unknown[][], orderCustomers: unknown[][], orderDates: unknown[][]): unknown[][] {
  const { rowOf, customer } = linked(customers, orderCustomers, [orderDates]);
  const days = rowOf.map((): number[] => []);
  orderDates.flat().forEach((cell, record) => {
    const date = day('orderDates', cell);
    if (date !== null && customer[record]! >= 0) days[customer[record]!]!.push(date);
  });
  return rowOf.map((row) => [row === null ? '' : (medianOf(orderGaps(days[row]!.sort((a, b) => a - b))) ?? '')]);
}

/**
 * Whether a customer is active, dormant or lost, by the days without an order: at least the fixed days, and twice (dormant) or four times (lost) the customer's own median gap.
 * @customfunction ACTIVITY
 * @param lastOrder Date of the last order. Blank gives an empty cell: never bought.
 * @param today Date to judge by, best a cell (crm_today).
 * @param [medianGap] The customer's own median of days between orders, from three orders on; blank means only the fixed days count.
 * @param [dormantDays] Fixed days until dormant. Left out: 90.
 * @param [lostDays] Fixed days until lost. Left out: 180.
 * @param [language] Language of the answer: "en" or "zh-CN". Left out: "en".
 * @returns Active, dormant or lost.
 * @example =CRM.ACTIVITY([@[Last order]], crm_today, [@[Median order gap (days)]])
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
 * @param orders Number of orders; blank is none.
 * @param [activity] Active, dormant or lost.
 * @param [hasIntent] Yes for a prospect with intent.
 * @param [openDeals] Number of open deals that are far enough.
 * @param [loyalOrders] Orders from which a buyer is loyal. Left out: 5.
 * @param [language] Language of the answer: "en" or "zh-CN". Left out: "en".
 * @returns The stage.
 * @example =CRM.LIFECYCLE([@Orders], [@Activity], [@[Prospect with intent]], [@[Open deals]])
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
