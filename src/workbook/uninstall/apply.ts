import type { RunOptions } from '../../actions/home';
import { CrmError } from '../../shared/errors';
import { refuseNewer } from '../../template/bindings';
import { dashboardName } from '../../template/definedNames';
import { sheetOfName, type RemovalPlan, type RemovalStep } from '../../template/uninstall';
import type { Gateway } from '../gateway';
import { locate } from '../inspect';
import type { Layout, LiveTable } from '../layout';
import { removeRules } from './removeRules';
import { deleteSheets } from './deleteSheets';
import { isTitleOf } from './sharedSheets';

/**
 * Takes the CRM out of the live workbook step by step, one request for the change of each; it may be cancelled between
 * them. Whatever stops it, planning and applying again goes on where it stopped.
 * @throws CrmError `readOnly`, `structureLocked`, `newerSchema` before the first write
 */
export async function applyRemoval(gateway: Gateway, plan: RemovalPlan, options: RunOptions): Promise<void> {
  const total = plan.steps.length;
  if (total) await gateway.run(checkLocks);
  for (const [index, step] of plan.steps.entries()) {
    options.signal?.throwIfAborted();
    const label = `uninstall.${step.kind}`;
    options.onProgress?.({ done: index, total, label });
    await gateway.run(async (context) => apply(context, await locate(context), step));
    options.onProgress?.({ done: index + 1, total, label });
  }
}

async function checkLocks(context: Excel.RequestContext): Promise<void> {
  const { workbook } = context;
  workbook.load('readOnly,protection/protected');
  const { state } = await locate(context);
  refuseNewer(state);
  if (workbook.readOnly) throw new CrmError('readOnly');
  if (workbook.protection.protected) throw new CrmError('structureLocked');
  const sheets = state.sheets.map((name) => workbook.worksheets.getItem(name).load('name,protection/protected'));
  await context.sync();
  const ours = new Set(state.tables.map(({ sheet }) => sheet));
  const locked = sheets.filter(({ name, protection }) => protection.protected && ours.has(name));
  if (locked.length) throw new CrmError('sheetProtected', { sheet: locked.map(({ name }) => name).join(', ') });
}

type Of<K extends RemovalStep['kind']> = Extract<RemovalStep, { kind: K }>;
type Applier<K extends RemovalStep['kind']> = (
  context: Excel.RequestContext,
  layout: Layout,
  step: Of<K>,
) => Promise<void>;

function apply(context: Excel.RequestContext, layout: Layout, step: RemovalStep): Promise<void> {
  const applier = appliers[step.kind] as Applier<RemovalStep['kind']>;
  return applier(context, layout, step);
}

const appliers: { readonly [K in RemovalStep['kind']]: Applier<K> } = {
  remnants: (context, layout, { sheets }) => deleteSheets(context, layout, sheets),
  freeze: async (context, layout, step) => {
    const table = layout.tables.get(step.table);
    if (!table) return;
    for (const caption of step.columns.filter((name) => table.captions.includes(name)))
      freeze(columnOf(context, table, caption).getDataBodyRange());
    await removeRules(context, table);
  },
  dropColumns: async (context, layout, step) => {
    const table = layout.tables.get(step.table);
    for (const caption of step.columns)
      if (table?.captions.includes(caption)) columnOf(context, table, caption).delete();
    await context.sync();
  },
  dashboard: async (context, layout, step) => {
    const sheet = sheetOfName(layout.state, dashboardName);
    if (sheet === null) return;
    if (!step.freeze) return deleteSheets(context, layout, [sheet]);
    freeze(context.workbook.worksheets.getItem(sheet).getUsedRange());
    context.workbook.names.getItem(dashboardName).delete();
    await context.sync();
  },
  table: async (context, layout, step) => {
    const table = layout.tables.get(step.table);
    if (!table) return;
    if (step.sheet !== null) return deleteSheets(context, layout, [table.sheet]);
    await clearTable(context, table);
  },
  names: async (context, { state }, { names }) => {
    for (const name of names) if (name in state.names) context.workbook.names.getItem(name).delete();
    await context.sync();
  },
  book: async (context, layout, { sheet, names }) => {
    for (const name of names) if (name in layout.state.names) context.workbook.names.getItem(name).delete();
    const meta = layout.tables.get('meta');
    if (meta && sheet !== null) return deleteSheets(context, layout, [meta.sheet]);
    if (meta) return clearTable(context, meta);
    await context.sync();
  },
};

const columnOf = (context: Excel.RequestContext, table: LiveTable, caption: string): Excel.TableColumn =>
  context.workbook.tables.getItem(table.key).columns.getItem(caption);

/** Values in place of formulas, inside Excel: nothing is read that could come back as something else. */
const freeze = (range: Excel.Range): void => range.copyFrom(range, 'Values');

/** Queues and does: a table without its cells, and its title; nothing around it moves. */
async function clearTable(context: Excel.RequestContext, { key, sheet, id, top, left }: LiveTable): Promise<void> {
  const table = context.workbook.tables.getItem(key);
  const title =
    top >= 3
      ? context.workbook.worksheets
          .getItem(sheet)
          .getCell(top - 3, left)
          .load('values')
      : null;
  await context.sync();
  if (title && isTitleOf(id, String(title.values[0]![0]))) title.clear();
  const range = table.getRange();
  range.clear();
  table.convertToRange();
  await context.sync();
}
