import type { Changeset, FieldChange } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { computedTier, cutPointsByShare, type TierCut } from '../crm/tier';
import { computeAll } from '../template/compute';
import type { ApplyReport, Home, RunOptions } from './home';

/** A customer whose computed tier changes with the new cut points. */
export interface TierMove {
  readonly customerId: string | null;
  readonly customer: string;
  /** Tier codes. */
  readonly from: string | null;
  readonly to: string | null;
}

/** New cut points as a proposal (decision 12): who moves, and the change that accepting it is. */
export interface TierProposal {
  readonly cuts: readonly TierCut[];
  readonly moves: readonly TierMove[];
  readonly changeset: Changeset;
}

/**
 * Cut points by share from the current customer values; unchanged, and so without moves, when too few customers bought
 * anything (C-12). Archived customers count nowhere (decision 7). `clock`: today's serial.
 */
export function proposeTiers(snapshot: Snapshot, clock: number): TierProposal {
  const before = cutsOf(snapshot);
  const customers = liveCustomers(computeAll(snapshot, clock));
  const cuts = cutPointsByShare(
    customers.map(({ value }) => value),
    before,
  );
  return {
    cuts,
    moves: customers.flatMap((customer) => moveOf(customer, before, cuts)),
    changeset: changesetOf(before, cuts),
  };
}

/** Accepts a proposal; refused with the conflicts when somebody changed the Tiers table meanwhile. */
export const applyTiers = (
  home: Pick<Home, 'apply'>,
  proposal: TierProposal,
  options: RunOptions = {},
): Promise<ApplyReport> => home.apply(proposal.changeset, options);

function cutsOf(snapshot: Snapshot): TierCut[] {
  const { tier = [], minValue = [], share = [] } = snapshot.tables.tiers?.columns ?? {};
  return tier.map((code, row) => ({
    tier: String(code),
    minValue: minValue[row] as number | null,
    share: share[row] as number | null,
  }));
}

interface Customer {
  readonly id: string | null;
  readonly name: string;
  readonly isKey: boolean;
  readonly value: number;
}

function liveCustomers(computed: Snapshot): Customer[] {
  const rows = computed.tables.customers;
  if (!rows) return [];
  const { id = [], name = [], isKey = [], value = [], archived = [] } = rows.columns;
  return Array.from({ length: rows.count }, (_, row) => row)
    .filter((row) => archived[row] !== true)
    .map((row) => ({
      id: (id[row] as string | null) ?? null,
      name: String(name[row] ?? ''),
      isKey: isKey[row] === true,
      value: Number(value[row] ?? 0),
    }));
}

function moveOf(
  { id, name, isKey, value }: Customer,
  before: readonly TierCut[],
  after: readonly TierCut[],
): TierMove[] {
  const from = computedTier(value, isKey, before);
  const to = computedTier(value, isKey, after);
  return from === to ? [] : [{ customerId: id, customer: name, from, to }];
}

function changesetOf(before: readonly TierCut[], after: readonly TierCut[]): Changeset {
  const updates = after.flatMap(({ tier, minValue }, row): FieldChange[] => {
    const old = before[row]!.minValue;
    return old === minValue ? [] : [{ table: 'tiers', id: tier, field: 'minValue', before: old, after: minValue }];
  });
  return { action: 'recomputeTiers', updates, appends: [], removals: [] };
}
