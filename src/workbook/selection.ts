import type { Value } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import { namesRecord, type Selection } from '../template/selected';
import { once, valuesOf } from './gateway';
import type { Layout, LiveTable } from './layout';

/** Columns from the left of a manager's own sheet that are looked at: wide enough for lists, small enough for a click. */
const ownColumns = 60;

/**
 * What the active cell's row says about records of the CRM, in two small requests: where the cell is, then the few cells
 * of its row that name records; of a manager's own sheet the first cells of the row. `null`: a heading, a totals row or
 * a table that names none. Throws `layoutChanged` when the remembered columns are not there any more.
 */
export async function readSelection(context: Excel.RequestContext, layout: Layout): Promise<Selection | null> {
  const cell = context.workbook.getActiveCell().load('rowIndex');
  const tables = cell.getTables(false).load('items/id');
  await context.sync();
  const found = tables.items[0];
  const live = found && [...layout.tables.values()].find(({ key }) => key === found.id);
  return live ? readRecord(context, cell, live) : readOwnRow(context, cell);
}

async function readRecord(
  context: Excel.RequestContext,
  cell: Excel.Range,
  { id, key, name, captions, columnIds }: LiveTable,
): Promise<Selection | null> {
  const columns = columnIds.flatMap((column, position) =>
    column !== null && namesRecord(id, column) ? [{ column, position }] : [],
  );
  if (!columns.length) return null;
  const table = context.workbook.tables.getItem(key);
  const [header, body] = [once(table.getHeaderRowRange()), once(table.getDataBodyRange())];
  const row = once(cell.getEntireRow());
  const looks = columns.map(({ column, position }) => ({
    column,
    caption: captions[position],
    heading: once(header.getCell(0, position)).load('values'),
    value: once(once(body.getColumn(position)).getIntersectionOrNullObject(row)).load('values'),
  }));
  await context.sync();
  if (looks.some(({ heading, caption }) => String(valuesOf(heading)[0]![0]) !== caption))
    throw new CrmError('layoutChanged', { table: name });
  if (looks.some(({ value }) => value.isNullObject)) return null;
  return { table: id, cells: looks.map(({ column, value }) => ({ column, value: valueOf(valuesOf(value)[0]![0]) })) };
}

async function readOwnRow(context: Excel.RequestContext, cell: Excel.Range): Promise<Selection | null> {
  const row = once(cell.worksheet.getRangeByIndexes(cell.rowIndex, 0, 1, ownColumns)).load('values');
  await context.sync();
  const cells = valuesOf(row)[0]!.flatMap((value) => (value === '' ? [] : [{ column: null, value: valueOf(value) }]));
  return cells.length ? { table: null, cells } : null;
}

const valueOf = (cell: unknown): Value => (cell === '' || cell === undefined ? null : (cell as Value));
