import type { Value } from '../../crm/snapshot';
import type { ColumnDef, TableDef } from '../../template/types';
import { columnFinder, type ChosenColumns, type FindColumn } from './mapHeaders';
import type { CellParser } from './parsed';
import { badMap, isScalar, type MappedScalar, type MappedValue, type TableMap } from './userMap';

/** Values by column id that one source text sets. */
export type Assignments = Readonly<Record<string, Value>>;

/** A person's words for the cells of each header; keys are cell texts without outer spaces, in lower case. */
export type ValueMap = ReadonlyMap<string, ReadonlyMap<string, Assignments>>;

/** Key of a cell text in a {@link ValueMap}. */
export const cellKey = (text: string): string => text.trim().toLowerCase();

/** Columns a person chose for headers; throws `badMap` for a header the file lacks or an unknown column. */
export function chosenColumns(map: TableMap, headers: readonly string[], table: TableDef): ChosenColumns {
  const find = columnFinder(table);
  const entries = Object.entries(map.columns ?? {}).map(([header, name]) => {
    const place = [table.id, 'columns', header];
    return [knownHeader(header, headers, place), name === null ? null : knownColumn(name, find, place)] as const;
  });
  return new Map(entries);
}

interface ValueMapContext {
  readonly headers: readonly string[];
  readonly targets: readonly (ColumnDef | null)[];
  readonly table: TableDef;
  readonly parserOf: (column: ColumnDef) => CellParser;
}

/** Compiles the `values` of a map; throws `badMap` for an unknown header, column, code or an unreadable value. */
export function valueMapOf(map: TableMap, context: ValueMapContext): ValueMap {
  const find = columnFinder(context.table);
  const entries = Object.entries(map.values ?? {}).map(([name, words]) => {
    const place = [context.table.id, 'values', name];
    const header = meantHeader(name, find, context, place);
    const own = context.targets[context.headers.indexOf(header)] ?? null;
    const assignments = Object.entries(words).map(
      ([text, value]) => [cellKey(text), assign(value, own, find, context, [...place, text])] as const,
    );
    return [header, new Map(assignments)] as const;
  });
  return new Map(entries);
}

function assign(
  value: MappedValue,
  own: ColumnDef | null,
  find: FindColumn,
  { parserOf }: ValueMapContext,
  place: readonly string[],
): Assignments {
  if (isScalar(value)) {
    if (!own) throw badMap(place, String(value));
    return { [own.id]: readable(value, parserOf(own), place) };
  }
  const entries = Object.entries(value).map(([name, scalar]) => {
    const column = knownColumn(name, find, place);
    return [column.id, readable(scalar, parserOf(column), [...place, name])] as const;
  });
  return Object.fromEntries(entries);
}

function readable(value: MappedScalar, parse: CellParser, place: readonly string[]): Value {
  const parsed = parse(value);
  if (parsed.code) throw badMap(place, String(value));
  return parsed.value;
}

function knownColumn(name: string, find: FindColumn, place: readonly string[]): ColumnDef {
  const column = find(name);
  if (!column) throw badMap(place, name);
  return column;
}

/** Cells are named by the header above them or by the column that this header goes to. */
function meantHeader(
  name: string,
  find: FindColumn,
  { headers, targets }: ValueMapContext,
  place: readonly string[],
): string {
  if (headers.includes(name)) return name;
  const column = find(name);
  const header = column && headers[targets.findIndex((target) => target?.id === column.id)];
  if (!header) throw badMap(place, name);
  return header;
}

/** Headers are compared exactly: `Amount` and `amount ` may be two columns of one file. */
function knownHeader(name: string, headers: readonly string[], place: readonly string[]): string {
  if (!headers.includes(name)) throw badMap(place, name);
  return name;
}
