import type { Layout } from '../layout';
import { deleteSheet } from '../plan/clean';

/** Deletes sheets that are there; a workbook keeps one visible sheet, so that a blank one comes in place of the last. */
export async function deleteSheets(
  context: Excel.RequestContext,
  { state }: Layout,
  wanted: readonly string[],
): Promise<void> {
  const going = state.sheets.filter((name) => wanted.includes(name));
  const sheets = context.workbook.worksheets.load('items/name,items/visibility');
  await context.sync();
  const isOneLeft = sheets.items.some(({ name, visibility }) => visibility === 'Visible' && !going.includes(name));
  if (going.length && !isOneLeft) sheets.add();
  for (const name of going) deleteSheet(context, name);
  await context.sync();
}
