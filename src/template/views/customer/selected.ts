import type { Snapshot, Value } from '../../../crm/snapshot';
import { columnOf } from '../../environment';
import { tableDef } from '../../load';
import { leadingTables, type SelectedCell, type Selection } from '../../selected';
import { referenceRow, referenceRows } from '../names';

/** Which customer a row is about: a row of the customers, several that share the name, or a name that no customer has. */
export type SelectedCustomer =
  | { readonly kind: 'customer'; readonly row: number }
  | { readonly kind: 'several'; readonly rows: readonly number[] }
  | { readonly kind: 'unknown'; readonly text: string };

/** The customer of the selected row; `null` when the row names none. */
export function selectedCustomer(snapshot: Snapshot, { table, cells }: Selection): SelectedCustomer | null {
  const filled = cells.filter(({ value }) => value !== null && value !== '');
  const named = table === null ? ofOwnRow(snapshot, filled) : filled.map((cell) => customersOf(snapshot, table, cell));
  const found = decided(named.filter((rows) => rows.length > 0));
  if (found) return found;
  const nobody = filled.find(
    ({ column }) => table !== null && column !== null && targetOf(table, column) === 'customers',
  );
  return nobody ? { kind: 'unknown', text: String(nobody.value) } : null;
}

/** The customer that a text names, by id or by name. */
export const namedCustomer = (snapshot: Snapshot, text: string): SelectedCustomer =>
  decided([referenceRows(snapshot, 'customers', text)]) ?? { kind: 'unknown', text };

/** The first cell decides; where several share its name, another cell may tell which of them. */
function decided([first, ...others]: readonly (readonly number[])[]): SelectedCustomer | null {
  if (!first?.length) return null;
  const [row] = [first, ...others].find(([one, ...more]) => !more.length && first.includes(one!)) ?? [];
  return row === undefined ? { kind: 'several', rows: first } : { kind: 'customer', row };
}

/** Table whose record a cell of one of our tables names; `null` = any of them, told by its id. */
function targetOf(table: string, column: string): string | null {
  if (table === 'customers' || column === 'customer') return 'customers';
  return tableDef(table).columns.find(({ id }) => id === column)?.to ?? null;
}

function customersOf(snapshot: Snapshot, table: string, { column, value }: SelectedCell): readonly number[] {
  const target = targetOf(table, column!);
  return target === null ? customersOfId(snapshot, value) : customersOfRecord(snapshot, target, value);
}

/** The customers that a reference to a record of some table may lead to; a name that several records share leads nowhere. */
function customersOfRecord(snapshot: Snapshot, table: string, cell: Value): readonly number[] {
  if (table === 'customers') return referenceRows(snapshot, table, cell);
  const row = referenceRow(snapshot, table, cell);
  if (row === null) return [];
  return referenceRows(snapshot, 'customers', columnOf(snapshot, table, 'customer')[row] ?? null);
}

const customersOfId = (snapshot: Snapshot, id: Value): readonly number[] =>
  leadingTables.map((table) => customersOfRecord(snapshot, table, id)).find((rows) => rows.length > 0) ?? [];

/**
 * Cells of a sheet of the manager's own: customers before other records, so that a list of deals with a column of
 * customers means the customers. Numbers stand for an id only in the first cell: elsewhere they count something.
 */
function ofOwnRow(snapshot: Snapshot, cells: readonly SelectedCell[]): (readonly number[])[] {
  const texts = cells.filter(({ value }, at) => typeof value === 'string' || (at === 0 && typeof value === 'number'));
  return leadingTables.flatMap((table) => texts.map(({ value }) => customersOfRecord(snapshot, table, value)));
}
