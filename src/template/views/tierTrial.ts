import { keyOf } from '../../crm/notice';
import { People } from '../../crm/people';
import type { Snapshot, Value } from '../../crm/snapshot';
import type { TierCut } from '../../crm/tier';
import { visitsByWeek, type LoadChange } from '../../crm/visitLoad';
import { mondayOf } from '../../crm/week';
import { columnOf } from '../environment';
import type { Environment } from '../twins';
import { liveCustomers } from './orders';
import { numberOr, oncePerSource, sourceOf } from './source';
import {
  effectiveMoves,
  reviewWith,
  ruleUnder,
  tierCuts,
  type TierReviewMove,
  type TierReviewView,
} from './tierReview';
import { dueWith, loadWeeks, ruleInterval, type Interval } from './visits';

/** How many customers a tier has, by the tier in force: a person's choice counts before everything else. */
export interface TierCount {
  readonly tier: string;
  readonly before: number;
  readonly after: number;
}

/** What other cut points would do: who moves and why, what becomes of the tiers, and of everybody's visits (C-18, C-35). */
export interface TierTrial extends TierReviewView {
  readonly counts: readonly TierCount[];
  /** By owner (key, see `keyOf`) and week; weeks without visits before and after are absent. */
  readonly load: readonly LoadChange[];
}

/** Nothing is written. A second call on the same snapshot costs what the movers cost. */
export function tierTrial(computed: Snapshot, environment: Environment, cuts: readonly TierCut[]): TierTrial {
  const review = reviewWith(sourceOf(computed), environment, cuts);
  const moves = effectiveMoves(review.moves);
  const [counts, load] = [tierCounts(computed, environment, moves), loadAfter(computed, environment, moves)];
  return { ...review, counts, load };
}

/** The cut points that the manager tries out in the table of tiers; `null` when there are none. Blanks stay as they are. */
export function trialCuts(computed: Snapshot, environment: Environment): readonly TierCut[] | null {
  const tried = columnOf(computed, 'tiers', 'tryFrom');
  if (!tried.some((cell) => typeof cell === 'number')) return null;
  const field = environment.customers.tierBasis === 'points' ? 'minPoints' : 'minValue';
  return tierCuts(sourceOf(computed), field).map((cut, row) => ({
    ...cut,
    minValue: numberOr(tried[row], Number.NaN) >= 0 ? (tried[row] as number) : cut.minValue,
  }));
}

function tierCounts(computed: Snapshot, environment: Environment, moves: readonly TierReviewMove[]): TierCount[] {
  const present = customersByTier(sourceOf(computed), environment);
  const change = new Map<string | null, number>();
  for (const { from, to } of moves) {
    change.set(from, (change.get(from) ?? 0) - 1);
    change.set(to, (change.get(to) ?? 0) + 1);
  }
  return columnOf(computed, 'tiers', 'tier').map((cell): TierCount => {
    const tier = String(cell);
    const before = present.get(environment.label('tier', tier)) ?? 0;
    return { tier, before, after: before + (change.get(tier) ?? 0) };
  });
}

/** Rows of the customers in a tier (code), as they are, or after moves: what the counts above count. */
export function rowsInTier(
  computed: Snapshot,
  environment: Environment,
  tier: string,
  moves: readonly TierReviewMove[] = [],
): number[] {
  const source = sourceOf(computed);
  const [live, shown] = [liveCustomers(source, environment), columnOf(computed, 'customers', 'tier')];
  const moved = new Map(effectiveMoves(moves).map(({ row, to }) => [row, to]));
  const label = environment.label('tier', tier);
  return [...live].filter((row) => (moved.has(row) ? moved.get(row) === tier : shown[row] === label));
}

/** Customers by what their tier cell shows. */
const customersByTier = oncePerSource((source, environment): ReadonlyMap<Value, number> => {
  const live = liveCustomers(source, environment);
  const shown = live.size ? source.column('customers', 'tier') : [];
  const counts = new Map<Value, number>();
  for (const row of live) counts.set(shown[row]!, (counts.get(shown[row]!) ?? 0) + 1);
  return counts;
});

/** The visits of the coming weeks as they are, and what every customer adds to them by any rule. */
interface LoadBasis {
  /** Keys of the owners, in the order of their first customer. */
  readonly owners: readonly (string | null)[];
  /** Index in `owners` by row of customers. */
  readonly ownerOf: ReadonlyMap<number, number>;
  /** Visits by owner and week. */
  readonly totals: readonly (readonly number[])[];
  readonly weeksOf: (row: number, rule: number) => readonly number[];
}

const bases = new WeakMap<Snapshot, LoadBasis>();

function loadBasis(computed: Snapshot, environment: Environment): LoadBasis {
  const known = bases.get(computed) ?? buildLoadBasis(computed, environment);
  bases.set(computed, known);
  return known;
}

function buildLoadBasis(computed: Snapshot, environment: Environment): LoadBasis {
  const [people, cells] = [new People(computed), columnOf(computed, 'customers', 'owner')];
  const index = new Map<string | null, number>();
  const ownerOf = new Map<number, number>();
  for (const row of liveCustomers(sourceOf(computed), environment)) {
    const owner = keyOf(people.person(cells[row] ?? null));
    if (!index.has(owner)) index.set(owner, index.size);
    ownerOf.set(row, index.get(owner)!);
  }
  const weeksOf = weeksByRule(computed, environment);
  const totals = [...index].map(() => Array<number>(loadWeeks).fill(0));
  const rules = columnOf(computed, 'customers', 'cadenceRuleNo');
  for (const [row, owner] of ownerOf) add(totals[owner]!, weeksOf(row, presentRule(rules[row])), 1);
  return { owners: [...index.keys()], ownerOf, totals, weeksOf };
}

const presentRule = (cell: unknown): number => Number(cell ?? 0) - 1;

/** Visits of a customer by week under a rule, worked out once. */
function weeksByRule(computed: Snapshot, environment: Environment): LoadBasis['weeksOf'] {
  const [due, intervalOf] = [dueWith(computed, environment), ruleInterval(environment)];
  const span = { today: environment.today, weeks: loadWeeks, calendar: environment.calendar };
  const none = Array<number>(loadWeeks).fill(0);
  const byRule = new Map<number, (readonly number[])[]>();
  return (row, rule) => {
    const known = byRule.get(rule) ?? [];
    byRule.set(rule, known);
    return (known[row] ??= weeksUnder(row, intervalOf(rule)));
  };

  function weeksUnder(row: number, interval: Interval): readonly number[] {
    const day = due(row, interval);
    return Number.isNaN(day) ? none : visitsByWeek({ owner: null, due: day, ...interval }, span);
  }
}

function add(totals: number[], weeks: readonly number[], times: number): void {
  for (let week = 0; week < weeks.length; week += 1) totals[week]! += weeks[week]! * times;
}

/** Load before and after: only who moves is counted again. */
function loadAfter(computed: Snapshot, environment: Environment, moves: readonly TierReviewMove[]): LoadChange[] {
  const { owners, ownerOf, totals, weeksOf } = loadBasis(computed, environment);
  const rules = columnOf(computed, 'customers', 'cadenceRuleNo');
  const ruleOf = ruleUnder(sourceOf(computed), environment);
  const after = totals.map((weeks) => [...weeks]);
  for (const { row, to } of moves) {
    const [was, becomes] = [presentRule(rules[row]), ruleOf(row, to)];
    if (was === becomes) continue;
    add(after[ownerOf.get(row)!]!, weeksOf(row, was), -1);
    add(after[ownerOf.get(row)!]!, weeksOf(row, becomes), 1);
  }
  const monday = mondayOf(environment.today);
  return owners.flatMap((owner, at) =>
    totals[at]!.map((before, week) => ({ owner, monday: monday + 7 * week, before, after: after[at]![week]! })).filter(
      (week) => week.before > 0 || week.after > 0,
    ),
  );
}

/** A figure of the load; absent: all owners, all weeks. */
export interface LoadPlace {
  readonly owner?: string | null;
  readonly monday?: number;
}

/** Visits of each customer (row) that a figure of the load counts, as the tiers are, or after moves. */
export function visitsAt(
  computed: Snapshot,
  environment: Environment,
  { owner, monday }: LoadPlace,
  moves: readonly TierReviewMove[] = [],
): ReadonlyMap<number, number> {
  const { owners, ownerOf, weeksOf } = loadBasis(computed, environment);
  const rules = columnOf(computed, 'customers', 'cadenceRuleNo');
  const ruleOf = ruleUnder(sourceOf(computed), environment);
  const moved = new Map(effectiveMoves(moves).map(({ row, to }) => [row, to]));
  const week = monday === undefined ? null : (monday - mondayOf(environment.today)) / 7;
  const found = new Map<number, number>();
  for (const [row, at] of ownerOf) {
    if (owner !== undefined && owners[at] !== owner) continue;
    const visits = weeksOf(row, moved.has(row) ? ruleOf(row, moved.get(row)!) : presentRule(rules[row]));
    const count = week === null ? visits.reduce((sum, each) => sum + each, 0) : visits[week]!;
    if (count > 0) found.set(row, count);
  }
  return found;
}
