import { ReferenceIndex } from '../../../crm/reference';
import { tableDef } from '../../load';
import { liveRows, oncePerSource, type ViewSource } from '../source';
import { parentRows } from '../team';

/** Rows of a table that are not archived, by the row of the customer they are about. */
export type RowsByCustomer = ReadonlyMap<number, readonly number[]>;

type Source = Parameters<typeof indexes>[0];
type Environment = Parameters<typeof indexes>[1];

/** The records of one customer in a table that refers to customers, to their deals or to their id as plain text. */
export function recordsOf(
  source: Source,
  environment: Environment,
  table: string,
  customer: number,
): readonly number[] {
  const known = indexes(source, environment);
  const index = known.get(table) ?? indexOf(source, table);
  known.set(table, index);
  return index.get(customer) ?? [];
}

/** One index per table, made when a customer is first shown: the next click costs nothing. */
const indexes = oncePerSource(() => new Map<string, RowsByCustomer>());

function indexOf(source: ViewSource, table: string): RowsByCustomer {
  const rows = new Map<number, number[]>();
  if (!source.rows(table) || !source.rows('customers')) return rows;
  const customers = customerRows(source, table);
  for (const row of liveRows(source, table)) {
    const customer = customers[row] ?? null;
    if (customer === null) continue;
    const list = rows.get(customer);
    if (list) list.push(row);
    else rows.set(customer, [row]);
  }
  return rows;
}

/** Row of the customer of every record. */
function customerRows(source: ViewSource, table: string): readonly (number | null)[] {
  const column = tableDef(table).columns.find(({ id }) => id === 'customer');
  if (column?.to) return parentRows(source, table, 'customer', 'customers');
  if (column) return byPlainId(source, table);
  const deals = parentRows(source, 'opportunities', 'customer', 'customers');
  return parentRows(source, table, 'opportunity', 'opportunities').map((deal) => (deal === null ? null : deals[deal]!));
}

/** Histories keep the id as text: what was true then stays readable when the customer is gone. */
function byPlainId(source: ViewSource, table: string): (number | null)[] {
  const index = new ReferenceIndex(source.column('customers', 'id'), source.column('customers', 'name'));
  return source.column(table, 'customer').map((cell) => {
    const found = index.find(cell ?? null);
    return typeof found === 'number' ? found : null;
  });
}
