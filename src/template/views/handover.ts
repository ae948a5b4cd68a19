import { liveRows, type ViewSource } from './source';
import { parentRows } from './team';

/** What one person leaves behind, by rows of the tables: the pack for whoever takes over (C-68). */
export interface Handover {
  readonly customers: readonly number[];
  readonly deals: readonly number[];
  readonly tickets: readonly number[];
  /** Milestones that are still to be reached. */
  readonly milestones: readonly number[];
  /** Customers who were promised a next contact on a day that was agreed. */
  readonly promises: readonly number[];
}

/** @param person row of the team table. Open deals and tickets only; all live customers. */
export function handover(source: ViewSource, person: number): Handover {
  const owned = (table: string) => {
    const owners = parentRows(source, table, 'owner', 'team');
    return liveRows(source, table).filter((row) => owners[row] === person);
  };
  const open = (table: string) => {
    const isOpen = source.column(table, 'isOpen');
    return owned(table).filter((row) => isOpen[row] === 1);
  };
  const customers = owned('customers');
  const agreed = source.column('customers', 'agreedNext');
  const doneAt = source.column('milestones', 'doneAt');
  return {
    customers,
    milestones: owned('milestones').filter((row) => typeof doneAt[row] !== 'number'),
    ...{ deals: open('opportunities'), tickets: open('tickets') },
    promises: customers.filter((row) => typeof agreed[row] === 'number'),
  };
}
