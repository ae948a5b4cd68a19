import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import type { IdSource } from '../shared/ids';
import { Computation } from '../template/compute';
import { columnOf } from '../template/environment';
import { tableDef } from '../template/load';
import { readableReference, referenceRow } from '../template/views/names';
import { withChange } from '../template/withChange';
import { applyAll, type Applied } from './applied';
import type { ApplyOptions, Home } from './home';

/** What a person says about a revisit. Dates are serials; lists are codes; people and customers ids or unique names. */
export interface Revisit {
  /** Of an attempt that failed: saving again then writes the same record, never a second one (decision 18). */
  readonly id?: string;
  readonly customer: string;
  readonly channel: string;
  readonly outcome: string;
  /** Blank for one that is only planned. */
  readonly heldAt: number | null;
  /** Agreed next date: beats the cadence (decision 13). */
  readonly nextAt: number | null;
  readonly note?: string;
  readonly satisfaction?: number;
  readonly owner?: string;
}

/** Why a customer cannot be visited: nobody, or several, of that id or name; or the record is in the archive. */
export type VisitRefusal = 'customerGone' | 'customerArchived';

/** The customer of a revisit: the id, `null` where the cell is blank, or why there can be no revisit. */
export type Visited = { readonly id: string | null } | { readonly refusal: VisitRefusal };

/** Finds the customer of a revisit by id or unique name. */
export function visited(snapshot: Snapshot, customer: string): Visited {
  const row = referenceRow(snapshot, 'customers', customer);
  if (row === null) return { refusal: 'customerGone' };
  if (columnOf(snapshot, 'customers', 'archived')[row] === true) return { refusal: 'customerArchived' };
  return { id: columnOf(snapshot, 'customers', 'id')[row] as string | null };
}

/**
 * What decides about the next date: a date that was agreed, the cadence, nothing at all; the customer must not be
 * contacted or the relation has ended, and then nobody is due.
 */
export type NextReason = 'agreed' | 'cadence' | 'nothing' | 'doNotContact' | 'terminated';

/** When the customer will be due next; `null` = never. */
export interface NextProposal {
  readonly nextAt: number | null;
  readonly reason: NextReason;
}

/**
 * When a customer will be due once this revisit is logged (C-36): the columns of the workbook, computed as if it was
 * there already. `null` for a customer who cannot be visited.
 */
export function proposeNext(
  snapshot: Snapshot,
  clock: number,
  revisit: Pick<Revisit, 'customer' | 'heldAt' | 'outcome' | 'nextAt'>,
): NextProposal | null {
  if ('refusal' in visited(snapshot, revisit.customer)) return null;
  const after = withChange(
    snapshot,
    revisitChangeset({ ...revisit, channel: '' }, () => ''),
  );
  const computation = new Computation(after ?? snapshot, clock);
  const row = referenceRow(snapshot, 'customers', revisit.customer)!;
  const cell = (column: string) => computation.column('customers', column)[row] ?? null;
  const nextAt = cell('nextDue') as number | null;
  if (cell('doNotContact') === true) return { nextAt, reason: 'doNotContact' };
  if (cell('terminatedAt') !== null) return { nextAt, reason: 'terminated' };
  if (cell('agreedNext') !== null) return { nextAt, reason: 'agreed' };
  return { nextAt, reason: nextAt === null ? 'nothing' : 'cadence' };
}

/** The change that logging a revisit is: one new follow-up. */
export function revisitChangeset(revisit: Revisit, ids: IdSource): Changeset {
  const {
    id = ids(tableDef('followUps').idPrefix),
    note = null,
    satisfaction = null,
    owner = null,
    ...values
  } = revisit;
  return {
    action: 'logRevisit',
    updates: [],
    appends: [{ table: 'followUps', id, values: { id, ...values, note, satisfaction, owner } }],
    removals: [],
  };
}

/** `snapshot`: what the person saw; with it, nothing is written for a customer who is not there any more. */
export type RevisitOptions = ApplyOptions & { readonly snapshot?: Snapshot };

/**
 * Writes the revisit; the changeset in the answer is what `undo` takes. Throws `customerGone` and `customerArchived` for a
 * customer who was not there when the workbook was read, `recordNotFound` for one who was deleted since.
 */
export async function logRevisit(
  home: Pick<Home, 'apply'>,
  revisit: Revisit,
  ids: IdSource,
  { snapshot, ...options }: RevisitOptions = {},
): Promise<Applied> {
  if (!snapshot) return applyAll(home, revisitChangeset(revisit, ids), options);
  const customer = visited(snapshot, revisit.customer);
  if ('refusal' in customer) throw new CrmError(customer.refusal, { customer: revisit.customer });
  const refersTo = customer.id === null ? [] : [{ table: 'customers', id: customer.id }];
  const changeset = revisitChangeset(readable(snapshot, revisit), ids);
  return applyAll(home, { ...changeset, refersTo }, options);
}

/** The revisit with names where these are clear: people read them in its row. */
const readable = (snapshot: Snapshot, { customer, owner, ...revisit }: Revisit): Revisit => ({
  ...revisit,
  customer: String(readableReference(snapshot, 'customers', customer)),
  owner: owner && String(readableReference(snapshot, 'team', owner)),
});
