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

/** What a group of customers bought together. */
export interface GroupSpending {
  readonly customers: number;
  /** Minor units. */
  readonly before: number;
  readonly after: number;
}

export function uplift(customers: readonly Spending[]): Uplift {
  const group = (participated: boolean): GroupSpending => {
    const members = customers.filter((one) => one.participated === participated);
    return { customers: members.length, before: sum(members, 'before'), after: sum(members, 'after') };
  };
  return upliftBetween(group(true), group(false));
}

/** The same of groups that are added up already. */
export function upliftBetween(joined: GroupSpending, others: GroupSpending): Uplift {
  const [change, changeOfOthers] = [changeOf(joined), changeOf(others)];
  const isComparable = change !== null && changeOfOthers !== null;
  return {
    participants: joined.customers,
    others: others.customers,
    change,
    changeOfOthers,
    uplift: isComparable ? change - changeOfOthers : null,
    extra: isComparable ? Math.round(joined.after - joined.before * (1 + changeOfOthers)) : null,
  };
}

const sum = (customers: readonly Spending[], period: 'before' | 'after') =>
  customers.reduce((total, one) => total + one[period], 0);

const changeOf = ({ before, after }: GroupSpending): number | null => (before > 0 ? after / before - 1 : null);
