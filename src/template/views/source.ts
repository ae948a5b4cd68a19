import type { Snapshot, Value } from '../../crm/snapshot';
import { columnOf } from '../environment';
import type { Environment } from '../twins';

/** Where a view reads from: every column, computed ones included. A `Computation` is one; so is a computed snapshot. */
export interface ViewSource {
  column(table: string, column: string): readonly Value[];
  rows(table: string): number;
}

/** A snapshot with every computed column filled in (`computeAll`) as the source of views. */
export function sourceOf(computed: Snapshot): ViewSource {
  const source = sources.get(computed) ?? {
    column: (table, column) => columnOf(computed, table, column),
    rows: (table) => computed.tables[table]?.count ?? 0,
  };
  sources.set(computed, source);
  return source;
}

/** One source per snapshot, so that views are computed once. */
const sources = new WeakMap<Snapshot, ViewSource>();

/** A view that is computed once for each source, however many columns and sections read it. */
export function oncePerSource<T>(build: (source: ViewSource, environment: Environment) => T): typeof build {
  const done = new WeakMap<ViewSource, T>();
  return (source, environment) => {
    const known = done.get(source) ?? build(source, environment);
    done.set(source, known);
    return known;
  };
}

/** 0-based rows of a table that are not archived; found once for each source. */
export function liveRows(source: ViewSource, table: string): readonly number[] {
  const known = live.get(source) ?? new Map<string, readonly number[]>();
  live.set(source, known);
  let rows = known.get(table);
  if (!rows) {
    const archived = source.rows(table) ? source.column(table, 'archived') : [];
    rows = Array.from({ length: source.rows(table) }, (_, row) => row).filter((row) => archived[row] !== true);
    known.set(table, rows);
  }
  return rows;
}

const live = new WeakMap<ViewSource, Map<string, readonly number[]>>();

export const numberOr = (value: Value | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
