import type { Changeset, FieldChange, NewRecord } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { TierCut } from '../crm/tier';
import { ruleVersion, type ReviewRule } from '../crm/tierReview';
import { columnOf } from '../template/environment';
import { sourceOf } from '../template/views/source';
import { reviewWith, tierCuts, type TierReviewView } from '../template/views/tierReview';
import { tierTrial, type TierTrial } from '../template/views/tierTrial';
import type { ApplyReport, Home, RunOptions } from './home';
import { fieldChanges } from './record';
import { factsOf, type Facts } from './report/facts';

/** A customer whom a review moves, or would move if this were the second time (`heldOnce`). */
export interface TierMove {
  readonly customerId: string | null;
  readonly customer: string;
  /** Tier codes; `to` equals `from` while the move waits for a second review. */
  readonly from: string | null;
  readonly to: string | null;
  /** What the cut points say. */
  readonly target: string | null;
  /** Customer value, or points. */
  readonly value: number;
  readonly why: ReviewRule;
  /** A person's choice of tier is in force. */
  readonly isOverridden: boolean;
}

/** A move with the row of its customer. */
export interface ProposedMove extends TierMove {
  readonly row: number;
}

/** A review as a proposal (decision 12): new cut points, who moves and why, and the change that accepting all of it is. */
export interface TierProposal {
  readonly cuts: readonly TierCut[];
  readonly moves: readonly ProposedMove[];
  /** Planned revisits a year, as the tiers are and after the moves. */
  readonly visits: TierReviewView['visits'];
  readonly changeset: Changeset;
  /** The change when some rows are not accepted: these customers keep their tier, and the review says so. */
  without(rejected: ReadonlySet<string>): Changeset;
}

/**
 * The review of today (C-18): cut points by share from the current customer values, unchanged when too few customers
 * bought anything, or points over the criteria. Archived customers count nowhere (decision 7). `clock`: today's serial.
 */
export const proposeTiers = (snapshot: Snapshot, clock: number): TierProposal =>
  proposedTiers(factsOf(snapshot, clock));

/** The same from facts that are known already. */
export const proposedTiers = (facts: Facts): TierProposal =>
  asProposal(facts, reviewWith(sourceOf(facts.computed), facts.environment, null));

/** A what-if: a proposal with what becomes of the tiers and of everybody's visits. */
export interface TierTrialProposal extends TierProposal {
  readonly counts: TierTrial['counts'];
  /** Visits by owner (id, else name) and week (serial of its Monday) for the coming weeks, before and after. */
  readonly load: TierTrial['load'];
}

/**
 * What-if: who would move with these cut points (best tier first, minimum value or points), and what that does to the
 * visits; accepting it is a review, too. Made to be called at every move of a slider: what does not depend on the cut
 * points is kept for as long as the same snapshot is passed.
 */
export const tryTiers = (snapshot: Snapshot, clock: number, cuts: readonly TierCut[]): TierTrialProposal =>
  triedTiers(keptFacts(snapshot, clock), cuts);

/** The same from facts that are known already; quick as long as they are the same object. */
export function triedTiers(facts: Facts, cuts: readonly TierCut[]): TierTrialProposal {
  const trial = tierTrial(facts.computed, facts.environment, cuts);
  return Object.assign(asProposal(facts, trial), { counts: trial.counts, load: trial.load });
}

/** The cut points as the table of tiers has them, by what reviews compare: customer value or points. */
export const presentCuts = ({ computed, environment }: Facts): readonly TierCut[] =>
  tierCuts(sourceOf(computed), environment.customers.tierBasis === 'points' ? 'minPoints' : 'minValue');

const kept = new WeakMap<Snapshot, { readonly clock: number; readonly facts: Facts }>();

function keptFacts(snapshot: Snapshot, clock: number): Facts {
  const known = kept.get(snapshot);
  if (known?.clock === clock) return known.facts;
  const facts = factsOf(snapshot, clock);
  kept.set(snapshot, { clock, facts });
  return facts;
}

/** Accepts a proposal; refused with the conflicts when somebody changed the same cells meanwhile. */
export const applyTiers = (
  home: Pick<Home, 'apply'>,
  { changeset }: Pick<TierProposal, 'changeset'>,
  options: RunOptions = {},
): Promise<ApplyReport> => home.apply(changeset, options);

function asProposal({ computed: snapshot, environment }: Facts, review: TierReviewView): TierProposal {
  const { cuts, moves: found, visits } = review;
  const [ids, names] = [columnOf(snapshot, 'customers', 'id'), columnOf(snapshot, 'customers', 'name')];
  const moves = found.map((move): ProposedMove => ({
    row: move.row,
    customerId: ids[move.row] as string | null,
    customer: String(names[move.row] ?? ''),
    from: move.from,
    to: move.to,
    target: move.target,
    value: move.value,
    why: move.why,
    isOverridden: move.isOverridden,
  }));
  const minimum = environment.customers.tierBasis === 'points' ? 'minPoints' : 'minValue';
  const reviewedAt = environment.today;
  const without = (rejected: ReadonlySet<string>): Changeset => {
    const lines = noted(snapshot, reviewLines(moves, rejected, reviewedAt, ruleVersion(cuts)));
    return {
      action: 'recomputeTiers',
      updates: [
        ...cutChanges(tierCuts(sourceOf(snapshot), minimum), cuts, minimum),
        ...tierChanges(snapshot, moves, rejected),
        ...lines.updates,
      ],
      appends: lines.appends,
      removals: [],
    };
  };
  return {
    ...{ cuts, moves, visits, without },
    // Only who accepts needs it: a slider asks for the moves many times.
    get changeset() {
      return without(new Set());
    },
  };
}

function cutChanges(before: readonly TierCut[], after: readonly TierCut[], field: string): FieldChange[] {
  return after.flatMap(({ tier, minValue }, row): FieldChange[] => {
    const old = before[row]?.minValue ?? null;
    return old === minValue ? [] : [{ table: 'tiers', id: tier, field, before: old, after: minValue }];
  });
}

/** Everybody whom the new cut points would move gets his reviewed tier written, also who stays: cut points alone move nobody. */
function tierChanges(snapshot: Snapshot, moves: readonly TierMove[], rejected: ReadonlySet<string>): FieldChange[] {
  const rows = new Map(columnOf(snapshot, 'customers', 'id').map((id, row) => [id, row]));
  const reviewed = columnOf(snapshot, 'customers', 'tierReviewed');
  return moves.flatMap(({ customerId, from, to }): FieldChange[] => {
    if (customerId === null) return [];
    const [before, after] = [reviewed[rows.get(customerId)!] ?? null, rejected.has(customerId) ? from : to];
    const field = { table: 'customers', id: customerId, field: 'tierReviewed' };
    return before === after ? [] : [{ ...field, before, after }];
  });
}

/** New lines of the table of reviews; a line of the same day says what was decided last. None where there is no table. */
function noted(snapshot: Snapshot, lines: readonly NewRecord[]): Pick<Changeset, 'updates' | 'appends'> {
  const table = snapshot.tables.tierReviews;
  if (!table) return { updates: [], appends: [] };
  const known = (values: NewRecord['values']) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => field in table.columns));
  const rows = new Map(columnOf(snapshot, 'tierReviews', 'id').map((id, row) => [id, row]));
  return {
    updates: lines.flatMap(({ id, values }) =>
      rows.has(id) ? fieldChanges(snapshot, 'tierReviews', rows.get(id)!, known(values)) : [],
    ),
    appends: lines.filter(({ id }) => !rows.has(id)),
  };
}

/** The snapshot that the review leaves: a line for everybody it speaks of, one line when it speaks of nobody. */
function reviewLines(
  moves: readonly TierMove[],
  rejected: ReadonlySet<string>,
  reviewedAt: number,
  version: string,
): NewRecord[] {
  const line = (customer: string | null, values: NewRecord['values']): NewRecord => {
    // The same review of the same day is the same line, also when two people accept it (decision 18).
    const id = `W-${reviewedAt}-${customer ?? 'none'}`;
    return { table: 'tierReviews', id, values: { id, reviewedAt, customer, ...values, ruleVersion: version } };
  };
  const known = moves.flatMap(({ customerId, customer: name, from, target: to, value, why }) =>
    customerId === null
      ? []
      : [line(customerId, { name, from, to, value, why, accepted: why !== 'heldOnce' && !rejected.has(customerId) })],
  );
  return known.length ? known : [line(null, { why: 'noMoves', accepted: true })];
}
