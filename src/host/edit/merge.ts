import { HostError } from '../errors';
import { type Area, intersect } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertAllowed } from './protect';

/** Merges an area (or each of its rows); only the first cell keeps its content. @throws MergedRangeConflict inside a table */
export function mergeCells(workbook: Workbook, sheet: Sheet, area: Area, across: boolean): void {
  assertAllowed(sheet, 'allowFormatCells');
  if (workbook.tablesOn(sheet).some((table) => intersect(table.area, area))) throw new HostError('MergedRangeConflict');
  const parts = across
    ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
    : [area];
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
  for (const part of parts) {
    if (part.rows * part.columns < 2) continue;
    sheet.merges.push(part);
    blankCovered(sheet, part);
  }
  workbook.emit({ kind: 'format', sheet, area });
}

function blankCovered(sheet: Sheet, merge: Area): void {
  const covered: { row: number; column: number }[] = [];
  sheet.grid.forEach(
    (row, column) => (row !== merge.row || column !== merge.column) && covered.push({ row, column }),
    merge,
  );
  for (const { row, column } of covered) sheet.grid.setContent(row, column, null);
}

export function unmergeCells(workbook: Workbook, sheet: Sheet, area: Area): void {
  assertAllowed(sheet, 'allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
  workbook.emit({ kind: 'format', sheet, area });
}
