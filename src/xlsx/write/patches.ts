import { CrmError } from '../../shared/errors';
import type { Book, BookName } from '../book';
import { insertBefore, type PackageEditor } from '../package/editor';
import { addPrefixes } from '../package/prefixes';
import { element, textElement } from '../package/xml';
import { newDrawingState } from './drawing';
import { addMetadata, addProperties, addWebExtension } from './extras';
import { hasDynamicArray, patchSheet } from './sheetPatches';

const workbookPath = 'xl/workbook.xml';
/** The schema's order; exceljs has one of its own. */
const fontOrder = ['b', 'i', 'u', 'sz', 'color', 'name', 'family', 'scheme'];

type Patch = (editor: PackageEditor, book: Book) => void;

/** What exceljs cannot write or writes wrongly, in the order it is put right. */
const patches: readonly Patch[] = [
  orderFonts,
  dropDates,
  patchSheets,
  addDynamicArrays,
  addProperties,
  addWebExtension,
];

/** Completes and corrects a package that exceljs wrote from `book`. */
export function patchPackage(editor: PackageEditor, book: Book): void {
  patches.forEach((patch) => patch(editor, book));
}

function orderFonts(editor: PackageEditor): void {
  const rank = (tag: string): number => fontOrder.indexOf(/\w+/.exec(tag)![0]);
  const ordered = (tags: string): string =>
    tags
      .match(/<[^>]+>/g)!
      .sort((a, b) => rank(a) - rank(b))
      .join('');
  editor.change('xl/styles.xml', (xml) =>
    xml.replace(/<font>(.+?)<\/font>/g, (_, tags: string) => `<font>${ordered(tags)}</font>`),
  );
}

/** Two builds are the same bytes. */
function dropDates(editor: PackageEditor): void {
  editor.change('docProps/core.xml', (xml) => xml.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, ''));
}

/** The sheets, and after them all defined names: a funnel brings hidden ones. */
function patchSheets(editor: PackageEditor, book: Book): void {
  const drawings = newDrawingState();
  let tables = 0;
  book.sheets.forEach((sheet, index) => {
    patchSheet(editor, { sheet, path: `xl/worksheets/sheet${index + 1}.xml`, drawings, tables });
    tables += sheet.tables.length;
  });
  addNames(editor, book, [...drawings.names, ...book.names]);
}

/** exceljs keeps only names of plain ranges and drops the others silently (#2604). */
function addNames(editor: PackageEditor, book: Book, names: readonly BookName[]): void {
  if (names.length === 0) return;
  const list = element('definedNames', {}, ...names.map((name) => nameXml(book, name)));
  editor.change(workbookPath, (xml) => insertBefore('<calcPr', xml, list));
}

function nameXml(book: Book, { name, formula, sheet, hidden, comment }: BookName): string {
  const localSheetId = sheet === undefined ? undefined : book.sheets.findIndex((candidate) => candidate.name === sheet);
  if (localSheetId === -1) throw new CrmError('unknownSheet', { name, sheet: sheet! });
  return textElement('definedName', addPrefixes(formula), { name, comment, localSheetId, hidden: hidden || undefined });
}

function addDynamicArrays(editor: PackageEditor, { sheets }: Book): void {
  if (sheets.some(hasDynamicArray)) addMetadata(editor, workbookPath);
}
