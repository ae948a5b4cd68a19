import type { MetaRow } from '../../template/bindings';
import type { Cell } from '../../template/codec';
import { schemaVersion } from '../../template/load';
import { versionName } from '../../template/definedNames';
import type { Layout, LiveTable } from '../layout';
import { stepsOf, type PlanRun } from './environment';

export const metaCells = (rows: readonly MetaRow[]): Cell[][] =>
  rows.map(({ kind, table, column, name, officeId }) => [kind, table, column, name, officeId]);

/** Queues the meta rows in place of those that stand there. */
export function writeMeta(context: Excel.RequestContext, meta: LiveTable, rows: readonly MetaRow[]): void {
  const sheet = context.workbook.worksheets.getItem(meta.sheet);
  const table = context.workbook.tables.getItem(meta.key);
  if (rows.length !== meta.rows) table.resize(sheet.getRangeByIndexes(meta.top - 1, meta.left, rows.length + 1, 5));
  sheet.getRangeByIndexes(meta.top, meta.left, rows.length, 5).values = metaCells(rows);
}

/** Early meta rows for tables that an older workbook gains, see `addSheetsAndTables`. */
export function writeEarlyMeta(context: Excel.RequestContext, run: PlanRun, layout: Layout): void {
  const meta = layout.tables.get('meta');
  const [step] = stepsOf(run.plan, 'meta');
  if (meta && step) writeMeta(context, meta, step.rows);
}

/** Queues the last step: which of Excel's column ids is which column, and the version, without which nothing is finished. */
export function finishMeta(context: Excel.RequestContext, run: PlanRun, layout: Layout): void {
  const [step] = stepsOf(run.plan, 'meta');
  const meta = layout.tables.get('meta');
  if (!step || !meta) return;
  writeMeta(
    context,
    meta,
    step.rows.map((row) => ({ ...row, officeId: officeIdOf(row, layout) ?? row.officeId })),
  );
  if (versionName in layout.state.names) context.workbook.names.getItem(versionName).formula = `=${schemaVersion}`;
  else context.workbook.names.add(versionName, `=${schemaVersion}`).visible = false;
}

function officeIdOf(row: MetaRow, layout: Layout): number | undefined {
  if (row.kind === 'table') return 0;
  const table = layout.tables.get(row.table);
  const found = layout.state.tables.find((candidate) => candidate.name === table?.name);
  return found?.columns.find(({ caption }) => caption === row.name)?.officeId;
}
