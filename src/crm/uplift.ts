/**
 * What a campaign changed (C-61): what its participants bought in the weeks after it, against what the same customers
 * bought in as many weeks before, and against how everybody else changed meanwhile.
 */
export interface Spending {
  readonly participated: boolean;
  /** Minor units bought in the period before, and in the equally long one after. */
  readonly before: number;
  readonly after: number;
}

export interface Uplift {
  readonly participants: number;
  readonly others: number;
  /** After / before - 1 of the participants; `null` when they bought nothing before: not computable. */
  readonly change: number | null;
  readonly changeOfOthers: number | null;
  /** `change` - `changeOfOthers`: what the season does not explain. */
  readonly uplift: number | null;
  /** Minor units beyond what the participants would have bought had they changed like the others. */
  readonly extra: number | null;
}

export function uplift(customers: readonly Spending[]): Uplift {
  const [joined, rest] = [customers.filter((one) => one.participated), customers.filter((one) => !one.participated)];
  const [change, changeOfOthers] = [changeOf(joined), changeOf(rest)];
  const isComparable = change !== null && changeOfOthers !== null;
  return {
    participants: joined.length,
    others: rest.length,
    change,
    changeOfOthers,
    uplift: isComparable ? change - changeOfOthers : null,
    extra: isComparable ? Math.round(sum(joined, 'after') - sum(joined, 'before') * (1 + changeOfOthers)) : null,
  };
}

const sum = (customers: readonly Spending[], period: 'before' | 'after') =>
  customers.reduce((total, one) => total + one[period], 0);

function changeOf(customers: readonly Spending[]): number | null {
  const before = sum(customers, 'before');
  return before > 0 ? sum(customers, 'after') / before - 1 : null;
}
