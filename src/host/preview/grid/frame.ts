import type { IColumnData, IRowData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { usedArea } from '../../edit/write';
import { type Area, lastColumn, lastRow } from '../../store/address';
import { type Sheet, STANDARD_HEIGHT, STANDARD_WIDTH } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

/** Pixels per point at 96 dpi: the host measures in points, the screen in pixels. */
export const PIXELS_PER_POINT = 96 / 72;

/** Empty cells around the used ones, so that there is room to type. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 12;

export const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/**
 * What the grid must know before it draws: sheets, sizes, hidden rows and columns, frozen panes, merges. No cell is in
 * here: the grid asks for each one when it draws it ({@link drawCell}).
 */
export function frameOf(workbook: Workbook): IWorkbookData {
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  return {
    id: 'workbook',
    name: workbook.name,
    appVersion: '',
    locale: undefined as never,
    styles: {},
    sheetOrder: visible.map((sheet) => sheet.id),
    sheets: Object.fromEntries(visible.map((sheet) => [sheet.id, sheetFrame(sheet)])),
  };
}

function sheetFrame(sheet: Sheet): Partial<IWorksheetData> {
  const used = usedArea(sheet, false);
  return {
    id: sheet.id,
    name: sheet.name,
    rowCount: roundUp((used ? lastRow(used) + 1 : 0) + SPARE_ROWS, 100),
    columnCount: roundUp((used ? lastColumn(used) + 1 : 0) + SPARE_COLUMNS, 13),
    defaultColumnWidth: pixels(STANDARD_WIDTH),
    defaultRowHeight: pixels(STANDARD_HEIGHT),
    columnData: columnData(sheet),
    rowData: rowData(sheet),
    freeze: freezeOf(sheet.freeze),
    mergeData: sheet.merges.map(rangeOf),
    showGridlines: sheet.showGridlines ? 1 : 0,
    cellData: {},
  };
}

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

function rowData(sheet: Sheet): Record<number, IRowData> {
  const data: Record<number, IRowData> = {};
  for (const [row, height] of sheet.rowHeights) data[row] = { h: pixels(height), ia: 0 };
  for (const row of [...sheet.hiddenRows, ...sheet.filteredRows]) data[row] = { ...data[row], hd: 1 };
  return data;
}

function freezeOf(freeze: Area | null): IWorksheetData['freeze'] {
  if (!freeze) return { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };
  const rows = freeze.row + freeze.rows < 1e6 ? freeze.row + freeze.rows : 0;
  const columns = freeze.column + freeze.columns < 1e4 ? freeze.column + freeze.columns : 0;
  return { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
}
