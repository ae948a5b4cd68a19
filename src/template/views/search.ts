import { searchEntry, searchName, type SearchEntry, type SearchName } from '../../crm/search';
import type { Snapshot, Value } from '../../crm/snapshot';
import { columnOf } from '../environment';
import { referenceRow } from './names';
import { searched, type Searched } from './searched';

/** Every record that can be found, archived ones left out; made once for each reading of the workbook. */
export function searchEntries(snapshot: Snapshot): readonly SearchEntry[] {
  const known = made.get(snapshot) ?? makeEntries(snapshot);
  made.set(snapshot, known);
  return known;
}

const made = new WeakMap<Snapshot, readonly SearchEntry[]>();

/** Name of a record by its row, shared by all that refer to it. */
type NameOf = (row: number) => SearchName | null;

function makeEntries(snapshot: Snapshot): readonly SearchEntry[] {
  const customers = namesOf(columnOf(snapshot, 'customers', 'name'));
  return searched.flatMap((table) => entriesOf(snapshot, table, customers));
}

function namesOf(cells: readonly Value[]): NameOf {
  const names = cells.map((cell) => (cell === null ? null : searchName(String(cell))));
  return (row) => names[row] ?? null;
}

function entriesOf(snapshot: Snapshot, { table, name, ...more }: Searched, customers: NameOf): SearchEntry[] {
  const { others = [], phones = [], ofCustomer } = more;
  const cells = (column: string): readonly Value[] => columnOf(snapshot, table, column);
  const [ids, archived] = [cells('id'), cells('archived')];
  const [otherCells, phoneCells] = [others.map(cells), phones.map(cells)];
  const nameOf = table === 'customers' ? customers : name === null ? null : namesOf(cells(name));
  const customerOfRow = ofCustomer ? customerNames(snapshot, cells('customer'), customers) : () => null;
  return ids.flatMap((id, row): SearchEntry[] => {
    if (archived[row] === true) return [];
    const customer = customerOfRow(row);
    // An order has no name: people look for its customer.
    const named = nameOf ? { name: nameOf(row), of: customer } : { name: customer };
    if (id === null && !named.name) return [];
    const rest = { others: textsAt(otherCells, row), phones: textsAt(phoneCells, row) };
    return [searchEntry({ table, row, id: textOf(id) }, { ...named, ...rest })];
  });
}

/** The customer's name where the reference leads to one, else what the cell says. */
function customerNames(snapshot: Snapshot, cells: readonly Value[], customers: NameOf): NameOf {
  const known = new Map<Value, SearchName | null>([[null, null]]);
  return (row) => {
    const cell = cells[row] ?? null;
    if (known.has(cell)) return known.get(cell)!;
    const at = referenceRow(snapshot, 'customers', cell);
    const name = at === null ? searchName(String(cell)) : customers(at);
    known.set(cell, name);
    return name;
  };
}

const textOf = (value: Value): string | null => (value === null ? null : String(value));
const textsAt = (columns: readonly (readonly Value[])[], row: number): string[] =>
  columns.flatMap((column) => textOf(column[row] ?? null) ?? []);

/** Id or unique name of the customer that a record is about; `null` when it is about none. */
export function customerOf(snapshot: Snapshot, table: string, row: number): string | null {
  const cell = table === 'customers' ? null : (columnOf(snapshot, table, 'customer')[row] ?? null);
  const at = table === 'customers' ? row : referenceRow(snapshot, 'customers', cell);
  if (at === null) return null;
  return textOf(columnOf(snapshot, 'customers', 'id')[at] ?? columnOf(snapshot, 'customers', 'name')[at] ?? null);
}
