import type { Cell, CellErrorValue, CellFormulaValue, CellValue, Worksheet } from 'exceljs';
import { CrmError } from '../../shared/errors';
import { cellAddress } from '../address';
import type { BookCell, BookSheet } from '../book';
import { addPrefixes } from '../package/prefixes';
import { encodeText } from '../package/text';
import { maxFormulaLength, maxTextLength } from './limits';
import { cellStyle } from './styles';

/**
 * Puts the cells of a sheet into a worksheet.
 * @throws CrmError `textTooLong`, `formulaTooLong`, `badNumber` with the sheet and the cell.
 */
export function addCells(worksheet: Worksheet, sheet: BookSheet): void {
  for (const [row, cells] of sheet.cells) {
    const target = worksheet.getRow(row + 1);
    for (const [column, cell] of cells) {
      // A blank cell without a style is no cell.
      if (cell.value !== null || cell.formula !== undefined || cell.style)
        fillCell(target.getCell(column + 1), cell, sheet.name, row, column);
    }
  }
}

function fillCell(target: Cell, cell: BookCell, sheet: string, row: number, column: number): void {
  try {
    if (cell.value !== null || cell.formula !== undefined) target.value = content(cell, row, column);
    target.style = cellStyle(cell.style);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new CrmError(error.code, { ...error.params, sheet, cell: cellAddress(row, column) });
  }
}

function content(cell: BookCell, row: number, column: number): CellValue {
  if (cell.formula === undefined) return checkedValue(cell.value);
  const result = checkedValue(isTooLong(cell.value) ? textOverflow : cell.value);
  const formula: CellFormulaValue = { formula: storedFormula(cell.formula), result: result ?? undefined };
  const ref = cell.arrayRange ?? (cell.dynamicArray ? cellAddress(row, column) : undefined);
  return ref === undefined ? formula : ({ ...formula, shareType: 'array', ref } as CellFormulaValue);
}

function storedFormula(text: string): string {
  const formula = addPrefixes(text);
  if (formula.length > maxFormulaLength) throw new CrmError('formulaTooLong', { length: formula.length });
  return encodeText(formula);
}

/** exceljs drops characters that XML cannot hold: they are encoded before it sees them. */
function checkedValue(value: BookCell['value']): string | number | boolean | CellErrorValue | null {
  if (typeof value === 'object') return value as CellErrorValue | null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return encodeText(checkedText(value));
  if (!Number.isFinite(value)) throw new CrmError('badNumber', { value: String(value) });
  return value;
}

const isTooLong = (value: BookCell['value']): boolean => typeof value === 'string' && value.length > maxTextLength;

/** What a formula gives whose text is longer than a cell can hold, as the name in a key column may be. */
const textOverflow: BookCell['value'] = { error: '#VALUE!' };

function checkedText(text: string): string {
  if (isTooLong(text)) throw new CrmError('textTooLong', { length: text.length, limit: maxTextLength });
  return text;
}
