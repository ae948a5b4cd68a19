import { headerKey } from '../shared/text';
import { tableDef } from './load';
import type { ColumnDef } from './types';

const known = new Map<string, ReadonlyMap<string, ColumnDef>>();

/**
 * The column of a table that a text names, computed ones included: its id or public id, its caption in either language,
 * a synonym; case, spaces and punctuation do not count. Ids win over captions, captions over synonyms.
 */
export function columnNamed(table: string, text: string): ColumnDef | undefined {
  const names = known.get(table) ?? namesOf(table);
  known.set(table, names);
  return names.get(headerKey(text));
}

function namesOf(table: string): ReadonlyMap<string, ColumnDef> {
  const { columns } = tableDef(table);
  const names = [
    ...columns.map((column) => [column.id, column] as const),
    ...columns.flatMap((column) => Object.values(column.caption).map((caption) => [caption, column] as const)),
    ...columns.flatMap((column) => (column.synonyms ?? []).map((name) => [name, column] as const)),
  ];
  // The last one of a name stays in a map.
  return new Map(names.reverse().map(([name, column]) => [headerKey(name), column]));
}
