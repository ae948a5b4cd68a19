import { daysPerUnit, matchCadenceRule } from '../../crm/cadence';
import { computedTier, cutPointsByShare, type TierCut } from '../../crm/tier';
import {
  lastReviewOf,
  nextReview,
  reviewTiers,
  visitsPerYear,
  type ReviewLine,
  type ReviewMove,
} from '../../crm/tierReview';
import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import { liveCustomers } from './orders';
import { shownCell } from './shown';
import { numberOr, oncePerSource, type ViewSource } from './source';
import { tierPointsView } from './tierPoints';

/** A review as it would run today, or with cut points that somebody tries out. */
export interface TierReviewView {
  /** The cut points compared: minimum values, or points. */
  readonly cuts: readonly TierCut[];
  /** `row` is the row of the customers table. */
  readonly moves: readonly (ReviewMove & { readonly value: number; readonly isOverridden: boolean })[];
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

/** What-if: the same review with other cut points (C-18); `null` = the ones that a review would set. */
export function reviewWith(
  source: ViewSource,
  environment: Environment,
  given: readonly TierCut[] | null,
): TierReviewView {
  const rows = [...liveCustomers(source, environment)];
  const present = tierCuts(source, 'minValue');
  const values = measured(source, environment, rows);
  const cuts = given ?? proposedCuts(source, environment, values);
  const customers = rows.map((row, index) => customerAt(source, row, values[index]!, present));
  const isOverridden = overrides(source, environment);
  const lines = reviewLines(source);
  // The review of today, run again, is not the second one.
  const earlier = lines.filter(({ reviewedAt }) => reviewedAt < environment.today);
  const moves = reviewTiers(customers, cuts, earlier).map((move) => ({
    ...move,
    row: rows[move.row]!,
    value: values[move.row]!,
    isOverridden: isOverridden(rows[move.row]!),
  }));
  const last = lastReviewOf(lines);
  return {
    ...{ cuts, moves, last, next: nextReview(last, environment.customers.reviewMonths, environment.today) },
    visits: visitsOf(source, environment, rows, moves),
  };
}

function proposedCuts(source: ViewSource, { customers }: Environment, values: readonly number[]): readonly TierCut[] {
  if (customers.tierBasis === 'points') return tierCuts(source, 'minPoints');
  return cutPointsByShare(values, tierCuts(source, 'minValue'));
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

function measured(source: ViewSource, environment: Environment, rows: readonly number[]): number[] {
  if (environment.customers.tierBasis === 'points') {
    const points = tierPointsView(source, environment);
    return rows.map((row) => points[row]?.points ?? 0);
  }
  const values = rows.length ? source.column('customers', 'value') : [];
  return rows.map((row) => numberOr(values[row], 0));
}

function customerAt(source: ViewSource, row: number, value: number, present: readonly TierCut[]) {
  const cell = (id: string): Value => source.column('customers', id)[row] ?? null;
  const isKey = cell('isKey') === true;
  const reviewed = cell('tierReviewed');
  const isKnown = present.some(({ tier }) => tier === reviewed);
  const computed = computedTier(numberOr(cell('value'), 0), isKey, present);
  return { id: cell('id') as string | null, isKey, value, tier: isKnown ? String(reviewed) : computed };
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
  rows: readonly number[],
  moves: TierReviewView['moves'],
): TierReviewView['visits'] {
  const visited = rows.filter((row) => !isPaused(source, row));
  const now = visited.map((row) => cadenceDays(source, environment, row, shownCell(source, environment, 'tier', row)));
  const after = new Map(moves.flatMap((move) => (move.isOverridden ? [] : [[move.row, move.to ?? ''] as const])));
  const next = visited.map((row, index) =>
    after.has(row) ? cadenceDays(source, environment, row, environment.label('tier', after.get(row)!)) : now[index]!,
  );
  return { now: visitsPerYear(now), after: visitsPerYear(next) };
}

const isPaused = (source: ViewSource, row: number): boolean =>
  source.column('customers', 'doNotContact')[row] === true ||
  typeof source.column('customers', 'terminatedAt')[row] === 'number';

/** Days between revisits of a customer, were he in a tier; `null` when no rule fits. */
function cadenceDays(source: ViewSource, environment: Environment, row: number, tier: string): number | null {
  const show = (column: string) => (column === 'tier' ? tier : shownCell(source, environment, column, row));
  const rule = environment.rules[matchCadenceRule(environment.rules, show)];
  return rule?.every && rule.unit ? rule.every * daysPerUnit[rule.unit] : null;
}
