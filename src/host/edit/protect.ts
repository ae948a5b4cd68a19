import { HostError } from '../errors';
import type { Area } from '../store/address';
import type { Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';

function hasLockedCell(sheet: Sheet, area: Area): boolean {
  if (area.rows * area.columns > 100_000) return true;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (styleValue(sheet.style(row, column), 'locked')) return true;
    }
  }
  return false;
}

/** @throws AccessDenied when the sheet is protected and a cell of the area is locked */
export function assertEditable(sheet: Sheet, area: Area): void {
  if (sheet.protection && hasLockedCell(sheet, area)) throw new HostError('AccessDenied');
}

/** For what no protection option allows (tables, rules, outlines). @throws AccessDenied when the sheet is protected */
export function assertUnprotected(sheet: Sheet): void {
  if (sheet.protection) throw new HostError('AccessDenied');
}

/** @throws AccessDenied when the sheet is protected and the option does not allow it */
export function assertAllowed(sheet: Sheet, option: string): void {
  if (sheet.protection && sheet.protection.options[option] !== true) throw new HostError('AccessDenied');
}

/** @throws AccessDenied when the workbook's structure is protected */
export function assertStructure(workbook: Workbook): void {
  if (workbook.protection) throw new HostError('AccessDenied');
}
