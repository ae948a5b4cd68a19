import { fold } from '../shared/text';
import { isBlank, type Cells } from './arguments';
import { cellError } from './error';

/** Linked records beside a column of customers. */
export interface Linked {
  /** For each row of the customer column: which customer, counted from 0; `null` for a blank cell. */
  readonly rowOf: readonly (number | null)[];
  /** For each linked record: row of its customer in the column, the first one of that name; -1 for none. */
  readonly customer: Int32Array;
}

/** Finds the customer of each linked record, compared without case; #VALUE! when its columns differ in length. */
export function linked(customers: Cells, recordCustomers: Cells, columns: readonly Cells[]): Linked {
  const records = recordCustomers.flat();
  if (columns.some((column) => column.flat().length !== records.length))
    throw cellError('invalidValue', 'unevenColumns');
  const keys = customers.map(([cell]) => (isBlank(cell) ? null : fold(String(cell))));
  const index = new Map<string, number>();
  keys.forEach((key, row) => {
    if (key !== null && !index.has(key)) index.set(key, row);
  });
  return {
    // A customer that stands twice shows the same figures twice.
    rowOf: keys.map((key) => (key === null ? null : index.get(key)!)),
    customer: Int32Array.from(records, (cell) => (isBlank(cell) ? -1 : (index.get(fold(String(cell))) ?? -1))),
  };
}
