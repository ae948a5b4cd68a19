import { columnDef, tableDef } from '../../template/load';
import { stepsOf, type Stage } from '../../template/stages';
import { once, setNumberFormat } from '../gateway';
import type { Layout, LiveTable } from '../layout';
import { pointsOf, tableOf, type PlanRun } from './environment';
import { bodyFormat, formatBody } from './structure';

/** Queues the columns that a table lacks, at its right end, and the look of those that are not finished. */
export function addColumns(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  const steps = stepsOf(stage, 'column');
  for (const id of new Set(steps.map(({ table }) => table))) {
    const live = tableOf(layout, run, id);
    const captions = steps.filter(({ table }) => table === id).map(({ column }) => column.caption);
    widen(
      context,
      layout,
      live,
      captions.filter((caption) => !live.captions.includes(caption)),
    );
  }
  for (const { table, column } of steps) {
    const def = columnDef(tableDef(table), column.id);
    const { columns } = context.workbook.tables.getItem(tableOf(layout, run, table).key);
    const body = columns.getItem(column.caption).getDataBodyRange();
    // A new column may take over the format of its neighbour, and a formula in a text cell would stay text.
    setNumberFormat(body, bodyFormat(def));
    formatBody(body, def);
    if (def.width) body.format.columnWidth = pointsOf(def.width);
    if (def.hidden) body.columnHidden = true;
  }
}

/**
 * `columns.add` moves the cells on the right, and Excel refuses when they belong to a neighbour of another height: beside
 * neighbours the table grows over whole sheet columns that are inserted for it.
 */
function widen(context: Excel.RequestContext, layout: Layout, live: LiveTable, captions: readonly string[]): void {
  if (!captions.length) return;
  const table = context.workbook.tables.getItem(live.key);
  const neighbours = [...layout.tables.values()].filter(({ sheet, left }) => sheet === live.sheet && left > live.left);
  if (!neighbours.length) {
    for (const caption of captions) table.columns.add(undefined, undefined, caption);
    return;
  }
  const sheet = context.workbook.worksheets.getItem(live.sheet);
  const right = live.left + live.captions.length;
  const inserted = once(sheet.getRangeByIndexes(0, right, 1, captions.length).getEntireColumn()).insert('Right');
  once(inserted).clear('Formats');
  const whole = table.getRange().getResizedRange(0, captions.length);
  // The apostrophe keeps what reads as something else a text.
  once(sheet.getRangeByIndexes(live.top - 1, right, 1, captions.length)).values = [captions.map((text) => `'${text}`)];
  table.resize(whole);
}
