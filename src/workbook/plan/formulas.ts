import { renderFormula } from '../../template/formula';
import { columnDef, tableDef } from '../../template/load';
import { formulaAffordable } from '../../template/planFormulas';
import { stepsOf, type Stage } from '../../template/stages';
import { setFormula } from '../gateway';
import { positionOf, type Layout, type LiveTable } from '../layout';
import { clearMarks, setMarks, setValidations } from '../rules';
import { quietly, tableOf, type PlanRun } from './environment';

/** Queues the calculated columns; those that would be too slow with this much data stay values of Refresh (decision 8). */
export function writeFormulas(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  quietly(context);
  const rows = (table: string) => layout.tables.get(table)?.rows ?? 0;
  for (const step of stepsOf(stage, 'formula').filter(({ instead }) => instead === undefined)) {
    const table = tableOf(layout, run, step.table);
    const def = tableDef(step.table);
    if (!formulaAffordable(def, columnDef(def, step.column), rows)) continue;
    const body = context.workbook.tables.getItem(table.key).getDataBodyRange();
    setFormula(
      body.getColumn(positionOf(table, step.column)),
      `=${renderFormula(step.formula, step.table, run.plan.names, 'live')}`,
    );
  }
}

/** Queues choices and conditional formats of what is new: whole tables, or the columns that a table gained. */
export function writeRules(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  for (const { table, columns } of stepsOf(stage, 'rules'))
    writeTableRules(context, tableOf(layout, run, table), columns && new Set(columns));
}

function writeTableRules(context: Excel.RequestContext, table: LiveTable, only: ReadonlySet<string> | null): void {
  const rows = { top: table.top, count: table.rows };
  setValidations(context, table, rows, only);
  clearMarks(context, table, rows, only);
  setMarks(context, table, rows, only);
}
