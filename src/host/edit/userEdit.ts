import { HostError } from '../errors';
import type { Workbook } from '../store/workbook';
import { requirePlace } from './resolve';
import { accepts } from './validate';
import { shapeMatrix, writeCells } from './write';

/**
 * What a person does who types into a cell: unlike an add-in's write it is validated (rule `validation-bypass`).
 * @returns false when a validation that stops refused the text
 */
export function typeIntoCell(workbook: Workbook, sheetName: string, address: string, text: string): boolean {
  const home = workbook.findSheet(sheetName);
  if (!home) throw new HostError('ItemNotFound');
  const { sheet, area } = requirePlace(workbook, home, address);
  if (!accepts(workbook, sheet, area.row, area.column, text)) return false;
  writeCells(workbook, sheet, area, shapeMatrix(text, area));
  return true;
}
