import type { MetaRow } from '../../template/bindings';
import { codecOf, numberFormats, type Cell, type CodecContext } from '../../template/codec';
import { defaultLabels } from '../../template/labels';
import { columnDef, isComputed, tableDef, template } from '../../template/load';
import { calendarSpan } from '../../template/records';
import { seedRows } from '../../template/seed';
import type { ColumnDef, TableDef } from '../../template/types';
import type { Step } from '../../template/plan';
import { encodeCell, textFormat } from '../encode';
import { setNumberFormat } from '../gateway';
import { stepsOf, type Stage } from '../../template/stages';
import { workName } from '../../template/remnants';
import type { Layout } from '../layout';
import { pointsOf, quietly, type PlanRun } from './environment';
import { deleteSheet } from './clean';
import { metaValues } from './meta';

type TableStep = Extract<Step, { kind: 'table' }>;

/**
 * Queues one sheet with the tables that are missing on it, filled with what a new workbook starts with, under a name
 * that tells it is not finished; it gets its own name last. What an earlier attempt left is built anew.
 */
export function buildSheet(context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout): void {
  const [step] = stepsOf(stage, 'sheet');
  const tables = stepsOf(stage, 'table').filter(({ table }) => !layout.tables.has(table));
  if (!step || !tables.length) return;
  quietly(context);
  const sheet = beginSheet(context, step, layout);
  for (const table of tables) addTable(sheet, table, run);
  finishSheet(sheet, step);
}

type SheetStep = Extract<Step, { kind: 'sheet' }>;

/** Queues an empty sheet under its work name. */
export function beginSheet(context: Excel.RequestContext, step: SheetStep, { state }: Layout): Excel.Worksheet {
  const name = workName(step.sheet);
  if (state.sheets.includes(name)) deleteSheet(context, name);
  return context.workbook.worksheets.add(name);
}

/** Queues the look of a sheet and, last, its own name: from then on it counts as done. */
export function finishSheet(sheet: Excel.Worksheet, step: SheetStep): void {
  if (step.tabColor) sheet.tabColor = step.tabColor;
  if (step.visibility !== 'visible') sheet.visibility = visibilities[step.visibility];
  sheet.name = step.name;
}

const visibilities = { hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function addTable(sheet: Excel.Worksheet, step: TableStep, run: PlanRun): void {
  const def = tableDef(step.table);
  const rows = rowsOf(step, run);
  const columns = step.columns.map(({ id }) => columnDef(def, id));
  if (step.title) addTitle(sheet.getCell(step.row - 2, step.column), step.title);
  formatColumns(sheet, step, columns, rows.length);
  const range = sheet.getRangeByIndexes(step.row, step.column, rows.length + 1, columns.length);
  range.values = [step.columns.map(({ caption }) => caption), ...rows];
  const table = sheet.tables.add(range, true);
  table.name = step.name;
  table.style = 'TableStyleMedium2';
  table.showFilterButton = def.group === 'data';
  formatHeader(sheet.getRangeByIndexes(step.row, step.column, 1, columns.length));
  if (step.row === 0 && def.group === 'data') sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, 2));
}

function addTitle(cell: Excel.Range, title: string): void {
  cell.values = [[title]];
  cell.format.font.bold = true;
  cell.format.font.size = 13;
  cell.format.font.color = '#0F6CBD';
}

function formatHeader(header: Excel.Range): void {
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = 'Center';
}

/** Number formats come before values (#12), by column: cell by cell would be ruinous. */
function formatColumns(sheet: Excel.Worksheet, step: TableStep, columns: readonly ColumnDef[], rows: number): void {
  columns.forEach((column, index) => {
    const body = sheet.getRangeByIndexes(step.row + 1, step.column + index, rows, 1);
    formatBody(body, column);
    const { caption } = step.columns[index]!;
    body.format.columnWidth = pointsOf(column.width ?? captionWidth(caption));
    if (column.hidden) body.columnHidden = true;
  });
  settingFormats(tableDef(step.table)).forEach((format, row) => {
    const position = columns.findIndex((column) => column.type === 'any');
    if (format) setNumberFormat(sheet.getCell(step.row + 1 + row, step.column + position), format);
  });
}

/** A formula in a cell formatted as text would stay text, so computed text is General. */
export function bodyFormat(column: ColumnDef): string {
  const wanted = numberFormats[column.type];
  return isComputed(column) && wanted === textFormat ? general : wanted;
}

const general = 'General';

/** The look of a new column; the cells of a new sheet are General already. */
export function formatBody(body: Excel.Range, column: ColumnDef): void {
  const format = bodyFormat(column);
  if (format !== general) setNumberFormat(body, format);
  if (isComputed(column)) body.format.font.color = '#44546A';
}

/** CJK characters take two columns. */
const captionWidth = (caption: string): number =>
  Math.max(10, [...caption].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0) + 4);

/** Number formats of the value cells of the settings table, by row. */
const settingFormats = (def: TableDef): (string | null)[] =>
  (def.rows ?? []).map((row) => (typeof row.format === 'string' ? row.format : null));

/** Number format of the value of one setting; `null` = that of the column. */
export function settingFormat(table: string, key: string): string | null {
  const def = tableDef(table);
  return settingFormats(def)[(def.rows ?? []).findIndex((row) => row.key === key)] ?? null;
}

/** Rows of a new table by position; a table without rows gets one blank row, because Excel knows no empty table. */
function rowsOf(step: TableStep, run: PlanRun): Cell[][] {
  if (step.table === 'meta')
    return metaValues(
      metaRowsOf(run),
      step.columns.map(({ id }) => id),
    );
  const def = tableDef(step.table);
  const labels = defaultLabels(template, run.plan.language);
  const context: CodecContext = { labels, date1904: run.date1904 };
  const options = { language: run.plan.language, labels, calendar: calendarSpan({ records: {}, clock: run.clock }) };
  const rows = seedRows(def, options).map((row) =>
    step.columns.map(({ id }) => cellOf(columnDef(def, id), row[id] ?? null, context)),
  );
  return rows.length ? rows : [step.columns.map(() => '')];
}

/** Captions and codes of our own need no apostrophe; what reads as something else gets one. */
const cellOf = (column: ColumnDef, value: string | number | boolean | null, context: CodecContext): Cell =>
  isComputed(column)
    ? ''
    : column.type === 'list'
      ? (codecOf(column, context).encode(value) ?? '')
      : encodeCell(column, value, context);

const metaRowsOf = (run: PlanRun): readonly MetaRow[] => stepsOf(run.plan, 'meta')[0]?.rows ?? [];
