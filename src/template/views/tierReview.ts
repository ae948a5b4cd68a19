import { daysPerUnit, matchCadenceRule } from '../../crm/cadence';
import { computedTier, cutPointsByShare, type TierCut } from '../../crm/tier';
import {
  lastReviewOf,
  nextReview,
  reviewTiers,
  visitsPerYear,
  type ReviewedCustomer,
  type ReviewLine,
  type ReviewMove,
} from '../../crm/tierReview';
import type { Value } from '../../crm/snapshot';
import { isTestable } from '../formula';
import type { Environment } from '../twins';
import { liveCustomers } from './orders';
import { shownCell } from './shown';
import { numberOr, oncePerSource, type ViewSource } from './source';
import { tierPointsView } from './tierPoints';

/** A customer of the review; `row` is the row of the customers table. */
export type TierReviewMove = ReviewMove & { readonly value: number; readonly isOverridden: boolean };

/** A review as it would run today, or with cut points that somebody tries out. */
export interface TierReviewView {
  /** The cut points compared: minimum values, or points. */
  readonly cuts: readonly TierCut[];
  readonly moves: readonly TierReviewMove[];
  /** Customers of whom no criterion is known: their tier stays. 0 when tiers go by value. */
  readonly unmeasured: number;
  /** Serial of the last review; `null` when there was none. */
  readonly last: number | null;
  readonly next: number;
  /** Planned revisits a year, as the tiers are and after the moves. */
  readonly visits: { readonly now: number; readonly after: number };
}

/** The review by the workbook's own rules: cut points from the shares, or the points of the criteria. */
export const tierReviewView = oncePerSource((source, environment): TierReviewView =>
  reviewWith(source, environment, null),
);

/**
 * What-if: the same review with other cut points (C-18); `null` = the ones that a review would set. Whatever does not
 * depend on the cut points is worked out once, so that a slider can ask at every move.
 */
export function reviewWith(
  source: ViewSource,
  environment: Environment,
  given: readonly TierCut[] | null,
): TierReviewView {
  const { customers, earlier, last, isOverridden, unmeasured } = reviewBasis(source, environment);
  const cuts = given ?? proposedCuts(source, environment, customers);
  const moves = reviewTiers(customers, cuts, earlier).map((move): TierReviewMove => {
    const { row, value } = customers[move.row]!;
    // Written out: copying thousands of objects by spreading is what a slider would wait for.
    return {
      row,
      from: move.from,
      to: move.to,
      target: move.target,
      why: move.why,
      value,
      isOverridden: isOverridden(row),
    };
  });
  return {
    ...{ cuts, moves, unmeasured, last },
    next: nextReview(last, environment.customers.reviewMonths, environment.today),
    visits: visitsOf(source, environment, moves),
  };
}

/** A customer with his row of the customers table. */
type MeasuredCustomer = ReviewedCustomer & { readonly row: number };

interface ReviewBasis {
  readonly customers: readonly MeasuredCustomer[];
  readonly unmeasured: number;
  /** The review of today, run again, is not the second one. */
  readonly earlier: readonly ReviewLine[];
  readonly last: number | null;
  readonly isOverridden: (row: number) => boolean;
}

/** What a review knows before it has cut points. */
const reviewBasis = oncePerSource((source, environment): ReviewBasis => {
  const rows = [...liveCustomers(source, environment)];
  const present = tierCuts(source, 'minValue');
  const measure = measured(source, environment, rows);
  const lines = reviewLines(source);
  const customers = rows.flatMap((row): MeasuredCustomer[] => {
    const value = measure(row);
    return value === null ? [] : [customerAt(source, row, value, present)];
  });
  return {
    ...{ customers, unmeasured: rows.length - customers.length },
    earlier: lines.filter(({ reviewedAt }) => reviewedAt < environment.today),
    last: lastReviewOf(lines),
    isOverridden: overrides(source, environment),
  };
});

function proposedCuts(
  source: ViewSource,
  { customers }: Environment,
  measured: readonly MeasuredCustomer[],
): readonly TierCut[] {
  if (customers.tierBasis === 'points') return tierCuts(source, 'minPoints');
  return cutPointsByShare(
    measured.map(({ value }) => value),
    tierCuts(source, 'minValue'),
  );
}

/** The Tiers table by code. */
export function tierCuts(source: ViewSource, minimum: 'minValue' | 'minPoints'): TierCut[] {
  if (!source.rows('tiers')) return [];
  const [tiers, minimums, shares] = ['tier', minimum, 'share'].map((id) => source.column('tiers', id));
  return tiers!.map((tier, row) => ({
    tier: String(tier),
    minValue: minimums![row] as number | null,
    share: shares![row] as number | null,
  }));
}

/** What a customer is measured by; `null` = nothing is known of him, which is not 0. */
function measured(
  source: ViewSource,
  environment: Environment,
  rows: readonly number[],
): (row: number) => number | null {
  if (environment.customers.tierBasis === 'points') {
    const points = tierPointsView(source, environment);
    return (row) => points[row]?.points ?? null;
  }
  const values = rows.length ? source.column('customers', 'value') : [];
  return (row) => numberOr(values[row], 0);
}

function customerAt(source: ViewSource, row: number, value: number, present: readonly TierCut[]): MeasuredCustomer {
  const cell = (id: string): Value => source.column('customers', id)[row] ?? null;
  const isKey = cell('isKey') === true;
  const reviewed = cell('tierReviewed');
  const isKnown = present.some(({ tier }) => tier === reviewed);
  const computed = computedTier(numberOr(cell('value'), 0), isKey, present);
  return { row, id: cell('id') as string | null, isKey, value, tier: isKnown ? String(reviewed) : computed };
}

/** Lines of earlier reviews that can be read. */
function reviewLines(source: ViewSource): ReviewLine[] {
  if (!source.rows('tierReviews')) return [];
  const columns = ['customer', 'reviewedAt', 'to', 'why'].map((id) => source.column('tierReviews', id));
  return columns[1]!.flatMap((day, row): ReviewLine[] => {
    const [customer, , to, why] = columns.map((values) => values[row] ?? null);
    return typeof day === 'number'
      ? [{ customer: String(customer ?? ''), reviewedAt: Math.floor(day), to: to as string | null, why: String(why) }]
      : [];
  });
}

/** Whether a person's own choice of tier is in force, so that a move stays without effect. */
function overrides(source: ViewSource, { today }: Environment): (row: number) => boolean {
  if (!source.rows('customers')) return () => false;
  const [chosen, until] = ['tierOverride', 'tierOverrideUntil'].map((id) => source.column('customers', id));
  return (row) => typeof chosen![row] === 'string' && numberOr(until![row], today) >= today;
}

/** Revisits a year by the cadence rules, with the tiers of today and with those after the moves (C-18, C-35). */
function visitsOf(
  source: ViewSource,
  environment: Environment,
  moves: readonly TierReviewMove[],
): TierReviewView['visits'] {
  const { days } = presentCadences(source, environment);
  return { now: visitsPerYear(days), after: visitsPerYear(daysAfter(source, environment, moves)) };
}

/** Days between the visits of each customer who is visited at all, after the moves. */
function daysAfter(
  source: ViewSource,
  environment: Environment,
  moves: readonly TierReviewMove[],
): readonly (number | null)[] {
  const { days, indexOf } = presentCadences(source, environment);
  const ruleOf = ruleUnder(source, environment);
  const after = [...days];
  for (const { row, to } of effectiveMoves(moves)) {
    const index = indexOf[row]!;
    if (index >= 0) after[index] = ruleDays(environment, ruleOf(row, to));
  }
  return after;
}

/** Visits of a year of each customer (row) who is visited at all, as the tiers are, or after moves. */
export function visitsInYear(
  source: ViewSource,
  environment: Environment,
  moves: readonly TierReviewMove[] = [],
): ReadonlyMap<number, number> {
  const days = daysAfter(source, environment, moves);
  const visits = presentCadences(source, environment).rows.map(
    (row, index) => [row, visitsPerYear([days[index]!])] as const,
  );
  return new Map(visits.filter(([, count]) => count > 0));
}

/** Moves that change the tier in force: one that waits does not, nor one that a person's choice hides. */
export const effectiveMoves = (moves: readonly TierReviewMove[]): readonly TierReviewMove[] =>
  moves.filter(({ from, to, isOverridden }) => from !== to && !isOverridden);

/** How often each customer who is visited at all is, by the rules as they are; `indexOf`: by row, -1 = not visited. */
const presentCadences = oncePerSource((source, environment) => {
  const rows = [...liveCustomers(source, environment)].filter((row) => !isPaused(source, row));
  const tiers = rows.length ? source.column('customers', 'tier') : [];
  const days = rows.map((row) => ruleDays(environment, ruleAt(source, environment, row, String(tiers[row] ?? ''))));
  const indexOf = new Int32Array(source.rows('customers')).fill(-1);
  rows.forEach((row, index) => (indexOf[row] = index));
  return { rows, days, indexOf };
});

const isPaused = (source: ViewSource, row: number): boolean =>
  source.column('customers', 'doNotContact')[row] === true ||
  typeof source.column('customers', 'terminatedAt')[row] === 'number';

/** Index of the cadence rule that a customer would have in another tier (code); -1 when none fits. */
export const ruleUnder = oncePerSource((source, environment) => {
  const byTier = new Map<string | null, Int16Array>();
  return (row: number, tier: string | null): number => {
    const known = byTier.get(tier) ?? new Int16Array(source.rows('customers')).fill(unknownRule);
    byTier.set(tier, known);
    if (known[row] === unknownRule)
      known[row] = ruleAt(source, environment, row, tier === null ? '' : environment.label('tier', tier));
    return known[row]!;
  };
});

const unknownRule = -2;

function ruleAt(source: ViewSource, environment: Environment, row: number, tier: string): number {
  const show = (column: string) =>
    column === 'tier' ? tier : isTestable(column) ? shownCell(source, environment, column, row) : null;
  return matchCadenceRule(environment.rules, show);
}

/** Days between revisits by a rule; `null` when there is none. */
function ruleDays({ rules }: Environment, at: number): number | null {
  const rule = rules[at];
  return rule?.every && rule.unit ? rule.every * daysPerUnit[rule.unit] : null;
}
