/** What can ask for somebody's time today; one list for all of it (crm.md 7.1). */
export type QueueKind = 'revisit' | 'ticket' | 'money' | 'deal' | 'care' | 'campaignTask' | 'milestone';

export interface Waiting {
  /** Serial of the day on which it should be done. */
  readonly dueAt: number;
  /** Money at stake in major units; `null` = nobody knows. */
  readonly value: number | null;
}

/** Urgency of something: 1 when due today, one more for each day late, a fraction for what is still to come. */
export const urgency = (daysLate: number): number => (daysLate >= 0 ? 1 + daysLate : 1 / (1 - daysLate));

/**
 * Everything that waits, the most value times lateness first; among equals the longest late, then as given. Unknown
 * value counts as the median of what is known: blank is not 0 (decision 4).
 */
export function inOrder<T extends Waiting>(
  waiting: readonly T[],
  today: number,
): (T & { readonly daysLate: number })[] {
  const typical = medianOf(waiting.flatMap(({ value }) => (value !== null && value > 0 ? [value] : [])));
  return waiting
    .map((item) => {
      const daysLate = today - Math.floor(item.dueAt);
      return { item, daysLate, score: stake(item.value, typical) * urgency(daysLate) };
    })
    .sort((a, b) => b.score - a.score || b.daysLate - a.daysLate)
    .map(({ item, daysLate }) => ({ ...item, daysLate }));
}

/** Nothing is worth nothing to somebody who has to do it: a small stake keeps the order by lateness. */
const stake = (value: number | null, typical: number): number => Math.max(value ?? typical, smallest);
const smallest = 1;

function medianOf(values: readonly number[]): number {
  if (!values.length) return smallest;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
