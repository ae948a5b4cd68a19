import { fixedReferences } from '../../crm/reference';
import type { Snapshot, Value } from '../../crm/snapshot';
import { columnOf } from '../environment';
import { columnDef, tableDef } from '../load';
import type { Environment } from '../twins';

/** Where a view reads from: every column, computed ones included. A `Computation` is one; so is a computed snapshot. */
export interface ViewSource {
  column(table: string, column: string): readonly Value[];
  rows(table: string): number;
  /**
   * Row of the record that each cell of a reference column points at, or `noRow`; `null` or left out where some rows are
   * not seen, and then the key columns tell.
   */
  rowsMeant?(table: string, reference: string): Int32Array | null;
}

/** A snapshot with every computed column filled in (`computeAll`) as the source of views. */
export function sourceOf(computed: Snapshot): ViewSource {
  const source = sources.get(computed) ?? {
    column: (table, column) => columnOf(computed, table, column),
    rows: (table) => computed.tables[table]?.count ?? 0,
    rowsMeant: (table, reference) => rowsMeant(computed, table, reference),
  };
  sources.set(computed, source);
  return source;
}

function rowsMeant(computed: Snapshot, table: string, reference: string): Int32Array {
  const parent = tableDef(columnDef(tableDef(table), reference).to!);
  const names = parent.nameColumn ? columnOf(computed, parent.id, parent.nameColumn) : null;
  return fixedReferences(columnOf(computed, parent.id, 'id'), names).rowsMeant(columnOf(computed, table, reference));
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
    const count = source.rows(table);
    const archived = count ? source.column(table, 'archived') : [];
    const found: number[] = [];
    for (let row = 0; row < count; row += 1) if (archived[row] !== true) found.push(row);
    rows = found;
    known.set(table, rows);
  }
  return rows;
}

const live = new WeakMap<ViewSource, Map<string, readonly number[]>>();

export const numberOr = (value: Value | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
