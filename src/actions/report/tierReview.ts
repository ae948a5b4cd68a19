import type { TierMove } from '../recomputeTiers';
import { ruleVersion } from '../../crm/tierReview';
import { iso, type Facts } from './facts';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { sourceOf } from '../../template/views/source';
import { tierReviewView } from '../../template/views/tierReview';

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
}

/** Days before its end from which an override is listed. */
const noticeDays = 30;

/** The tier review as it would run today: nothing is written (C-16, C-18). */
export function tierReview(facts: Facts): TierReviewReport {
  const { computed, environment } = facts;
  const { cuts, moves, last, next, visits } = tierReviewView(sourceOf(computed), environment);
  const [ids, names] = [columnOf(computed, 'customers', 'id'), columnOf(computed, 'customers', 'name')];
  return {
    basis: environment.customers.tierBasis,
    ...{ lastReviewAt: iso(last), nextReviewAt: toIso(next), isDue: next <= environment.today },
    cuts: cuts.map(({ tier, minValue }) => ({ tier, from: minValue })),
    ruleVersion: ruleVersion(cuts),
    moves: moves.map(({ row, from, to, target, value, why, isOverridden }) => ({
      ...{ customerId: ids[row] as string | null, customer: String(names[row] ?? '') },
      ...{ from, to, target, value, why, isOverridden },
    })),
    visitsPerYear: { now: Math.round(visits.now), after: Math.round(visits.after) },
    expiringOverrides: expiringOverrides(facts),
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
