/** Stage durations and flow between two dates (C-33), from the dated history of each customer's lifecycle. */
import { medianGap } from './orderGap';

/** One line of the history: from `at` on the customer is in this stage. */
export interface LifecycleEntry {
  readonly customer: string;
  /** Serial. */
  readonly at: number;
  readonly lifecycle: string;
}

/** How many customers were in `from` on the first day and in `to` on the last; `null` = not yet known then. */
export interface LifecycleMove {
  readonly from: string | null;
  readonly to: string;
  readonly customers: number;
}

export interface StageDuration {
  readonly lifecycle: string;
  /** Stays that ended, and their median in days; `null` when none did. */
  readonly ended: number;
  readonly medianDays: number | null;
  /** Customers who are in the stage now. */
  readonly current: number;
}

/** Entries up to `asOf` by customer in the order of time; of one day the later line counts. */
export function historyOf(entries: readonly LifecycleEntry[], asOf: number): Map<string, readonly LifecycleEntry[]> {
  const byCustomer = new Map<string, LifecycleEntry[]>();
  for (const entry of entries) {
    if (!(entry.at <= asOf)) continue;
    const known = byCustomer.get(entry.customer);
    if (known) known.push(entry);
    else byCustomer.set(entry.customer, [entry]);
  }
  for (const list of byCustomer.values()) list.sort((a, b) => a.at - b.at);
  return byCustomer;
}

/** The stage on a day; `null` before the first entry. `entries` of one customer in the order of time. */
export const stageOn = (entries: readonly LifecycleEntry[], day: number): string | null =>
  entries.filter(({ at }) => at <= day).at(-1)?.lifecycle ?? null;

/** Who went from where to where between two days; who stayed is counted too. */
export function lifecycleFlow(entries: readonly LifecycleEntry[], from: number, to: number): LifecycleMove[] {
  const moves = new Map<string, { from: string | null; to: string; customers: number }>();
  for (const list of historyOf(entries, to).values()) {
    const [before, after] = [stageOn(list, from), stageOn(list, to)!];
    const key = `${before} ${after}`;
    const move = moves.get(key);
    if (move) move.customers += 1;
    else moves.set(key, { from: before, to: after, customers: 1 });
  }
  return [...moves.values()];
}

/** How long customers stay in each stage. Entries that repeat the stage prolong the stay. */
export function stageDurations(
  entries: readonly LifecycleEntry[],
  stages: readonly string[],
  asOf: number,
): StageDuration[] {
  const ended = new Map<string, number[]>(stages.map((stage) => [stage, []]));
  const current = new Map<string, number>();
  for (const list of historyOf(entries, asOf).values()) {
    const changes = list.filter(({ lifecycle }, index) => lifecycle !== list[index - 1]?.lifecycle);
    changes.slice(1).forEach(({ at }, index) => ended.get(changes[index]!.lifecycle)?.push(at - changes[index]!.at));
    const now = changes.at(-1)!.lifecycle;
    current.set(now, (current.get(now) ?? 0) + 1);
  }
  return stages.map((lifecycle) => {
    const days = ended.get(lifecycle)!;
    return { lifecycle, ended: days.length, medianDays: medianGap(days), current: current.get(lifecycle) ?? 0 };
  });
}
