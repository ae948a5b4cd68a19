import type { Changeset } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import { columnOf, todayOf } from '../template/environment';
import type { Applied } from './applyRest';
import type { ApplyOptions, Home } from './home';
import { fieldChanges, rowOf } from './record';

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
  return { action: 'collectOrder', updates: fieldChanges(snapshot, 'orders', row, values), appends: [], removals: [] };
}

/** Writes that an order is paid; the changeset in the answer is what `undo` takes. */
export async function collectOrder(
  home: Pick<Home, 'apply'>,
  snapshot: Snapshot,
  order: string,
  { clock, ...options }: ApplyOptions & { readonly clock: number },
): Promise<Applied> {
  const changeset = collectChangeset(snapshot, order, clock);
  return { report: await home.apply(changeset, options), changeset };
}
