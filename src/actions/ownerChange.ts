import type { FieldChange, NewRecord } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import { tableDef } from '../template/load';
import { referenceText } from '../template/views/names';
import { parentRows } from '../template/views/team';
import type { ViewSource } from '../template/views/source';
import { fieldChanges, unusedIds } from './record';

export type OwnerChangeKind = 'claim' | 'recycle' | 'handover';

export interface OwnerMove {
  readonly kind: OwnerChangeKind;
  /** Rows of the customers table. */
  readonly customers: readonly number[];
  /** Row of the team; `null` = back to the pool. */
  readonly to: number | null;
  /** Whole serial day. */
  readonly at: number;
  readonly note?: string;
}

/**
 * New owners of customers, and the lines of the owner history: what claims are counted and protection is measured by.
 * Customers without an id cannot be found again, so they are left out; so is who is where they should be already, and the
 * history in a workbook that lacks it.
 */
export function ownerChanges(
  snapshot: Snapshot,
  source: ViewSource,
  { kind, customers, to, at, note }: OwnerMove,
): { readonly updates: FieldChange[]; readonly appends: NewRecord[] } {
  const ids = columnOf(snapshot, 'customers', 'id');
  const owners = parentRows(source, 'customers', 'owner', 'team');
  const ownerCells = columnOf(snapshot, 'customers', 'owner');
  const person = (row: number | null) => (row === null ? null : (columnOf(snapshot, 'team', 'id')[row] ?? null));
  // An owner who cannot be told stays in the history as the cell had it.
  const former = (row: number) => person(owners[row] ?? null) ?? ownerCells[row] ?? null;
  const owner = to === null ? null : referenceText(snapshot, 'team', to);
  const moved = customers.filter((row) => ids[row] !== null && former(row) !== person(to));
  const newId = unusedIds(snapshot, 'ownerHistory');
  const line = (row: number): NewRecord => {
    const customer = ids[row]!;
    const id = newId(`${tableDef('ownerHistory').idPrefix}-${at}-${customer}`);
    const values = { id, customer, kind, from: former(row), to: person(to), at, note: note ?? null };
    return { table: 'ownerHistory', id, values };
  };
  return {
    updates: moved.flatMap((row) => fieldChanges(snapshot, 'customers', row, { owner })),
    appends: snapshot.tables.ownerHistory ? moved.map(line) : [],
  };
}
