import { CrmError } from '../shared/errors';
import { planColumnSwitch, type ColumnPlace, type ColumnSwitch, type FormulaKind } from '../template/switchable';
import type { LiveHome, PlanReport, RunOptions } from './home';

type Columns = Pick<LiveHome, 'lookAtColumns' | 'switchColumns'>;

/**
 * What turning a column into its =CRM.* twin, or back into its native formula, would do (decision 9): shown to the person
 * before it is done. Without steps the column is there already.
 * @throws CrmError `noTwin`, `ownFormula`, `holdsValues`, `tooManyRowsToSwitch`, `columnsApart`
 */
export async function planSwitch(home: Columns, place: ColumnPlace, to: FormulaKind): Promise<ColumnSwitch> {
  const found = await home.lookAtColumns();
  const column = found.columns.find(({ table, column: id }) => table === place.table && id === place.column);
  if (!column) throw new CrmError('noTwin', { ...place });
  return planColumnSwitch(found, [column], to);
}

/**
 * Does what was planned. A cell in which a person put something of their own meanwhile stays and is counted; switching to
 * the other kind takes it back.
 */
export const switchColumn = (home: Columns, change: ColumnSwitch, options: RunOptions = {}): Promise<PlanReport> =>
  change.plan.steps.length ? home.switchColumns(change, options) : Promise.resolve({ skipped: [], kept: [] });
