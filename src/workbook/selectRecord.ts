import { CrmError } from '../shared/errors';
import { escapeText } from '../template/keyText';
import { keyColumnOf } from './encode';
import { positionOf, type Layout } from './layout';

/** Shows a record: its sheet comes to the front, its row is selected. Throws `recordNotFound`. */
export async function selectRecord(
  context: Excel.RequestContext,
  layout: Layout,
  table: string,
  id: string,
): Promise<void> {
  const live = layout.tables.get(table);
  if (!live) throw new CrmError('unknownTable', { table });
  const key = positionOf(live, keyColumnOf(table).id);
  const body = context.workbook.tables.getItem(live.key).getDataBodyRange();
  const found = body.getColumn(key).findOrNullObject(escapeText(id), { completeMatch: true, matchCase: false });
  found.load('rowIndex');
  await context.sync();
  if (found.isNullObject) throw new CrmError('recordNotFound', { table: live.name, id });
  const sheet = context.workbook.worksheets.getItem(live.sheet);
  sheet.activate();
  sheet.getRangeByIndexes(found.rowIndex, live.left, 1, live.captions.length).select();
  await context.sync();
}
