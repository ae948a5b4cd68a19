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

/**
 * What a cell that refers to a record should say: its name where no other record has it, for people read the cell, else
 * its id (decision 2). `null` for a record with neither.
 */
export function referenceText(snapshot: Snapshot, table: string, row: number): string | null {
  const { nameColumn } = tableDef(table);
  const texts = [nameColumn, 'id'].map((column) => (column ? (columnOf(snapshot, table, column)[row] ?? null) : null));
  return (
    (texts.find((text) => text !== null && referenceRow(snapshot, table, text) === row) as string | undefined) ?? null
  );
}

/** A reference as people read it ({@link referenceText}); what nobody has stays as it is. */
export function readableReference(snapshot: Snapshot, table: string, cell: Value): Value {
  const row = referenceRow(snapshot, table, cell);
  return row === null ? cell : referenceText(snapshot, table, row);
}

/** 0-based row of the record that a reference cell means; `null` for none, or several of that name. */
export function referenceRow(snapshot: Snapshot, table: string, cell: Value): number | null {
  const found = indexFor(snapshot, table).find(cell);
  return typeof found === 'number' ? found : null;
}

/** 0-based rows of the records that a reference cell may mean: one, none, or all of a name that several have. */
export function referenceRows(snapshot: Snapshot, table: string, cell: Value): readonly number[] {
  const index = indexFor(snapshot, table);
  const found = index.find(cell);
  if (typeof found === 'number') return [found];
  return found === 'ambiguous' ? index.rowsOfName(cell) : [];
}

function indexFor(snapshot: Snapshot, table: string): ReferenceIndex {
  const known = indexes.get(snapshot) ?? new Map<string, ReferenceIndex>();
  indexes.set(snapshot, known);
  const index = known.get(table) ?? indexOf(snapshot, table);
  known.set(table, index);
  return index;
}

const indexes = new WeakMap<Snapshot, Map<string, ReferenceIndex>>();

function indexOf(snapshot: Snapshot, table: string): ReferenceIndex {
  const { nameColumn } = tableDef(table);
  return new ReferenceIndex(columnOf(snapshot, table, 'id'), nameColumn ? columnOf(snapshot, table, nameColumn) : null);
}
