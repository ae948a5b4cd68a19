import { columnDef, tableDef } from '../../template/load';
import type { Layout } from '../layout';
import { pointsOf, stepsOf, type PlanRun } from './environment';
import { formatBody } from './structure';

/** Queues the columns that installed tables lack, at their right end. Returns whether there are any. */
export function addColumns(context: Excel.RequestContext, run: PlanRun, layout: Layout): boolean {
  const steps = stepsOf(run.plan, 'column');
  for (const { table, column } of steps) {
    const live = layout.tables.get(table)!;
    const def = columnDef(tableDef(table), column.id);
    const added = context.workbook.tables.getItem(live.key).columns.add(undefined, undefined, column.caption);
    const body = added.getDataBodyRange();
    formatBody(body, def);
    if (def.width) body.format.columnWidth = pointsOf(def.width);
    if (def.hidden) body.columnHidden = true;
  }
  return steps.length > 0;
}
