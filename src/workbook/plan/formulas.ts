import { columnDef, tableDef, template } from '../../template/load';
import { formulaAffordable } from '../../template/plan';
import { renderFormula } from '../../template/formula';
import { setFormula } from '../gateway';
import { positionOf, type Layout, type LiveTable } from '../layout';
import { clearMarks, setMarks, setValidations } from '../rules';
import { quietly, stepsOf, type PlanRun } from './environment';

/** Queues the calculated columns; those that would be too slow with this much data stay values of Refresh (decision 8). */
export function writeFormulas(context: Excel.RequestContext, run: PlanRun, layout: Layout): void {
  quietly(context);
  const rows = (table: string) => layout.tables.get(table)?.rows ?? 0;
  for (const step of stepsOf(run.plan, 'formula')) {
    const table = layout.tables.get(step.table)!;
    const def = tableDef(step.table);
    if (!formulaAffordable(def, columnDef(def, step.column), rows)) continue;
    const body = context.workbook.tables.getItem(table.key).getDataBodyRange();
    setFormula(
      body.getColumn(positionOf(table, step.column)),
      `=${renderFormula(step.formula, step.table, run.plan.names, 'live')}`,
    );
  }
}

/** Queues choices and conditional formats of new tables, or of all while an installation is unfinished. */
export function writeRules(context: Excel.RequestContext, run: PlanRun, layout: Layout): void {
  const added = new Set(stepsOf(run.plan, 'table').map((step) => step.table));
  const isUnfinished = run.before.schemaVersion === 0;
  for (const { id } of template.tables) {
    const table = layout.tables.get(id);
    if (table && (isUnfinished || added.has(id))) writeTableRules(context, table);
  }
}

function writeTableRules(context: Excel.RequestContext, table: LiveTable): void {
  const rows = { top: table.top, count: table.rows };
  setValidations(context, table, rows);
  if (!tableDef(table.id).marks?.length) return;
  clearMarks(context, table, rows);
  setMarks(context, table, rows);
}
