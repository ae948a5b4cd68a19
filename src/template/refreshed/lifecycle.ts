import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import { lifecycleView, type LifecycleView } from '../views/lifecycle';
import type { RefreshedColumn } from '.';

/** A column that says one thing of each customer; archived ones stay blank. */
const column =
  (value: (view: LifecycleView, environment: Environment) => Value): RefreshedColumn =>
  (source, environment) =>
    lifecycleView(source, environment).map((view) => (view ? value(view, environment) : null));

/** The rule and its numbers: `Own order gap: 120 / 90 / 180` = days without an order, dormant from, lost from. */
function activityWhy(
  { activity: { rule, days, dormantFrom, lostFrom } }: LifecycleView,
  { label }: Environment,
): Value {
  if (rule === 'neverBought') return null;
  const numbers = days === null ? '' : `: ${days} / ${dormantFrom} / ${lostFrom}`;
  return label('activityRule', rule) + numbers;
}

/** The figure that each rule looked at. */
const evidence: Readonly<Record<string, (view: LifecycleView) => number | null>> = {
  lostReturned: ({ activity }) => activity.days,
  dormantBuyer: ({ activity }) => activity.days,
  loyalOrders: ({ orders }) => orders,
  repeatOrders: ({ orders }) => orders,
  firstOrder: ({ orders }) => orders,
  openDeal: ({ deals }) => deals,
};

function lifecycleWhy(view: LifecycleView, { label }: Environment): Value {
  const { rule } = view.computed;
  const figure = evidence[rule]?.(view) ?? null;
  return label('lifecycleRule', rule) + (figure === null ? '' : `: ${figure}`);
}

export const lifecycleColumns: Readonly<Record<string, RefreshedColumn>> = {
  'customers.purchases': column(({ orders }) => orders),
  'customers.lastPurchaseAt': column(({ activity: { days } }, { today }) => (days === null ? null : today - days)),
  'customers.orderGap': column(({ activity }) => activity.gap),
  'customers.activity': column(({ activity: { activity } }, { label }) => activity && label('activity', activity)),
  'customers.activityWhy': column(activityWhy),
  'customers.lifecycleComputed': column(({ computed }, { label }) => label('lifecycle', computed.lifecycle)),
  'customers.lifecycleWhy': column(lifecycleWhy),
};
