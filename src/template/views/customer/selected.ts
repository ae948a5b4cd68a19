import type { Snapshot, Value } from '../../../crm/snapshot';
import { columnOf } from '../../environment';
import { tableDef } from '../../load';
import { leadingTables, type SelectedCell, type Selection } from '../../selected';
import { referenceRow } from '../names';

/** Which customer a selected row is about: a row of the customers, or a name that no customer has. */
export type SelectedCustomer =
  { readonly kind: 'customer'; readonly row: number } | { readonly kind: 'unknown'; readonly text: string };

/** The customer of the selected row; `null` when the row names none. */
export function selectedCustomer(snapshot: Snapshot, { table, cells }: Selection): SelectedCustomer | null {
  const filled = cells.filter(({ value }) => value !== null && value !== '');
  const rows = table === null ? ofOwnRow(snapshot, filled) : filled.map((cell) => customerOf(snapshot, table, cell));
  const row = rows.find((found) => found !== null) ?? null;
  if (row !== null) return { kind: 'customer', row };
  const named = filled.find(
    ({ column }) => table !== null && column !== null && targetOf(table, column) === 'customers',
  );
  return named ? { kind: 'unknown', text: String(named.value) } : null;
}

/** Table whose record a cell of one of our tables names; `null` = any of them, told by its id. */
function targetOf(table: string, column: string): string | null {
  if (table === 'customers' || column === 'customer') return 'customers';
  return tableDef(table).columns.find(({ id }) => id === column)?.to ?? null;
}

function customerOf(snapshot: Snapshot, table: string, { column, value }: SelectedCell): number | null {
  const target = targetOf(table, column!);
  return target === null ? customerOfId(snapshot, value) : customerOfRecord(snapshot, target, value);
}

/** The customer that a reference to a record of some table leads to. */
function customerOfRecord(snapshot: Snapshot, table: string, cell: Value): number | null {
  const row = referenceRow(snapshot, table, cell);
  if (row === null || table === 'customers') return row;
  return referenceRow(snapshot, 'customers', columnOf(snapshot, table, 'customer')[row] ?? null);
}

const customerOfId = (snapshot: Snapshot, id: Value): number | null =>
  leadingTables.map((table) => customerOfRecord(snapshot, table, id)).find((row) => row !== null) ?? null;

/**
 * Cells of a sheet of the manager's own: customers before other records, so that a list of deals with a column of
 * customers means the customers. Numbers stand for an id only in the first cell: elsewhere they count something.
 */
function ofOwnRow(snapshot: Snapshot, cells: readonly SelectedCell[]): (number | null)[] {
  const texts = cells.filter(({ value }, at) => typeof value === 'string' || (at === 0 && typeof value === 'number'));
  return leadingTables.flatMap((table) => texts.map(({ value }) => customerOfRecord(snapshot, table, value)));
}
