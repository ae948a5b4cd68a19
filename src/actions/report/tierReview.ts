import type { TierMove } from '../recomputeTiers';
import { ruleVersion } from '../../crm/tierReview';
import { iso, type Facts } from './facts';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { sourceOf } from '../../template/views/source';
import { tierPointsView } from '../../template/views/tierPoints';
import { tierReviewView, type TierReviewView } from '../../template/views/tierReview';
import { tierTrial, trialCuts, type TierTrial } from '../../template/views/tierTrial';
import { personByKey } from './visitPlan';

export interface TierReviewReport {
  /** What is compared with the cut points: customer value in major units, or points from 0 to 100. */
  readonly basis: 'value' | 'points';
  readonly lastReviewAt: string | null;
  readonly nextReviewAt: string;
  readonly isDue: boolean;
  /** The cut points that a review of today would set, and the same as one text. */
  readonly cuts: readonly { readonly tier: string; readonly from: number | null }[];
  readonly ruleVersion: string;
  /** Who would move, and who would but waits for a second review. */
  readonly moves: readonly TierMove[];
  /** Customers of whom no criterion is known: their tier stays. */
  readonly unmeasured: number;
  /** How the points came about, of everybody; `null` when tiers go by value. */
  readonly points: readonly CustomerPointsReport[] | null;
  /** Planned revisits a year, by the cadence rules. */
  readonly visitsPerYear: { readonly now: number; readonly after: number };
  /** Overrides that end within 30 days, the next first. */
  readonly expiringOverrides: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly tier: string;
    readonly reason: string | null;
    readonly until: string;
    readonly days: number;
  }[];
  /** By the cut points to try out of the table of tiers; `null` when there are none. */
  readonly whatIf: TierWhatIf | null;
}

/** Points of one customer (C-14). */
export interface CustomerPointsReport {
  readonly customerId: string | null;
  readonly customer: string;
  /** 0 to 100; `null` when no criterion is known. */
  readonly points: number | null;
  /** Criteria that were known; the others are left out, never 0. */
  readonly measured: readonly string[];
  /** Marks from 1 to 5 of tickets, revisits and surveys behind the criterion satisfaction. */
  readonly satisfactionAnswers: number;
}

/** What the cut points to try out would do (C-18). */
export interface TierWhatIf {
  readonly cuts: TierReviewReport['cuts'];
  readonly moves: readonly TierMove[];
  readonly counts: TierTrial['counts'];
  readonly visitsPerYear: TierReviewReport['visitsPerYear'];
  /** Visits of the coming weeks; weeks without any are absent. */
  readonly load: readonly {
    readonly ownerId: string | null;
    readonly owner: string | null;
    /** Its Monday. */
    readonly week: string;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Days before its end from which an override is listed. */
const noticeDays = 30;

/** The tier review as it would run today: nothing is written (C-16, C-18). */
export function tierReview(facts: Facts): TierReviewReport {
  const { computed, environment } = facts;
  const review = tierReviewView(sourceOf(computed), environment);
  const { cuts, last, next } = review;
  return {
    basis: environment.customers.tierBasis,
    ...{ lastReviewAt: iso(last), nextReviewAt: toIso(next), isDue: next <= environment.today },
    ...{ cuts: cutsOf(review), ruleVersion: ruleVersion(cuts), moves: movesOf(facts, review) },
    ...{ unmeasured: review.unmeasured, points: pointsReport(facts), visitsPerYear: perYear(review) },
    ...{ expiringOverrides: expiringOverrides(facts), whatIf: whatIf(facts) },
  };
}

const cutsOf = ({ cuts }: TierReviewView) => cuts.map(({ tier, minValue }) => ({ tier, from: minValue }));

const perYear = ({ visits }: TierReviewView) => ({ now: Math.round(visits.now), after: Math.round(visits.after) });

const customerAt = ({ computed }: Facts, row: number) => ({
  customerId: (columnOf(computed, 'customers', 'id')[row] ?? null) as string | null,
  customer: String(columnOf(computed, 'customers', 'name')[row] ?? ''),
});

const movesOf = (facts: Facts, { moves }: TierReviewView): TierMove[] =>
  moves.map(({ row, from, to, target, value, why, isOverridden }) => ({
    ...customerAt(facts, row),
    ...{ from, to, target, value, why, isOverridden },
  }));

function pointsReport(facts: Facts): readonly CustomerPointsReport[] | null {
  if (facts.environment.customers.tierBasis !== 'points') return null;
  return tierPointsView(sourceOf(facts.computed), facts.environment).flatMap((found, row) =>
    found ? [{ ...customerAt(facts, row), ...found }] : [],
  );
}

function whatIf(facts: Facts): TierWhatIf | null {
  const cuts = trialCuts(facts.computed, facts.environment);
  if (!cuts) return null;
  const [trial, personOf] = [tierTrial(facts.computed, facts.environment, cuts), personByKey(facts.computed)];
  return {
    ...{ cuts: cutsOf(trial), moves: movesOf(facts, trial), counts: trial.counts, visitsPerYear: perYear(trial) },
    load: trial.load.map(({ owner, monday, before, after }) => {
      const person = personOf(owner);
      return { ownerId: person?.id ?? null, owner: person?.name ?? null, week: toIso(monday), before, after };
    }),
  };
}

function expiringOverrides({ computed, environment: { today } }: Facts): TierReviewReport['expiringOverrides'] {
  const [until, tier, archived] = ['tierOverrideUntil', 'tierOverride', 'archived'].map((id) =>
    columnOf(computed, 'customers', id),
  );
  const cell = (id: string, row: number) => columnOf(computed, 'customers', id)[row] ?? null;
  return until!
    .flatMap((day, row) => {
      const days = typeof day === 'number' ? Math.floor(day) - today : -1;
      if (days < 0 || days > noticeDays || archived![row] === true || typeof tier![row] !== 'string') return [];
      return [
        {
          customerId: cell('id', row) as string | null,
          customer: String(cell('name', row) ?? ''),
          tier: tier![row],
          reason: cell('tierOverrideReason', row) as string | null,
          ...{ until: toIso(today + days), days },
        },
      ];
    })
    .sort((a, b) => a.days - b.days);
}
