import { HostError } from '../errors';
import { type Area, forEachCell, isEntireColumns, isEntireRows, mapArea } from '../store/address';
import { apiValue, valueType } from '../store/cell';
import { displayText } from '../store/displayText';
import type { Sheet } from '../store/sheet';
import { styleValue, type StyleKey, type CellStyle } from '../store/style';
import type { Workbook } from '../store/workbook';

/** Cells that Excel reads at once (rule `read-limit`). */
const MAX_CELLS = 5_000_000;

/** @throws ResponsePayloadSizeLimitExceeded for more cells than Excel handles at once */
export function assertReadable({ rows, columns }: Area): void {
  if (rows * columns > MAX_CELLS) throw new HostError('ResponsePayloadSizeLimitExceeded');
}

/** Entire rows and columns have no readable contents: their properties are null (rule `unbounded-values-null`). */
export function bounded<T>(area: Area, read: () => T): T | null {
  if (isEntireColumns(area) || isEntireRows(area)) return null;
  assertReadable(area);
  return read();
}

export function readValues(workbook: Workbook, sheet: Sheet, area: Area): (string | number | boolean)[][] | null {
  workbook.calculate();
  return bounded(area, () => mapArea(area, (row, column) => apiValue(sheet.value(row, column))));
}

export function readValueTypes(workbook: Workbook, sheet: Sheet, area: Area): string[][] | null {
  workbook.calculate();
  return bounded(area, () => mapArea(area, (row, column) => valueType(sheet.value(row, column))));
}

export function readFormulas(workbook: Workbook, sheet: Sheet, area: Area): (string | number | boolean)[][] | null {
  workbook.calculate();
  return bounded(area, () =>
    mapArea(area, (row, column) => sheet.cell(row, column)?.formula ?? apiValue(sheet.value(row, column))),
  );
}

export function readText(workbook: Workbook, sheet: Sheet, area: Area): string[][] | null {
  workbook.calculate();
  return bounded(area, () => mapArea(area, (row, column) => textAt(workbook, sheet, row, column)));
}

/** What one cell shows. */
export function textAt(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const format = styleValue(sheet.style(row, column), 'numberFormat');
  return displayText(sheet.value(row, column), format, workbook.date1904);
}

export function readNumberFormats(sheet: Sheet, area: Area): string[][] | null {
  return bounded(area, () => mapArea(area, (row, column) => styleValue(sheet.style(row, column), 'numberFormat')));
}

/** The value a style key has in all cells of an area, null when they differ. */
export function sharedStyle<K extends StyleKey>(sheet: Sheet, areas: readonly Area[], key: K): CellStyle[K] | null {
  const found = new Set<string>();
  let last: CellStyle[K] | null = null;
  for (const area of areas) {
    forEachStyled(sheet, area, (style) => {
      last = styleValue(style, key);
      found.add(JSON.stringify(last));
    });
  }
  return found.size === 1 ? last : null;
}

function forEachStyled(sheet: Sheet, area: Area, visit: (style: ReturnType<Sheet['style']>) => void): void {
  if (!isEntireColumns(area) && !isEntireRows(area)) {
    return forEachCell(area, (row, column) => visit(sheet.style(row, column)));
  }
  const lines = isEntireColumns(area) ? sheet.columnStyles : sheet.rowStyles;
  const [first, count] = isEntireColumns(area) ? [area.column, area.columns] : [area.row, area.rows];
  for (let line = first; line < first + Math.min(count, 1000); line++) visit(lines.get(line));
  sheet.grid.forEach((_row, _column, cell) => cell.style && visit(cell.style), area);
}
