import type { Value } from '../crm/snapshot';
import { tableDef } from './load';

/** A cell of the selected row that may name a record; `column` is `null` on a sheet of the manager's own. */
export interface SelectedCell {
  readonly column: string | null;
  readonly value: Value;
}

/** The row that a person selected, by what it says about records of the CRM. */
export interface Selection {
  /** Template id of the table; `null` = a sheet of the manager's own. */
  readonly table: string | null;
  readonly cells: readonly SelectedCell[];
}

/** Tables whose records a row may name, and which lead to a customer. */
export const leadingTables: readonly string[] = ['customers', 'contacts', 'opportunities', 'orders', 'tickets'];

/** Columns that name a record by its id as plain text, because they keep what was true on a day. */
const plain: readonly string[] = ['lifecycleHistory.customer', 'tierReviews.customer', 'changeLog.record'];

/**
 * Whether a cell of this column can tell which customer a row is about: the record's own id, its name for customers, and
 * references to a customer or to a record that has one.
 */
export function namesRecord(table: string, column: string): boolean {
  if (table === 'customers') return column === 'id' || column === 'name';
  const { to } = tableDef(table).columns.find(({ id }) => id === column) ?? {};
  return (to !== undefined && leadingTables.includes(to)) || plain.includes(`${table}.${column}`);
}
