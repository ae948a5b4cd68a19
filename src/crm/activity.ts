/**
 * Activity of a customer (C-30..C-32): active, dormant or lost, measured by the customer's own rhythm. Who orders every
 * ten days is missed sooner than who orders once a year; until three occasions tell a rhythm, fixed days count.
 */
import { medianGap, orderGaps } from './orderGap';

export type Activity = 'active' | 'dormant' | 'lost';

/** The rule that decided: nothing bought, a mark by a person, the customer's own gap, or fixed days. */
export type ActivityRule = 'neverBought' | 'markedLost' | 'ownGap' | 'fixedDays';

/** The manager's numbers (settings); see {@link activityDefaults}. */
export interface ActivityPolicy {
  readonly dormantDays: number;
  readonly lostDays: number;
  /** Times the own median gap. */
  readonly dormantGaps: number;
  readonly lostGaps: number;
  /** The least number of days with orders that a rhythm is told from. */
  readonly fewestOrders: number;
}

/** crm.md section 6: dormant after max(90 d, 2 x own median gap), lost after max(180 d, 4 x). */
export const activityDefaults: ActivityPolicy = {
  dormantDays: 90,
  lostDays: 180,
  dormantGaps: 2,
  lostGaps: 4,
  fewestOrders: 3,
};

export interface ActivityResult {
  /** `null` for who never bought. */
  readonly activity: Activity | null;
  readonly rule: ActivityRule;
  /** Days without an order; `null` for who never bought. */
  readonly days: number | null;
  /** Own median gap in days; `null` below the fewest orders. */
  readonly gap: number | null;
  /** Days without an order from which the customer is dormant and lost. */
  readonly dormantFrom: number;
  readonly lostFrom: number;
}

/** Days without an order from which a customer is dormant and lost, by the own gap or by fixed days. */
export function limitsOf(days: readonly number[], policy: ActivityPolicy) {
  const gaps = orderGaps(days);
  const gap = gaps.length + 1 < policy.fewestOrders ? null : medianGap(gaps);
  return { gap, ...limitsOfGap(gap, policy) };
}

export const limitsOfGap = (gap: number | null, policy: ActivityPolicy) => ({
  dormantFrom: Math.max(policy.dormantDays, policy.dormantGaps * (gap ?? 0)),
  lostFrom: Math.max(policy.lostDays, policy.lostGaps * (gap ?? 0)),
});

/**
 * @param days serials of the orders up to `asOf`, ascending
 * @param lostAt day on which a person marked the customer lost; an order after it takes the mark back
 */
export function activityOf(
  days: readonly number[],
  lostAt: number | null,
  asOf: number,
  policy: ActivityPolicy,
): ActivityResult {
  const last = days.at(-1) ?? null;
  const limits = limitsOf(days, policy);
  const since = last === null ? null : asOf - last;
  const isMarked = lostAt !== null && lostAt <= asOf && (last === null || last <= lostAt);
  if (isMarked) return { activity: 'lost', rule: 'markedLost', days: since, ...limits };
  if (since === null) return { activity: null, rule: 'neverBought', days: since, ...limits };
  return {
    activity: activityAfter(since, limits),
    rule: limits.gap === null ? 'fixedDays' : 'ownGap',
    days: since,
    ...limits,
  };
}

/** The state after so many days without an order. */
export function activityAfter(
  days: number,
  { dormantFrom, lostFrom }: { dormantFrom: number; lostFrom: number },
): Activity {
  if (days >= lostFrom) return 'lost';
  return days >= dormantFrom ? 'dormant' : 'active';
}
