import type { Stage } from '../../template/stages';
import { stepsOf } from '../../template/stages';
import type { Layout } from '../layout';

/** Queues what an interrupted installation left half built, and names of ours that point to nothing any more. */
export function removeRemnants(context: Excel.RequestContext, stage: Stage, { state }: Layout): void {
  for (const { sheets, names } of stepsOf(stage, 'clean')) {
    for (const name of names) if (name in state.names) context.workbook.names.getItem(name).delete();
    for (const name of sheets) if (state.sheets.includes(name)) deleteSheet(context, name);
  }
}

/** Excel refuses to delete a very hidden sheet. */
export function deleteSheet(context: Excel.RequestContext, name: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = 'Visible';
  sheet.delete();
}
