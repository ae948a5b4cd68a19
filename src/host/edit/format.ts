import { type Area, forEachCell, isEntireColumns, isEntireRows, lastColumn, lastRow } from '../store/address';
import { displayText } from '../store/displayText';
import { type Sheet, STANDARD_HEIGHT, STANDARD_WIDTH } from '../store/sheet';
import { patchStyle, type StylePatch, styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';
import { assertAllowed } from './protect';
import { assertReadable } from './read';

type Restyle = (style: StylePatch | undefined, row: number, column: number) => StylePatch;

/** Changes the style of every cell of an area; entire rows and columns keep theirs as a line style. */
export function restyle(workbook: Workbook, sheet: Sheet, area: Area, change: Restyle): void {
  assertAllowed(sheet, 'allowFormatCells');
  if (isEntireColumns(area)) restyleLines(sheet, area, sheet.columnStyles, [area.column, lastColumn(area)], change);
  else if (isEntireRows(area)) restyleLines(sheet, area, sheet.rowStyles, [area.row, lastRow(area)], change);
  else {
    assertReadable(area);
    forEachCell(area, (row, column) => {
      const style = change(sheet.style(row, column), row, column);
      sheet.grid.ensure(row, column).style = style;
    });
  }
  workbook.emit({ kind: 'format', sheet, area });
}

function restyleLines(
  sheet: Sheet,
  area: Area,
  lines: Map<number, StylePatch>,
  [first, last]: [number, number],
  change: Restyle,
): void {
  for (let line = first; line <= last && lines.size < 20_000; line++)
    lines.set(line, change(lines.get(line), line, line));
  sheet.grid.forEach((row, column, { style }) => {
    if (style) sheet.grid.ensure(row, column).style = change(style, row, column);
  }, area);
}

/** Lays a patch over the style of every cell of an area. */
export function applyStyle(workbook: Workbook, sheet: Sheet, area: Area, patch: StylePatch): void {
  restyle(workbook, sheet, area, (style) => patchStyle(style, patch));
}

/** Number formats cell by cell; null leaves one. Setting a format never rereads values that are already there. */
export function setNumberFormats(workbook: Workbook, sheet: Sheet, area: Area, formats: (string | null)[][]): void {
  restyle(workbook, sheet, area, (style, row, column) => {
    const numberFormat = formats[row - area.row]?.[column - area.column];
    return numberFormat === null || numberFormat === undefined ? (style ?? {}) : patchStyle(style, { numberFormat });
  });
}

const POINTS_PER_CHARACTER = 5.25;
const PADDING = 3.75;

/** Fits column widths (points) to the longest text in the area. */
export function autofitColumns(workbook: Workbook, sheet: Sheet, area: Area): void {
  assertAllowed(sheet, 'allowFormatColumns');
  workbook.calculate();
  const longest = new Map<number, number>();
  sheet.grid.forEach((row, column) => {
    const format = styleValue(sheet.style(row, column), 'numberFormat');
    const length = displayText(sheet.value(row, column), format, workbook.date1904).length;
    longest.set(column, Math.max(longest.get(column) ?? 0, length));
  }, area);
  for (const [column, length] of longest)
    if (length > 0) sheet.columnWidths.set(column, length * POINTS_PER_CHARACTER + PADDING);
}

export function autofitRows(sheet: Sheet, area: Area): void {
  assertAllowed(sheet, 'allowFormatRows');
  for (const row of [...sheet.rowHeights.keys()])
    if (row >= area.row && row <= lastRow(area)) sheet.rowHeights.delete(row);
}

/** Characters of the standard width that a new sheet has. */
const STANDARD_CHARACTERS = 8.43;

/** The width of columns that nobody set, in points. */
export function standardWidth({ standardWidth: characters }: Sheet): number {
  return characters === STANDARD_CHARACTERS ? STANDARD_WIDTH : characters * POINTS_PER_CHARACTER + PADDING;
}

export function columnWidth(sheet: Sheet, column: number): number {
  return sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? standardWidth(sheet));
}

export function rowHeight(sheet: Sheet, row: number): number {
  return sheet.isRowHidden(row) ? 0 : (sheet.rowHeights.get(row) ?? STANDARD_HEIGHT);
}

/** Points from the top of the sheet to a row. */
export function topOf(sheet: Sheet, row: number): number {
  let top = row * STANDARD_HEIGHT;
  for (const [other, height] of sheet.rowHeights)
    if (other < row && !sheet.isRowHidden(other)) top += height - STANDARD_HEIGHT;
  for (const other of new Set([...sheet.hiddenRows, ...sheet.filteredRows])) if (other < row) top -= STANDARD_HEIGHT;
  return top;
}

/** Points from the left of the sheet to a column. */
export function leftOf(sheet: Sheet, column: number): number {
  const standard = standardWidth(sheet);
  let left = column * standard;
  for (const [other, width] of sheet.columnWidths)
    if (other < column && !sheet.hiddenColumns.has(other)) left += width - standard;
  for (const other of sheet.hiddenColumns) if (other < column) left -= standard;
  return left;
}
