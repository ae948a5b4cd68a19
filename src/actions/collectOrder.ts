import type { Changeset } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import { columnOf, todayOf } from '../template/environment';
import { applying } from './applied';
import { recordChange, rowOf } from './record';

/**
 * The change that "the money is in" is: collected today, in full (C-51). Empty when it was collected already. Throws
 * `recordNotFound`.
 */
export function collectChangeset(snapshot: Snapshot, order: string, clock: number): Changeset {
  const row = rowOf(snapshot, 'orders', order);
  const cell = (column: string) => columnOf(snapshot, 'orders', column)[row] ?? null;
  const values: Readonly<Record<string, Value>> =
    cell('collectedAt') === null
      ? { collectedAt: todayOf(snapshot, clock), collectedAmount: cell('amount') ?? cell('collectedAmount') }
      : {};
  return recordChange('collectOrder', snapshot, { table: 'orders', row }, values);
}

/** Writes that an order is paid; the changeset in the answer is what `undo` takes. */
export const collectOrder = applying(collectChangeset);
