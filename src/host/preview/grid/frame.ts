import type { IColumnData, IRowData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { columnWidth } from '../../edit/format';
import { usedArea } from '../../edit/write';
import { type Area, isEntireColumns, isEntireRows, lastColumn, lastRow } from '../../store/address';
import { type Sheet, STANDARD_HEIGHT, STANDARD_WIDTH } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

/** Pixels per point at 96 dpi: the host measures in points, the screen in pixels. */
export const PIXELS_PER_POINT = 96 / 72;

/** Empty cells around the used ones, so that there is room to type. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 12;

/** Width of a bold caption in pixels. */
export type MeasureText = (text: string) => number;

export const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/**
 * What the grid must know before it draws: sheets, sizes, hidden rows and columns, frozen panes, merges. No cell is in
 * here: the grid asks for each one when it draws it ({@link drawCell}).
 */
export function frameOf(workbook: Workbook, measure: MeasureText): IWorkbookData {
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  return {
    id: 'workbook',
    name: workbook.name,
    appVersion: '',
    locale: undefined as never,
    styles: {},
    sheetOrder: visible.map((sheet) => sheet.id),
    sheets: Object.fromEntries(visible.map((sheet) => [sheet.id, sheetFrame(workbook, sheet, measure)])),
  };
}

function sheetFrame(workbook: Workbook, sheet: Sheet, measure: MeasureText): Partial<IWorksheetData> {
  const areas = [usedArea(sheet, false), ...selectedAreas(workbook, sheet)].filter((area) => area !== null);
  const count = (last: (area: Area) => number) => Math.max(0, ...areas.map((area) => last(area) + 1));
  return {
    id: sheet.id,
    name: sheet.name,
    rowCount: roundUp(count(lastRow) + SPARE_ROWS, 100),
    columnCount: roundUp(count(lastColumn) + SPARE_COLUMNS, 13),
    defaultColumnWidth: pixels(STANDARD_WIDTH),
    defaultRowHeight: pixels(STANDARD_HEIGHT),
    columnData: columnData(sheet),
    rowData: rowsOf(workbook, sheet, measure),
    freeze: freezeOf(sheet),
    mergeData: sheet.merges.map(rangeOf),
    showGridlines: sheet.showGridlines ? 1 : 0,
    cellData: {},
  };
}

/** Cells selected far below the others are shown, too; whole rows and columns end where the grid does. */
const selectedAreas = ({ selection }: Workbook, sheet: Sheet): readonly Area[] =>
  selection.sheet === sheet ? selection.areas.filter((area) => !isEntireRows(area) && !isEntireColumns(area)) : [];

/** Whole steps: a workbook that grows by a row keeps its frame. */
const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step;

export const rangeOf = (area: Area) => ({
  startRow: area.row,
  endRow: lastRow(area),
  startColumn: area.column,
  endColumn: lastColumn(area),
});

function columnData(sheet: Sheet): Record<number, IColumnData> {
  const data: Record<number, IColumnData> = {};
  for (const [column, width] of sheet.columnWidths) data[column] = { w: pixels(width) };
  for (const column of sheet.hiddenColumns) data[column] = { ...data[column], hd: 1 };
  return data;
}

const rowsOf = (workbook: Workbook, sheet: Sheet, measure: MeasureText): Record<number, IRowData> => ({
  ...captionRows(workbook, sheet, measure),
  ...rowData(sheet),
});

/** Excel gives wrapped captions the height they need when a file opens; rows of a given height keep it. */
function captionRows(workbook: Workbook, sheet: Sheet, measure: MeasureText): Record<number, IRowData> {
  const data: Record<number, IRowData> = {};
  for (const table of workbook.tablesOn(sheet)) {
    if (!table.header) continue;
    const lines = table.columns.map(({ name }, index) => captionLines(sheet, table.area.column + index, name, measure));
    const most = Math.max(1, ...lines);
    if (most > 1) data[table.area.row] = { h: pixels(STANDARD_HEIGHT) * most, ia: 0 };
  }
  return data;
}

function captionLines(sheet: Sheet, column: number, caption: string, measure: MeasureText): number {
  if (sheet.hiddenColumns.has(column)) return 1;
  const room = pixels(columnWidth(sheet, column)) - 6;
  return Math.min(3, Math.ceil(measure(caption) / Math.max(1, room)));
}

function rowData(sheet: Sheet): Record<number, IRowData> {
  const data: Record<number, IRowData> = {};
  for (const [row, height] of sheet.rowHeights) data[row] = { h: pixels(height), ia: 0 };
  for (const row of [...sheet.hiddenRows, ...sheet.filteredRows]) data[row] = { ...data[row], hd: 1 };
  return data;
}

/** Rows and columns that stay while the sheet is scrolled. Entire frozen columns freeze no row, and vice versa. */
export function frozenLines({ freeze }: Sheet): { rows: number; columns: number } {
  if (!freeze) return { rows: 0, columns: 0 };
  return {
    rows: isEntireColumns(freeze) ? 0 : lastRow(freeze) + 1,
    columns: isEntireRows(freeze) ? 0 : lastColumn(freeze) + 1,
  };
}

/** What the frozen rows and columns take of the screen, in pixels. */
export function frozenSize(workbook: Workbook, sheet: Sheet, measure: MeasureText): { left: number; top: number } {
  const { rows, columns } = frozenLines(sheet);
  const [heights, widths] = [rowsOf(workbook, sheet, measure), columnData(sheet)];
  const total = (count: number, size: (line: number) => number) =>
    Array.from({ length: count }, (_, line) => size(line)).reduce((sum, each) => sum + each, 0);
  return {
    left: total(columns, (column) => (widths[column]?.hd ? 0 : (widths[column]?.w ?? pixels(STANDARD_WIDTH)))),
    top: total(rows, (row) => (heights[row]?.hd ? 0 : (heights[row]?.h ?? pixels(STANDARD_HEIGHT)))),
  };
}

function freezeOf(sheet: Sheet): IWorksheetData['freeze'] {
  const { rows, columns } = frozenLines(sheet);
  return { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
}
