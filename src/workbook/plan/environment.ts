import type { RunOptions } from '../../actions/home';
import { CrmError } from '../../shared/errors';
import type { IdSource } from '../../shared/ids';
import type { WorkbookState } from '../../template/bindings';
import type { Plan } from '../../template/plan';
import type { Layout, LiveTable } from '../layout';

/** What every applier gets: the plan, the workbook before it, and the clock. */
export interface PlanRun {
  readonly plan: Plan;
  readonly before: WorkbookState;
  readonly date1904: boolean;
  /** Today's serial by the caller's clock: the hidden calendar lies around it. */
  readonly clock: number;
  readonly ids: IdSource;
  readonly options: RunOptions;
}

/** A table that an earlier stage made or found. Throws `layoutChanged` when somebody took it away meanwhile. */
export function tableOf(layout: Layout, { plan }: PlanRun, table: string): LiveTable {
  const found = layout.tables.get(table);
  if (!found) throw new CrmError('layoutChanged', { table: plan.names.tableName(table) });
  return found;
}

/** Width in points of a column that shows this many characters of the standard font (7 pixels each, 5 of padding). */
export const pointsOf = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

/** Nobody watches a sheet being built cell by cell; both end by themselves with the next sync. */
export function quietly(context: Excel.RequestContext): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
}
