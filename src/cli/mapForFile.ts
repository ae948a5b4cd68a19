import { chosenColumns } from '../actions/import/applyUserMap';
import { columnFinder, mapHeaders } from '../actions/import/mapHeaders';
import { readSource } from '../actions/import/readSource';
import type { SourceFile } from '../actions/import/types';
import { tableMapOf, type TableMap, type UserMap } from '../actions/import/userMap';
import { CrmError } from '../shared/errors';
import { template } from '../template/load';
import type { TableDef } from '../template/types';

/** What the map may name in one file: its headers, and the column each of them means. */
export interface FileHeaders {
  readonly table: TableDef;
  readonly headers: readonly string[];
  /** Header by column id. */
  readonly byColumn: ReadonlyMap<string, string>;
}

/** Headers of one file; empty when the map says nothing about its table. @throws CrmError about the file or the map */
export async function readHeaders(table: TableDef, file: SourceFile, userMap: UserMap): Promise<FileHeaders> {
  const map = tableMapOf(userMap, table, template.tables);
  const named = new Set([...Object.keys(map.columns ?? {}), ...Object.keys(map.values ?? {})]);
  if (!named.size) return { table, headers: [], byColumn: new Map() };
  const find = columnFinder(table);
  const meaning = (text: string) => find(text)?.id ?? (named.has(text) ? text : null);
  const countKnown = (cells: readonly string[]) =>
    new Set(cells.map((cell) => meaning(cell.trim())).filter(Boolean)).size;
  const { headers } = await readSource(file, countKnown);
  const { mapped } = mapHeaders(headers, 1, table, chosenColumns(only(map, headers), headers, table));
  return { table, headers, byColumn: new Map(mapped.map(({ header, column }) => [column, header])) };
}

/** The choices about headers that a file has. */
const only = ({ columns = {} }: TableMap, headers: readonly string[]): TableMap => ({
  columns: Object.fromEntries(Object.entries(columns).filter(([header]) => headers.includes(header))),
});

/**
 * The map as the import of one file takes it. A map names the cells of a column by the column's id and speaks about all
 * files of a table; an import wants them by the file's own header and refuses headers that the file lacks.
 * @throws CrmError `badMap` for a header or column that no file of the table has
 */
export function mapForFile(index: number, files: readonly FileHeaders[], map: UserMap): UserMap {
  const { table, headers, byColumn } = files[index]!;
  const tableMap = tableMapOf(map, table, template.tables);
  const find = columnFinder(table);
  const headerIn = (file: FileHeaders, name: string) =>
    file.headers.includes(name) ? name : file.byColumn.get(find(name)?.id ?? '');
  const family = files.filter((file) => file.table === table);
  const known = (part: 'columns' | 'values', name: string, isKnown: (file: FileHeaders) => boolean) => {
    if (!family.some(isKnown)) throw new CrmError('badMap', { place: `${table.id} > ${part}`, value: name });
  };
  const columns = Object.entries(tableMap.columns ?? {}).filter(([header]) => {
    known('columns', header, (file) => file.headers.includes(header));
    return headers.includes(header);
  });
  const values = Object.entries(tableMap.values ?? {}).flatMap(([name, words]) => {
    known('values', name, (file) => headerIn(file, name) !== undefined);
    const header = headerIn({ table, headers, byColumn }, name);
    return header === undefined ? [] : [[header, words] as const];
  });
  return { [table.id]: { columns: Object.fromEntries(columns), values: Object.fromEntries(values) } };
}
