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
 *
 * @param make what the list shows of an item
 */
export function inOrder<T extends Waiting, Shown = T & { readonly daysLate: number }>(
  waiting: readonly T[],
  today: number,
  make: (item: T, daysLate: number) => Shown = (item, daysLate) => ({ ...item, daysLate }) as Shown,
): Shown[] {
  const typical = medianOf(waiting);
  // Numbers in a row: sorting twenty thousand objects by what they hold takes several times as long.
  const [late, scores] = [new Float64Array(waiting.length), new Float64Array(waiting.length)];
  waiting.forEach(({ dueAt, value }, at) => {
    late[at] = today - Math.floor(dueAt);
    scores[at] = stake(value, typical) * urgency(late[at]!);
  });
  const order = new Uint32Array(waiting.length).map((_, at) => at);
  order.sort((a, b) => scores[b]! - scores[a]! || late[b]! - late[a]! || a - b);
  return Array.from(order, (at) => make(waiting[at]!, late[at]!));
}

/** Nothing is worth nothing to somebody who has to do it: a small stake keeps the order by lateness. */
const stake = (value: number | null, typical: number): number => Math.max(value ?? typical, smallest);
const smallest = 1;

/** The lower one of two; of what is known and above 0. */
function medianOf(waiting: readonly Waiting[]): number {
  const known = new Float64Array(waiting.length).map((_, at) => waiting[at]!.value ?? 0).filter((value) => value > 0);
  known.sort();
  return known[Math.floor((known.length - 1) / 2)] ?? smallest;
}
