import { ReferenceIndex } from '../../crm/reference';
import type { Snapshot, Value } from '../../crm/snapshot';
import { columnOf } from '../environment';
import { tableDef } from '../load';

/** Name of the record that a reference cell means, which may be an id or a name; the cell itself when nobody has it. */
export function referenceName(snapshot: Snapshot, table: string, cell: Value): string {
  const row = referenceRow(snapshot, table, cell);
  const { nameColumn } = tableDef(table);
  const name = row === null || !nameColumn ? null : columnOf(snapshot, table, nameColumn)[row];
  return String(name ?? cell ?? '');
}

/** 0-based row of the record that a reference cell means; `null` for none, or several of that name. */
export function referenceRow(snapshot: Snapshot, table: string, cell: Value): number | null {
  const known = indexes.get(snapshot) ?? new Map<string, ReferenceIndex>();
  indexes.set(snapshot, known);
  const index = known.get(table) ?? indexOf(snapshot, table);
  known.set(table, index);
  const found = index.find(cell);
  return typeof found === 'number' ? found : null;
}

const indexes = new WeakMap<Snapshot, Map<string, ReferenceIndex>>();

function indexOf(snapshot: Snapshot, table: string): ReferenceIndex {
  const { nameColumn } = tableDef(table);
  return new ReferenceIndex(columnOf(snapshot, table, 'id'), nameColumn ? columnOf(snapshot, table, nameColumn) : null);
}
