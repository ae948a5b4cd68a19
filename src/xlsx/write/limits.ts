import { CrmError } from '../../shared/errors';
import type { Book, BookSheet } from '../book';
import { maxColumns, maxRows } from '../address';

/** Excel's limits (support.microsoft.com, "Excel specifications and limits"). */
export const maxTextLength = 32_767;
export const maxFormulaLength = 8_192;
const maxSheetNameLength = 31;
// Excel keeps "History" for itself.
const badSheetName = /[\\/?*[\]:\p{Cc}]|^'|'$|^history$/iu;

/**
 * Refuses a book that Excel would refuse or repair.
 * @throws CrmError `noVisibleSheet`, `badActiveSheet`, `badSheetName`, `duplicateSheetName`, `tooManyRows`, `tooManyColumns`.
 */
export function checkBook(book: Book): void {
  if (!book.sheets.some((sheet) => sheet.visibility === 'visible')) throw new CrmError('noVisibleSheet');
  if (book.sheets[book.activeSheet]?.visibility !== 'visible')
    throw new CrmError('badActiveSheet', { index: book.activeSheet });
  const seen = new Set<string>();
  for (const sheet of book.sheets) {
    checkSheetName(sheet.name, seen);
    checkSize(sheet);
  }
}

function checkSheetName(name: string, seen: Set<string>): void {
  if (name === '' || name.length > maxSheetNameLength || badSheetName.test(name)) {
    throw new CrmError('badSheetName', { sheet: name });
  }
  const key = name.toLowerCase();
  if (seen.has(key)) throw new CrmError('duplicateSheetName', { sheet: name });
  seen.add(key);
}

function checkSize(sheet: BookSheet): void {
  for (const [row, cells] of sheet.cells) {
    if (row >= maxRows) throw new CrmError('tooManyRows', { sheet: sheet.name, limit: maxRows });
    for (const column of cells.keys()) {
      if (column >= maxColumns) throw new CrmError('tooManyColumns', { sheet: sheet.name, limit: maxColumns });
    }
  }
}
