import { columnDef, tableDef } from '../load';
import type { Environment } from '../twins';
import type { ViewSource } from './source';

/** What a customer's cell shows: the label of a list cell, the text of anything else. */
export function shownCell(source: ViewSource, { label }: Environment, column: string, row: number): string {
  const value = source.column('customers', column)[row] ?? null;
  if (value === null) return '';
  const { list } = columnDef(tableDef('customers'), column);
  if (!list) return String(value);
  return label(list, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
}
