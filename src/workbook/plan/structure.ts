import type { MetaRow } from '../../template/bindings';
import { codecOf, numberFormats, type Cell, type CodecContext } from '../../template/codec';
import { defaultLabels } from '../../template/labels';
import { columnDef, isComputed, tableDef, template } from '../../template/load';
import { calendarSpan } from '../../template/records';
import { seedRows } from '../../template/seed';
import type { ColumnDef, TableDef } from '../../template/types';
import type { Step } from '../../template/plan';
import { encodeCell } from '../encode';
import { setNumberFormat } from '../gateway';
import { pointsOf, quietly, stepsOf, type PlanRun } from './environment';
import { metaCells } from './meta';

type TableStep = Extract<Step, { kind: 'table' }>;

/**
 * Queues the sheets and tables that are missing, filled with what a new workbook starts with. All in one request, the
 * meta table with it: whatever stops the installation afterwards, the next plan knows these tables for its own.
 */
export function addSheetsAndTables(context: Excel.RequestContext, run: PlanRun): void {
  const steps = stepsOf(run.plan, 'table');
  if (!steps.length) return;
  quietly(context);
  const sheets = new Map(
    stepsOf(run.plan, 'sheet')
      .filter((step) => step.sheet !== 'dashboard')
      .map((step) => [step.sheet, addSheet(context, step)] as const),
  );
  for (const step of steps) addTable(sheets.get(step.sheet)!, step, run);
}

export function addSheet(context: Excel.RequestContext, step: Extract<Step, { kind: 'sheet' }>): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(step.name);
  if (step.tabColor) sheet.tabColor = step.tabColor;
  if (step.visibility !== 'visible') sheet.visibility = visibilities[step.visibility];
  return sheet;
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
export function formatBody(body: Excel.Range, column: ColumnDef): void {
  const wanted = numberFormats[column.type];
  const format = isComputed(column) && wanted === '@' ? 'General' : wanted;
  if (format !== 'General') setNumberFormat(body, format);
  if (isComputed(column)) body.format.font.color = '#44546A';
}

/** CJK characters take two columns. */
const captionWidth = (caption: string): number =>
  Math.max(10, [...caption].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0) + 4);

/** Number formats of the value cells of the settings table, by row. */
const settingFormats = (def: TableDef): (string | null)[] =>
  (def.rows ?? []).map((row) => (typeof row.format === 'string' ? row.format : null));

/** Rows of a new table by position; a table without rows gets one blank row, because Excel knows no empty table. */
function rowsOf(step: TableStep, run: PlanRun): Cell[][] {
  if (step.table === 'meta') return metaCells(metaRowsOf(run));
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
