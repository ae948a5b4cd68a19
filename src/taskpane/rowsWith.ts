import type { Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { liveRows, sourceOf } from '../template/views/source';
import type { PaneData } from './context';
import type { RowList } from './rows';

/** Records of a table that are not archived and whose cell of a column holds; for the list behind a figure. */
export function liveRowsWith(
  { figures }: Pick<PaneData, 'figures'>,
  table: string,
  column: string,
  holds: (cell: Value) => boolean,
): Pick<RowList, 'table' | 'rows'> {
  const source = sourceOf(figures.computed);
  if (!source.rows(table)) return { table, rows: [] };
  const cells = source.column(table, column);
  return { table, rows: liveRows(source, table).filter((row) => holds(cells[row] ?? null)) };
}

/** Rows of the records with these ids, in the order of the sheet. */
export function rowsOfIds({ figures }: Pick<PaneData, 'figures'>, table: string, ids: readonly string[]): number[] {
  const wanted = new Set(ids.map(fold));
  return columnOf(figures.computed, table, 'id').flatMap((id, row) =>
    id !== null && wanted.has(fold(String(id))) ? [row] : [],
  );
}
