/** Points over several criteria (C-14, C-18): 0..100, the weighted mean of how far each criterion is fulfilled. */

/** One row of the criteria table: `zeroAt` earns nothing, `fullAt` all; a falling scale (days) has zeroAt > fullAt. */
export interface TierCriterion {
  readonly criterion: string;
  readonly weight: number;
  readonly zeroAt: number;
  readonly fullAt: number;
}

/** Criteria that a customer can be measured by. */
export const criteria = ['value', 'orders', 'recencyDays', 'satisfaction', 'rScore', 'fScore', 'mScore'] as const;
export type CriterionCode = (typeof criteria)[number];

export interface Points {
  /** 0..100; `null` when no criterion could be measured. */
  readonly points: number | null;
  /** Criteria that were measured. A blank is left out, never 0: the others share its weight. */
  readonly measured: readonly string[];
}

/** @param measures what is known of the customer by criterion; blank = unknown */
export function pointsOf(
  measures: Readonly<Record<string, number | null | undefined>>,
  table: readonly TierCriterion[],
): Points {
  const known = table.filter(({ criterion, weight }) => weight > 0 && typeof measures[criterion] === 'number');
  const weight = known.reduce((sum, row) => sum + row.weight, 0);
  const total = known.reduce((sum, row) => sum + row.weight * fulfilment(measures[row.criterion]!, row), 0);
  return { points: weight ? (100 * total) / weight : null, measured: known.map(({ criterion }) => criterion) };
}

/** 0..1, linear between the two marks; equal marks are a threshold. */
function fulfilment(value: number, { zeroAt, fullAt }: TierCriterion): number {
  if (zeroAt === fullAt) return value >= fullAt ? 1 : 0;
  return Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
}
