import { CrmError } from '../../shared/errors';
import { headerKey } from '../../shared/text';
import type { TableDef } from '../../template/types';

export type MappedScalar = string | number | boolean | null;
/** One source text: a code or text for the header's own column, or values for several columns. */
export type MappedValue = MappedScalar | Readonly<Record<string, MappedScalar>>;

/** How a person maps one table's source; headers are written as in the file. */
export interface TableMap {
  readonly columns?: Readonly<Record<string, string | null>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, MappedValue>>>>;
}

/** By table id, label or synonym; the JSON form is described by `templates/schema/map.schema.json`. */
export type UserMap = Readonly<Record<string, TableMap>>;

/** A map that does not fit: where it says what, for the message. */
export const badMap = (place: readonly string[], value: string): CrmError =>
  new CrmError('badMap', { place: place.join(' > '), value });

/** Checks the shape of a map read from JSON; throws `badMap` with the place. */
export function readUserMap(json: unknown): UserMap {
  const tables = Object.entries(objectAt(json, [])).filter(([key]) => key !== '$schema');
  for (const [table, entry] of tables) checkTableMap(entry, [table]);
  return Object.fromEntries(tables) as UserMap;
}

function checkTableMap(json: unknown, place: readonly string[]): void {
  for (const [part, content] of Object.entries(objectAt(json, place))) {
    if (part !== 'columns' && part !== 'values') throw badMap(place, part);
    const check = part === 'columns' ? checkColumn : checkValues;
    for (const [header, entry] of Object.entries(objectAt(content, [...place, part]))) {
      check(entry, [...place, part, header]);
    }
  }
}

function checkColumn(json: unknown, place: readonly string[]): void {
  if (json !== null && typeof json !== 'string') throw badMap(place, String(json));
}

function checkValues(json: unknown, place: readonly string[]): void {
  for (const [text, value] of Object.entries(objectAt(json, place))) {
    const scalars = isScalar(value) ? [] : Object.entries(objectAt(value, [...place, text]));
    for (const [column, scalar] of scalars) if (!isScalar(scalar)) throw badMap([...place, text, column], 'object');
  }
}

export const isScalar = (json: unknown): json is MappedScalar =>
  json === null || ['string', 'number', 'boolean'].includes(typeof json);

function objectAt(json: unknown, place: readonly string[]): object {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw badMap(place, String(json));
  return json;
}

/** The table that a person's word means: its id, label in either language, table name or a synonym. */
export function findTable(name: string, tables: readonly TableDef[]): TableDef | undefined {
  const key = headerKey(name);
  return tables.find(({ id, tableName, label, synonyms = [] }) =>
    [id, tableName, ...Object.values(label), ...synonyms].some((candidate) => headerKey(candidate) === key),
  );
}

/** What a map says about one table; throws `badMap` when it names a table nobody knows. */
export function tableMapOf(map: UserMap, table: TableDef, tables: readonly TableDef[]): TableMap {
  const entries = Object.entries(map).filter(([name]) => {
    const meant = findTable(name, tables);
    if (!meant) throw badMap([], name);
    return meant.id === table.id;
  });
  const merged = (part: 'columns' | 'values') =>
    Object.fromEntries(entries.flatMap(([, entry]) => Object.entries(entry[part] ?? {})));
  return { columns: merged('columns'), values: merged('values') } as TableMap;
}
