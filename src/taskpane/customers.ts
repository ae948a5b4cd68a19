import { search, searchEntry, searchName, type SearchEntry, type Spell } from '../crm/search';
import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import { joined } from './inText';

/** A customer as a search list shows it. */
export interface CustomerOption {
  readonly id: string;
  readonly name: string;
  /** Tells customers of the same name apart. */
  readonly detail: string;
}

/** Customers that can be chosen: those with an id, without the archived ones, in the order of the sheet. */
export function customerOptions(snapshot: Snapshot): CustomerOption[] {
  const archived = columnOf(snapshot, 'customers', 'archived');
  const optionOf = customerReader(snapshot);
  return columnOf(snapshot, 'customers', 'id').flatMap((id, row) =>
    typeof id !== 'string' || archived[row] === true ? [] : [optionOf(row)],
  );
}

/** Reads rows of the customers as options; the id of one that has none is empty. */
export function customerReader(snapshot: Snapshot): (row: number) => CustomerOption {
  const columns = ['id', 'name', 'owner'].map((column) => columnOf(snapshot, 'customers', column));
  return (row) => {
    const [id, name, owner] = columns.map((cells) => cells[row] ?? null);
    return { id: String(id ?? ''), name: String(name ?? id ?? ''), detail: joined([id, owner]) };
  };
}

/** What options are found by, in their order: name and id, as in the search for everything. */
export const customerEntries = (options: readonly CustomerOption[]): SearchEntry[] =>
  options.map(({ id, name }, row) => searchEntry({ table: 'customers', row, id }, { name: searchName(name) }));

/** The first `limit` options that a text finds, the best first; of a blank text the first ones. */
export function searchCustomers(
  options: readonly CustomerOption[],
  entries: readonly SearchEntry[],
  { text, limit, spell }: { readonly text: string; readonly limit: number; readonly spell?: Spell },
): readonly CustomerOption[] {
  if (!text.trim()) return options.slice(0, limit);
  const found = search(entries, text, spell).flatMap(({ records }) => records);
  return found.slice(0, limit).map(({ row }) => options[row]!);
}
