/**
 * Loyalty of a customer (C-57): how often and how lately they bought, and whether they recommend us, in deeds (customers
 * who came through them) and in words. 0..100; what is not known is left out, never 0, and who never bought has none.
 */
import type { Activity } from './activity';
import { pointsOf, type Points, type TierCriterion } from './tierPoints';

export interface LoyaltyEvidence {
  /** Orders, else won deals. */
  readonly purchases: number;
  readonly activity: Activity | null;
  /** Customers who came on their recommendation; `null` = nobody notes referrals in this workbook. */
  readonly referrals: number | null;
  /** Mean answer to "would you recommend us", 0 to 10; `null` = never answered. */
  readonly recommendation: number | null;
}

export type LoyaltyCriterion = keyof LoyaltyEvidence;

const activityMarks: Readonly<Record<Activity, number>> = { active: 1, dormant: 0.5, lost: 0 };

/** Weights, and what earns nothing and all. A proposal of ours: the field names the parts, not their weights. */
export const loyaltyCriteria = (loyalOrders: number): readonly TierCriterion[] => [
  { criterion: 'purchases', weight: 0.4, zeroAt: 1, fullAt: Math.max(2, loyalOrders) },
  { criterion: 'activity', weight: 0.3, zeroAt: 0, fullAt: 1 },
  { criterion: 'referrals', weight: 0.15, zeroAt: 0, fullAt: 2 },
  { criterion: 'recommendation', weight: 0.15, zeroAt: 0, fullAt: 10 },
];

/** @param loyalOrders purchases from which a buyer counts as loyal (Settings) */
export function loyaltyOf({ activity, ...evidence }: LoyaltyEvidence, loyalOrders: number): Points {
  if (!(evidence.purchases > 0)) return { points: null, measured: [] };
  return pointsOf({ ...evidence, activity: activity && activityMarks[activity] }, loyaltyCriteria(loyalOrders));
}
