import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { columnOf, todayOf } from '../template/environment';
import { applyAll, type Applied } from './applied';
import type { Home } from './home';
import { recordChange, rowOf } from './record';

/** A tier that a person sets by hand, which beats every other while it is valid (C-16). */
export interface TierOverride {
  /** Id of the customer. */
  readonly customer: string;
  /** Code of the tier; `null` takes the override away. */
  readonly tier: string | null;
  /** Why: without it nobody knows later whether it still holds. */
  readonly reason: string;
  /** Last day, serial; `null` = until somebody takes it away. */
  readonly until: number | null;
}

/**
 * The change that sets, extends or takes away an override. One that says so already is an empty change. Throws
 * `recordNotFound`, `unknownTier` for one that is not in the table of tiers, `overrideReasonNeeded`, `dayInPast`.
 */
export function overrideTierChangeset(snapshot: Snapshot, override: TierOverride, clock: number): Changeset {
  const row = rowOf(snapshot, 'customers', override.customer);
  if (override.tier !== null) check(snapshot, override, todayOf(snapshot, clock));
  const { tier, reason, until } = override.tier === null ? nothing : override;
  const values = { tierOverride: tier, tierOverrideReason: reason?.trim() ?? null, tierOverrideUntil: until };
  return recordChange('overrideTier', snapshot, { table: 'customers', row }, values);
}

const nothing = { tier: null, reason: null, until: null };

function check(snapshot: Snapshot, { tier, reason, until }: TierOverride, today: number): void {
  if (!columnOf(snapshot, 'tiers', 'tier').includes(tier)) throw new CrmError('unknownTier', { tier: String(tier) });
  if (!reason.trim()) throw new CrmError('overrideReasonNeeded');
  if (until !== null && until < today) throw new CrmError('dayInPast', { day: toIso(until) });
}

export const overrideTier = async (
  home: Pick<Home, 'apply'>,
  snapshot: Snapshot,
  override: TierOverride,
  clock: number,
): Promise<Applied> => applyAll(home, overrideTierChangeset(snapshot, override, clock));
