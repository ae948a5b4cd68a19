import { type Area, lastColumn, lastRow } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertAllowed } from './protect';

function setLines(lines: Set<number>, first: number, last: number, hidden: boolean): void {
  for (let line = first; line <= last; line++) {
    if (hidden) lines.add(line);
    else lines.delete(line);
  }
}

export function setRowsHidden(workbook: Workbook, sheet: Sheet, area: Area, hidden: boolean): void {
  assertAllowed(sheet, 'allowFormatRows');
  setLines(sheet.hiddenRows, area.row, lastRow(area), hidden);
  if (!hidden) setLines(sheet.filteredRows, area.row, lastRow(area), false);
  workbook.emit({ kind: 'rowHidden', sheet, area, hidden });
}

export function setColumnsHidden(workbook: Workbook, sheet: Sheet, area: Area, hidden: boolean): void {
  assertAllowed(sheet, 'allowFormatColumns');
  setLines(sheet.hiddenColumns, area.column, lastColumn(area), hidden);
  workbook.emit({ kind: 'format', sheet, area });
}
