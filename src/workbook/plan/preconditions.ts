import { CrmError } from '../../shared/errors';
import { refuseNewer } from '../../template/bindings';
import { dashboardName, definedNames, workbookName } from '../../template/definedNames';
import type { Plan } from '../../template/plan';
import { brokenReference } from '../../template/remnants';
import { stepsOf } from '../../template/stages';
import { once } from '../gateway';
import type { Layout, LiveTable } from '../layout';
import { lookAtRoom } from './rows';

/**
 * Refuses before the first write what would stop a plan halfway. Names of sheets and tables that are taken are no
 * reason: ours then get another one.
 * @throws CrmError `newerSchema`, `readOnly`, `structureLocked`, `sheetProtected`, `namesTaken`, `sheetTooWide`,
 * `mergedBeside`, `totalsRowShown`, `cellsBelowTable`
 */
export async function checkPreconditions(context: Excel.RequestContext, plan: Plan, layout: Layout): Promise<void> {
  refuseNewer(layout.state);
  checkNames(plan, layout);
  const growing = growingTables(plan, layout).map((growth) => ({ ...growth, ...lookRight(context, growth) }));
  const rooms = stepsOf(plan, 'rows').flatMap(({ table }) => layout.tables.get(table) ?? []);
  const checks = [lookAtLocks(context, plan, layout), ...rooms.map((table) => lookAtRoom(context, table))];
  await context.sync();
  checks.forEach((check) => check());
  for (const growth of growing) checkRoom(growth);
}

/** Our formulas know defined names by name: a person's own of the same name would be computed with, or stand in the way. */
function checkNames(plan: Plan, { state }: Layout): void {
  const isOurs = state.schemaVersion > 0 || state.meta.length > 0 || workbookName in state.names;
  const own = new Set(
    [
      ...(isOurs ? [] : Object.keys(state.names).filter((name) => !state.names[name]!.includes(brokenReference))),
      ...state.tables.map(({ name }) => name),
    ].map((name) => name.toLowerCase()),
  );
  const wanted = [...definedNames(plan.names).map(({ name }) => name), workbookName, dashboardName];
  const taken = wanted.filter((name) => own.has(name.toLowerCase()));
  if (taken.length) throw new CrmError('namesTaken', { names: taken.join(', ') });
}

/** Queues the look at everything that a person can lock; the check runs after the sync. */
function lookAtLocks(context: Excel.RequestContext, plan: Plan, layout: Layout): () => void {
  const { workbook } = context;
  workbook.load('readOnly,protection/protected');
  const sheets = writtenSheets(plan, layout).map((name) =>
    workbook.worksheets.getItem(name).load('name,protection/protected'),
  );
  return () => {
    if (workbook.readOnly) throw new CrmError('readOnly');
    if (workbook.protection.protected && changesSheets(plan)) throw new CrmError('structureLocked');
    const locked = sheets.filter(({ protection }) => protection.protected).map(({ name }) => name);
    if (locked.length) throw new CrmError('sheetProtected', { sheet: locked.join(', ') });
  };
}

const changesSheets = (plan: Plan): boolean =>
  stepsOf(plan, 'sheet').length > 0 || stepsOf(plan, 'clean').some(({ sheets }) => sheets.length > 0);

/** Sheets that are there and that the plan writes on. */
function writtenSheets(plan: Plan, { tables }: Layout): string[] {
  const written = plan.steps.flatMap((step) => {
    if (step.kind === 'column' || step.kind === 'formula' || step.kind === 'rules' || step.kind === 'rows')
      return [step.table];
    return step.kind === 'meta' ? ['meta'] : [];
  });
  return [...new Set(written.flatMap((table) => tables.get(table)?.sheet ?? []))];
}

/** A table and how many columns it gains at its right end. */
interface Growth {
  readonly table: LiveTable;
  readonly count: number;
}

function growingTables(plan: Plan, { tables }: Layout): Growth[] {
  const steps = stepsOf(plan, 'column').filter(({ isThere }) => !isThere);
  return [...new Set(steps.map(({ table }) => table))].flatMap((id) => {
    const table = tables.get(id);
    return table ? [{ table, count: steps.filter((step) => step.table === id).length }] : [];
  });
}

const sheetColumns = 16_384;

/** Queues the look at what stands right of a table, in its rows: it moves right when the table grows. */
function lookRight(context: Excel.RequestContext, { table }: Growth) {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const end = table.left + table.captions.length;
  const beside =
    end < sheetColumns ? once(sheet.getRangeByIndexes(table.top - 1, end, table.rows + 1, sheetColumns - end)) : null;
  return {
    used: beside && once(beside.getUsedRangeOrNullObject(true)).load('columnIndex,columnCount'),
    merged: beside && beside.getMergedAreasOrNullObject().load('address'),
  };
}

type Look = ReturnType<typeof lookRight>;

function checkRoom({ table, count, used, merged }: Growth & Look): void {
  const beside = used && !used.isNullObject ? used.columnIndex + used.columnCount : 0;
  const end = Math.max(beside, table.left + table.captions.length);
  if (end + count > sheetColumns) throw new CrmError('sheetTooWide', { sheet: table.sheet, columns: count });
  if (merged && !merged.isNullObject)
    throw new CrmError('mergedBeside', { table: table.name, address: merged.address });
}
