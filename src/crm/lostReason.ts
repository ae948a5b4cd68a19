/** Why deals are lost, the commonest reason first (Pareto): what to mend first (C-46). */
import { fromMinor, toMinor } from '../shared/numbers';

export interface LostDeal {
  /** `null` when nobody noted one. */
  readonly reason: string | null;
  /** Major units. */
  readonly amount: number | null;
}

export interface LostReason {
  readonly reason: string | null;
  readonly count: number;
  /** Sum of the amounts that are known, major units. */
  readonly amount: number;
  readonly withoutAmount: number;
  /** Share of the lost deals, 0..1. */
  readonly share: number;
  /** Share of this reason and the commoner ones. */
  readonly cumulative: number;
}

export function lostReasons(deals: readonly LostDeal[], digits: number): LostReason[] {
  const byReason = new Map<string | null, { count: number; minor: number; withoutAmount: number }>();
  for (const { reason, amount } of deals) {
    const sum = byReason.get(reason) ?? { count: 0, minor: 0, withoutAmount: 0 };
    sum.count += 1;
    if (amount === null) sum.withoutAmount += 1;
    else sum.minor += toMinor(amount, digits);
    byReason.set(reason, sum);
  }
  const sorted = [...byReason].sort(([, a], [, b]) => b.count - a.count || b.minor - a.minor);
  let before = 0;
  return sorted.map(([reason, { count, minor, withoutAmount }]) => {
    before += count;
    const [share, cumulative] = [count / deals.length, before / deals.length];
    return { reason, count, amount: fromMinor(minor, digits), withoutAmount, share, cumulative };
  });
}
