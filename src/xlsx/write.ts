import type { Book } from './book';
import { PackageEditor } from './package/editor';
import { openPackage } from './package/zip';
import { checkBook } from './write/limits';
import { patchPackage } from './write/patches';
import { toWorkbook } from './write/workbook';

/**
 * Writes a book as a new .xlsx file: cells with cached values, styles, tables with calculated columns, names,
 * validations, conditional formats, charts, properties. exceljs writes what it is good at, one step on its package
 * adds the rest (decision 23). The same book always gives the same bytes.
 * @throws CrmError with the place (`sheet`, `cell` ...) for what Excel would refuse or repair: `textTooLong`,
 * `formulaTooLong`, `badNumber`, `badSheetName`, `duplicateSheetName`, `badTableRange`, `validationTooLong` ...
 */
export async function writeBook(book: Book): Promise<Uint8Array> {
  checkBook(book);
  // Our own package: the limit that guards against zip bombs has nothing to say here.
  const editor = new PackageEditor(openPackage(await rawPackage(book), Infinity));
  patchPackage(editor, book);
  return editor.close();
}

/** Stored, because it is packed at the end. The model of exceljs, by far the largest thing in memory, ends here. */
async function rawPackage(book: Book): Promise<Uint8Array> {
  const workbook = await toWorkbook(book);
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}
