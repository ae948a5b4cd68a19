import { toMinor } from '../../shared/numbers';
import { liveRows, oncePerSource } from './source';

export interface OpenOrder {
  /** Row of the orders table. */
  readonly row: number;
  /** Minor units. */
  readonly outstanding: number;
  readonly dueAt: number | null;
}

/** Orders with money outstanding, in row order (C-51). */
export const openOrders = oncePerSource((source, { moneyDigits }): readonly OpenOrder[] => {
  if (!source.rows('orders')) return [];
  const [outstanding, dueAt] = [source.column('orders', 'outstanding'), source.column('orders', 'dueAt')];
  return liveRows(source, 'orders').flatMap((row) => {
    const open = outstanding[row];
    if (typeof open !== 'number' || open <= 0) return [];
    const due = dueAt[row];
    return [{ row, outstanding: toMinor(open, moneyDigits), dueAt: typeof due === 'number' ? due : null }];
  });
});
