import { HostError } from '../errors';
import { type Area, contains, intersect } from '../store/address';
import { type Cell, isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertAllowed } from './protect';

/** Whether a cell is covered by another one it is merged with; undefined when the area meets no merged cells. */
export function coveredByMerges(sheet: Sheet, area: Area): ((row: number, column: number) => boolean) | undefined {
  const merges = sheet.merges.filter((merge) => intersect(merge, area));
  if (merges.length === 0) return undefined;
  return (row, column) =>
    merges.some((merge) => contains(merge, row, column) && (row !== merge.row || column !== merge.column));
}

/**
 * Merges an area (or each of its rows). Of its contents only the first in reading order stays, in the first cell.
 * @throws MergedRangeConflict inside a table
 */
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
  // Merged cells stand in the way of arrays.
  workbook.emit({ kind: 'structure' });
}

function blankCovered(sheet: Sheet, merge: Area): void {
  const filled: { row: number; column: number; cell: Cell }[] = [];
  sheet.grid.forEach((row, column, cell) => !isBlank(cell) && filled.push({ row, column, cell: { ...cell } }), merge);
  for (const { row, column } of filled) sheet.grid.setContent(row, column, null);
  const kept = filled[0]?.cell;
  if (kept) sheet.grid.setContent(merge.row, merge.column, kept.value, kept.formula);
}

export function unmergeCells(workbook: Workbook, sheet: Sheet, area: Area): void {
  assertAllowed(sheet, 'allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
  workbook.emit({ kind: 'format', sheet, area });
  // Merged cells stand in the way of arrays.
  workbook.emit({ kind: 'structure' });
}
