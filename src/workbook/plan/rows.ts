import type { PlanReport } from '../../actions/home';
import { CrmError } from '../../shared/errors';
import { fold } from '../../shared/text';
import type { Cell } from '../../template/codec';
import { defaultLabels, labelKey } from '../../template/labels';
import { tableDef, template } from '../../template/load';
import { placesFor, type Place, type RowStep } from '../../template/planRows';
import { calendarSpan } from '../../template/records';
import { seedRows, type SeedRow } from '../../template/seed';
import { stepsOf, type Stage } from '../../template/stages';
import type { ColumnDef } from '../../template/types';
import { encodeCell, inputColumnsOf } from '../encode';
import { once, setNumberFormat, valuesOf, type Gateway } from '../gateway';
import { locate } from '../inspect';
import type { LiveTable } from '../layout';
import { tableOf, type PlanRun } from './environment';
import { bodyFormat, settingFormat } from './structure';

const sheetRows = 1_048_576;

/**
 * Adds the rows that tables of labels and settings lack: cells are inserted in the table's own columns, so that tables
 * beside it stay where they are; at the end the table grows over free cells. Room comes before values: what a cut leaves
 * are blank rows in the right place, which the next attempt fills.
 * @throws CrmError `layoutChanged`, `notFound` (somebody added rows meanwhile: look again), `totalsRowShown`,
 * `cellsBelowTable` before anything is written
 */
export function addRows(gateway: Gateway, run: PlanRun, stage: Stage): Promise<Partial<PlanReport>> {
  return gateway.run(async (context) => {
    const layout = await locate(context);
    const looks = stepsOf(stage, 'rows').map((step) => {
      const table = tableOf(layout, run, step.table);
      return { step, table, room: lookAtRoom(context, table), body: bodyOf(context, table) };
    });
    await context.sync();
    for (const { room } of looks) room();
    for (const { step, table, body } of looks) writeRows(context, run, { step, table, body: cellsOf(body, table) });
    await context.sync();
    return {};
  });
}

/**
 * Queues the look whether rows can be made: everything below a table in its columns would move. The returned check, after
 * the sync, throws `totalsRowShown` or `cellsBelowTable`.
 */
export function lookAtRoom(context: Excel.RequestContext, table: LiveTable): () => void {
  const excelTable = context.workbook.tables.getItem(table.key).load('showTotals');
  const end = table.top + table.rows;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const below = once(sheet.getRangeByIndexes(end, table.left, sheetRows - end, table.captions.length));
  const used = below.getUsedRangeOrNullObject(true).load('address');
  return () => {
    if (excelTable.showTotals) throw new CrmError('totalsRowShown', { table: table.name });
    if (!used.isNullObject) throw new CrmError('cellsBelowTable', { table: table.name, address: used.address });
  };
}

const bodyOf = (context: Excel.RequestContext, { key }: LiveTable): Excel.Range =>
  once(context.workbook.tables.getItem(key).getDataBodyRange()).load('values');

function cellsOf(body: Excel.Range, table: LiveTable): Cell[][] {
  const cells = valuesOf(body);
  if (cells.length !== table.rows) throw new CrmError('layoutChanged', { table: table.name });
  return cells;
}

const columnAt = (cells: readonly Cell[][], { columnIds }: LiveTable, column: string): Cell[] => {
  const position = columnIds.indexOf(column);
  return cells.map((row) => row[position] ?? '');
};

interface Task {
  readonly step: RowStep;
  readonly table: LiveTable;
  readonly body: readonly Cell[][];
}

/** From the bottom up, so that the rows above stay where they were found. */
function writeRows(context: Excel.RequestContext, run: PlanRun, task: Task): void {
  const { table, body } = task;
  const rows = missingRows(run, task);
  const groups = columnAt(body, table, 'list').map((group, row) => (isBlank(table, body[row]!) ? null : String(group)));
  if (rows.length) guardPlace(context, table);
  for (const place of placesFor(groups, rows.map(groupOf)).reverse()) {
    makeRoom(context, table, place);
    fill(
      context,
      run,
      table,
      place.at,
      place.rows.map((row) => rows[row]!),
    );
  }
}

/**
 * Queues what stops the request when the table's last row is no longer where it was: somebody else added rows since the
 * look, perhaps the same ones. Ranges that do not intersect are an error to Excel.
 */
function guardPlace(context: Excel.RequestContext, { key, sheet, top, left, rows }: LiveTable): void {
  const last = once(once(context.workbook.tables.getItem(key).getDataBodyRange()).getLastRow());
  const seen = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top + rows - 1, left, 1, 1);
  once(last.getIntersection(once(seen)));
}

/** The list of an entry; settings are one group. */
const groupOf = (row: SeedRow): string => String(row.list ?? '');

const isBlank = (table: LiveTable, cells: readonly Cell[]): boolean =>
  inputColumnsOf(table).every((column, position) => !column || cells[position] === '');

/** Rows as a new workbook has them, without those that came to be there meanwhile. */
function missingRows(run: PlanRun, { step, table, body }: Task): SeedRow[] {
  const there = new Set(columnAt(body, table, 'key').map((key) => fold(String(key))));
  const wanted = new Set(step.keys);
  const options = {
    language: run.plan.language,
    labels: defaultLabels(template, run.plan.language),
    calendar: calendarSpan({ records: {}, clock: run.clock }),
  };
  const rows = seedRows(tableDef(step.table), options).filter(
    ({ key }) => wanted.has(String(key)) && !there.has(fold(String(key))),
  );
  return step.table === 'lists' ? unlike(rows, table, body) : rows;
}

/** Two entries of a list with one label would be one choice: ours then shows its code as well. */
function unlike(rows: readonly SeedRow[], table: LiveTable, body: readonly Cell[][]): SeedRow[] {
  const label = columnAt(body, table, 'label');
  const taken = new Set(
    columnAt(body, table, 'list').map((list, row) => fold(labelKey(String(list), String(label[row])))),
  );
  return rows.map((row) => {
    const isTaken = taken.has(fold(labelKey(String(row.list), String(row.label))));
    return isTaken ? { ...row, label: `${String(row.label)} (${String(row.code)})` } : row;
  });
}

function makeRoom(context: Excel.RequestContext, table: LiveTable, { at, count, blank }: Place): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const { top, left, rows, captions } = table;
  const more = count - blank;
  if (more === 0) return;
  if (at + blank < rows)
    once(once(sheet.getRangeByIndexes(top + at + blank, left, more, captions.length)).insert('Down'));
  else {
    const whole = sheet.getRangeByIndexes(top - 1, left, rows + more + 1, captions.length);
    context.workbook.tables.getItem(table.key).resize(whole);
  }
}

/** Number formats come before values (#12); columns of the manager's own are left alone. */
function fill(
  context: Excel.RequestContext,
  run: PlanRun,
  table: LiveTable,
  at: number,
  rows: readonly SeedRow[],
): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const columns = inputColumnsOf(table);
  const codecs = { labels: new Map<string, string>(), date1904: run.date1904 };
  columns.forEach((column, position) => {
    if (column)
      setNumberFormat(
        once(sheet.getRangeByIndexes(table.top + at, table.left + position, rows.length, 1)),
        bodyFormat(column),
      );
  });
  rows.forEach((row, index) => formatSetting(sheet, table, columns, at + index, String(row.key)));
  const range = once(sheet.getRangeByIndexes(table.top + at, table.left, rows.length, columns.length));
  range.values = rows.map((row) =>
    columns.map((column) => (column ? encodeCell(column, row[column.id] ?? null, codecs) : null)),
  );
}

function formatSetting(
  sheet: Excel.Worksheet,
  table: LiveTable,
  columns: readonly (ColumnDef | null)[],
  row: number,
  key: string,
): void {
  const format = settingFormat(table.id, key);
  const position = columns.findIndex((column) => column?.type === 'any');
  if (format && position >= 0) setNumberFormat(once(sheet.getCell(table.top + row, table.left + position)), format);
}
