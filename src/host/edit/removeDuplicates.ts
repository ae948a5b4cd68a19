import { requireArgument } from '../errors';
import type { Area } from '../store/address';
import { apiValue } from '../store/cell';
import { offsetFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';

export interface Removed {
  removed: number;
  uniqueRemaining: number;
}

/** Removes rows whose values in `columns` (offsets) were seen above, and moves the others up within the area. */
export function removeDuplicates(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  columns: unknown,
  includesHeader: boolean,
): Removed {
  requireArgument(
    Array.isArray(columns) &&
      columns.length > 0 &&
      columns.every((column) => Number.isInteger(column) && column >= 0 && column < area.columns),
  );
  assertEditable(sheet, area);
  workbook.calculate();
  const first = area.row + (includesHeader ? 1 : 0);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = first; row < area.row + area.rows; row++) {
    const key = JSON.stringify(
      columns.map((column) => String(apiValue(sheet.value(row, area.column + Number(column)))).toLowerCase()),
    );
    if (!seen.has(key)) kept.push(row);
    seen.add(key);
  }
  const cells = sheet.grid.take({ ...area, row: first, rows: area.row + area.rows - first });
  for (const { row, column, cell } of cells) {
    const index = kept.indexOf(row);
    if (index < 0) continue;
    const target = first + index;
    const formula = cell.formula === undefined ? undefined : offsetFormula(cell.formula, target - row, 0);
    sheet.grid.put(target, column, { ...cell, formula });
  }
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
  return { removed: area.row + area.rows - first - kept.length, uniqueRemaining: kept.length };
}
