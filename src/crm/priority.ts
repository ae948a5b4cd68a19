/**
 * Priority of a deal, 0 to 100 (C-44): the weighted mean of what is known of probability, value, urgency and budget.
 * What is blank takes no part: it neither helps nor harms.
 */
import { roundHalfAwayFromZero } from '../shared/numbers';

export interface PriorityWeights {
  readonly probability: number;
  readonly value: number;
  readonly urgency: number;
  readonly budget: number;
}

/** Decision theory has no better start than plain weights that a manager can argue about. */
export const priorityWeights: PriorityWeights = { probability: 0.4, value: 0.3, urgency: 0.2, budget: 0.1 };

/** An amount that earns all points for value, major units. */
export const fullAmountDefault = 100_000;

export type Urgency = 'high' | 'medium' | 'low';
export const urgencyPoints: Readonly<Record<Urgency, number>> = { high: 1, medium: 0.5, low: 0 };

export interface PriorityFacts {
  readonly probability: number | null;
  readonly amount: number | null;
  readonly urgency: Urgency | null;
  readonly budgetConfirmed: boolean | null;
}

/** `null` when nothing with a weight is known. */
export function priorityScore(
  { probability, amount, urgency, budgetConfirmed }: PriorityFacts,
  weights: PriorityWeights = priorityWeights,
  fullAmount = fullAmountDefault,
): number | null {
  const known: readonly (readonly [weight: number, points: number | null])[] = [
    [weights.probability, probability],
    [weights.value, amount === null ? null : Math.max(0, Math.min(1, amount / fullAmount))],
    [weights.urgency, urgency === null ? null : urgencyPoints[urgency]],
    [weights.budget, budgetConfirmed === null ? null : Number(budgetConfirmed)],
  ];
  let [points, weight] = [0, 0];
  for (const [share, value] of known) {
    if (value === null) continue;
    points += share * value;
    weight += share;
  }
  return weight > 0 ? roundHalfAwayFromZero((100 * points) / weight) : null;
}
