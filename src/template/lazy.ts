import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import { Computation } from './compute';
import { template } from './load';
import type { TableDef } from './types';

/** The snapshot with every computed column, each computed when somebody first reads it: a view pays for what it shows. */
export function computeLazily(snapshot: Snapshot, clock: number): Snapshot {
  const computation = new Computation(snapshot, clock);
  const tables = template.tables
    .filter((table) => snapshot.tables[table.id])
    .map((table): [string, TableRows] => [
      table.id,
      { ...snapshot.tables[table.id]!, columns: lazyColumns(table, computation) },
    ]);
  return {
    settings: snapshot.settings,
    tables: Object.fromEntries(tables),
    get problems() {
      return snapshot.problems;
    },
  };
}

/** A computation keeps what it computed, so a getter costs once. */
function lazyColumns(table: TableDef, computation: Computation): Readonly<Record<string, readonly Value[]>> {
  const columns = {};
  for (const { id } of table.columns) {
    Object.defineProperty(columns, id, { enumerable: true, get: () => computation.column(table.id, id) });
  }
  return columns;
}
