import { metaCells, type MetaRow } from '../../template/bindings';
import type { Cell } from '../../template/codec';
import { dashboardName, versionName, workbookName } from '../../template/definedNames';
import { schemaVersion } from '../../template/load';
import { stepsOf, type Stage } from '../../template/stages';
import { workbookPrefix } from '../../template/workbookId';
import type { Layout, LiveTable } from '../layout';
import { adoptTables } from './adopt';
import { addColumns } from './columns';
import { tableOf, type PlanRun } from './environment';
import { inPlace } from './metaPlaces';
import { buildSheet } from './structure';

/** Rows as the meta table takes them; columns that are not ours are left alone. */
export const metaValues = (rows: readonly MetaRow[], columns: readonly (string | null)[]): Cell[][] =>
  rows.map((row) => columns.map((column) => (column === null ? null : (metaCells(row)[column] ?? null))));

/** Queues the meta rows in place of those that stand there: room before it is needed, none given up before it is free. */
function writeMeta(context: Excel.RequestContext, layout: Layout, meta: LiveTable, given: readonly MetaRow[]): void {
  const rows = inPlace(given, layout.state.meta);
  const sheet = context.workbook.worksheets.getItem(meta.sheet);
  const table = context.workbook.tables.getItem(meta.key);
  const width = meta.columnIds.length;
  const resize = () => table.resize(sheet.getRangeByIndexes(meta.top - 1, meta.left, rows.length + 1, width));
  if (rows.length > meta.rows) resize();
  sheet.getRangeByIndexes(meta.top, meta.left, rows.length, width).values = metaValues(rows, meta.columnIds);
  if (rows.length < meta.rows) resize();
}

/**
 * Queues the first stage: the identity, which only one of two simultaneous installations can add; then the meta table
 * with the names that everything else will have, so that whatever stops the rest, the next plan knows it for ours.
 */
export function openBook(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  if (stepsOf(stage, 'identity').length && !(workbookName in layout.state.names))
    context.workbook.names.add(workbookName, `="${run.ids(workbookPrefix)}"`).visible = false;
  buildSheet(context, run, stage, layout);
  const meta = layout.tables.get('meta');
  const [step] = stepsOf(run.plan, 'meta');
  if (meta && step) writeMeta(context, layout, meta, step.rows);
  adoptTables(context, stage);
  addColumns(context, run, stage, layout);
}

/**
 * Queues the last stage: which of Excel's column ids is which column, what is hidden, and the version, without which
 * nothing is finished.
 */
export function closeBook(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  const rows = stepsOf(stage, 'meta').flatMap((step) => step.rows);
  writeMeta(
    context,
    layout,
    tableOf(layout, run, 'meta'),
    rows.map((row) => ({ ...row, officeId: officeIdOf(row, layout) ?? row.officeId })),
  );
  hideNames(context, layout);
  const { names } = context.workbook;
  const version = versionName in layout.state.names ? names.getItem(versionName) : names.add(versionName, '=0');
  version.visible = false;
  version.formula = `=${schemaVersion}`;
}

/** A request that was cut short may have added a name and not come to hide it. */
function hideNames({ workbook }: Excel.RequestContext, { state }: Layout): void {
  for (const name of [workbookName, dashboardName])
    if (name in state.names) workbook.names.getItem(name).visible = false;
}

function officeIdOf(row: MetaRow, layout: Layout): number | undefined {
  const table = layout.tables.get(row.table);
  if (row.kind === 'table') return table && 0;
  const found = layout.state.tables.find((candidate) => candidate.name === table?.name);
  return found?.columns.find(({ caption }) => caption === row.name)?.officeId;
}
