import { search, searchEntry, searchName, type SearchEntry, type Spell } from '../crm/search';
import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import type { Language } from '../template/types';
import { searchDetails } from '../template/views/searched';
import type { Format } from './format';
import { joined } from './inText';
import { cellText, columnsOfRows } from './rows';

/** A record as a searchable choice shows it. */
export interface RecordOption {
  readonly id: string;
  readonly name: string;
  /** Tells records of the same name apart. */
  readonly detail: string;
}

interface Words {
  readonly language: Language;
  readonly format: Format;
}

/** Records of a table that can be chosen: those with an id, without the archived ones, in the order of the sheet. */
export function recordOptions(snapshot: Snapshot, words: Words, table: string): RecordOption[] {
  const archived = columnOf(snapshot, table, 'archived');
  const titles = textsOf(snapshot, words, table, columnsOfRows(table).title);
  const details = textsOf(snapshot, words, table, ['id', ...(searchDetails[table] ?? [])]);
  return columnOf(snapshot, table, 'id').flatMap((id, row): RecordOption[] => {
    if (typeof id !== 'string' || archived[row] === true) return [];
    return [{ id, name: titles(row)[0]!, detail: joined([...new Set(details(row))]) }];
  });
}

/** What the columns that are not blank say in a row. */
function textsOf(snapshot: Snapshot, words: Words, table: string, columns: readonly string[]) {
  const read = columns.map((column) => ({ column, cells: columnOf(snapshot, table, column) }));
  return (row: number): string[] =>
    read
      .map(({ column, cells }) => ({ table, column, value: cells[row] ?? null }))
      .filter(({ value }) => value !== null)
      .map((cell) => cellText({ snapshot }, words, cell));
}

/** What options are found by, in their order: name and id, as in the search for everything. */
export const optionEntries = (options: readonly RecordOption[]): SearchEntry[] =>
  options.map(({ id, name }, row) => searchEntry({ table: '', row, id }, { name: searchName(name) }));

/** The first `limit` options that a text finds, the best first; of a blank text the first ones. */
export function searchOptions(
  options: readonly RecordOption[],
  entries: readonly SearchEntry[],
  { text, limit, spell }: { readonly text: string; readonly limit: number; readonly spell?: Spell },
): readonly RecordOption[] {
  if (!text.trim()) return options.slice(0, limit);
  const found = search(entries, text, spell).flatMap(({ records }) => records);
  return found.slice(0, limit).map(({ row }) => options[row]!);
}
