import type { RunOptions } from '../actions/home';
import { bind, namesOf } from '../template/bindings';
import type { Cell } from '../template/codec';
import { switchableColumns, type ColumnPlace, type ColumnsFound, type ColumnSwitch } from '../template/switchable';
import { CrmError } from '../shared/errors';
import { readAll } from './gateway';
import { readConfiguration } from './inspect';
import type { LogLine } from './journal';
import { positionOf, type Layout } from './layout';

/** The columns with a twin, and which of both they compute with. */
export async function lookAtColumns(context: Excel.RequestContext, layout: Layout): Promise<ColumnsFound> {
  const { language } = await readConfiguration(context, layout);
  const bound = bind(layout.state);
  const names = namesOf(bound, language ?? 'en');
  const columns = switchableColumns(bound, names, (table) => layout.tables.get(table)?.rows ?? 0);
  return { language: language ?? 'en', names, columns };
}

/** What the rows of columns show. Throws `layoutChanged` for a column that is gone. */
export async function readFigures(
  context: Excel.RequestContext,
  { tables }: Layout,
  columns: readonly ColumnPlace[],
  options: RunOptions,
): Promise<Cell[][]> {
  // Where a person calculates by hand, what was written last shows, but not what follows from it.
  context.workbook.application.calculate('Recalculate');
  const readables = columns.map(({ table: id, column }) => {
    const table = tables.get(id);
    const position = table ? positionOf(table, column) : -1;
    if (!table || position < 0) throw new CrmError('layoutChanged', { table: table?.name ?? id });
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const at = (from: number, count: number) =>
      sheet.getRangeByIndexes(table.top + from, table.left + position, count, 1);
    return { rows: table.rows, columns: 1, at };
  });
  return (await readAll(context, readables, options)).map((rows) => rows.map(([cell]) => cell!));
}

/** Lines of the change log about a switch: which kind of formula became which. */
export const switchLines = ({ columns, to }: ColumnSwitch): LogLine[] =>
  columns.map(({ table, column, state }) => ({ table, record: '', field: column, before: state, after: to }));
