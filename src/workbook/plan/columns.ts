import { columnDef, tableDef } from '../../template/load';
import { stepsOf, type Stage } from '../../template/stages';
import { setNumberFormat } from '../gateway';
import type { Layout } from '../layout';
import { pointsOf, tableOf, type PlanRun } from './environment';
import { bodyFormat, formatBody } from './structure';

/** Queues the columns that a table lacks, at its right end, and the look of those that are not finished. */
export function addColumns(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  for (const { table, column } of stepsOf(stage, 'column')) {
    const live = tableOf(layout, run, table);
    const def = columnDef(tableDef(table), column.id);
    const { columns } = context.workbook.tables.getItem(live.key);
    const isThere = live.captions.includes(column.caption);
    const added = isThere ? columns.getItem(column.caption) : columns.add(undefined, undefined, column.caption);
    const body = added.getDataBodyRange();
    // A new column may take over the format of its neighbour, and a formula in a text cell would stay text.
    setNumberFormat(body, bodyFormat(def));
    formatBody(body, def);
    if (def.width) body.format.columnWidth = pointsOf(def.width);
    if (def.hidden) body.columnHidden = true;
  }
}
