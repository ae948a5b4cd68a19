/**
 * Where the funnel leaks most (C-46): the drop that costs most weighted money. A group (an owner, a source, a product)
 * is held against the whole team at the same stage; a stage is held against the funnel's mean step.
 */
import { conversions, type DealProgress } from './conversion';
import { proportion, type Proportion } from './proportion';

export interface LeakDeal extends DealProgress {
  /** Major units, `null` when blank. */
  readonly amount: number | null;
  /** Group by dimension (`owner`, `source`, `product`); `null` = none. */
  readonly groups: Readonly<Record<string, string | null>>;
}

export interface Leak extends Proportion {
  /** `stage`, or the dimension of the group. */
  readonly dimension: string;
  /** The group; `null` for a stage as a whole. */
  readonly group: string | null;
  /** 0-based position of the stage where it happens. */
  readonly stage: number;
  /** The conversion it is held against. */
  readonly expected: number;
  /** Mean amount above 0 of the deals in question, major units. */
  readonly meanAmount: number;
  /** Probability of winning once the stage is passed. */
  readonly nextProbability: number;
  /** (expected - rate) x n x meanAmount x nextProbability, major units. */
  readonly cost: number;
  /** Whether the interval of the rate leaves the expected one out: otherwise it may be chance. */
  readonly isSure: boolean;
}

/** Decided deals that a group needs at a stage. */
export const minLeakDeals = 10;

/** All leaks, the dearest first. @param probabilities probability of winning by stage */
export function leaks(
  deals: readonly LeakDeal[],
  probabilities: readonly (number | null)[],
  minimum = minLeakDeals,
): Leak[] {
  const stageCount = probabilities.length;
  const whole = conversions(deals, stageCount);
  const mean = meanStep(whole);
  const dimensions = Object.keys(deals[0]?.groups ?? {});
  const groups = dimensions.flatMap((dimension) =>
    [...byGroup(deals, dimension)].map(([group, members]) => ({ dimension, group, members })),
  );
  const found = [
    ...leaksOf({ dimension: 'stage', group: null, members: deals }, () => mean.rate, probabilities, minimum),
    ...groups.flatMap((each) => leaksOf(each, (stage) => whole[stage]!.rate, probabilities, minimum)),
  ];
  return found.sort((a, b) => b.cost - a.cost);
}

/** The dearest leak of each dimension, the dearest first. @param sorted leaks, the dearest first */
export const dearestByDimension = (sorted: readonly Leak[]): Leak[] =>
  sorted.filter(({ dimension }, index) => sorted.findIndex((other) => other.dimension === dimension) === index);

const meanStep = (steps: readonly Proportion[]): Proportion =>
  proportion(
    steps.reduce((sum, step) => sum + step.hits, 0),
    steps.reduce((sum, step) => sum + step.n, 0),
  );

function byGroup(deals: readonly LeakDeal[], dimension: string): Map<string, LeakDeal[]> {
  const groups = new Map<string, LeakDeal[]>();
  for (const deal of deals) {
    const group = deal.groups[dimension] ?? null;
    if (group === null) continue;
    const members = groups.get(group);
    if (members) members.push(deal);
    else groups.set(group, [deal]);
  }
  return groups;
}

interface Group {
  readonly dimension: string;
  readonly group: string | null;
  readonly members: readonly LeakDeal[];
}

function leaksOf(
  { dimension, group, members }: Group,
  expectedAt: (stage: number) => number | null,
  probabilities: readonly (number | null)[],
  minimum: number,
): Leak[] {
  const meanAmount = meanOfPositive(members);
  return conversions(members, probabilities.length).flatMap(({ stage, n, hits, rate, low, high }): Leak[] => {
    const expected = expectedAt(stage);
    if (rate === null || expected === null || n < minimum || rate >= expected) return [];
    const nextProbability = probabilities[stage + 1] ?? 0;
    const cost = (expected - rate) * n * meanAmount * nextProbability;
    const isSure = high! < expected;
    return [{ dimension, group, stage, n, hits, rate, low, high, expected, meanAmount, nextProbability, cost, isSure }];
  });
}

/** Lost deals often carry no amount, or 0: what a deal is worth is told by those that do. */
function meanOfPositive(deals: readonly LeakDeal[]): number {
  let [sum, count] = [0, 0];
  for (const { amount } of deals) {
    if (amount === null || amount <= 0) continue;
    sum += amount;
    count += 1;
  }
  return count ? sum / count : 0;
}
