import { CrmError } from '../../shared/errors';
import { columnName, parseRange } from '../address';
import type { Book, BookName, BookSheet } from '../book';
import { insertBefore, type PackageEditor } from '../package/editor';
import { addPrefixes } from '../package/prefixes';
import { element, textElement } from '../package/xml';
import { newDrawingState } from './drawing';
import { addPersons } from './comments';
import { addMetadata, addProperties, addWebExtension } from './extras';
import { hasDynamicArray, patchSheet } from './sheetPatches';
import { addXmlParts } from './xmlParts';

const workbookPath = 'xl/workbook.xml';
/** The schema's order; exceljs has one of its own. */
const fontOrder = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'scheme'];

type Patch = (editor: PackageEditor, book: Book) => void;

/** What exceljs cannot write or writes wrongly, in the order it is put right. */
const patches: readonly Patch[] = [
  orderFonts,
  dropDates,
  patchSheets,
  addDynamicArrays,
  setCalculation,
  lockStructure,
  addCreated,
  addPersons,
  addProperties,
  addXmlParts,
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
    patchSheet(editor, { book, sheet, path: `xl/worksheets/sheet${index + 1}.xml`, drawings, tables });
    tables += sheet.tables.length;
  });
  addNames(editor, book, [...drawings.names, ...book.names, ...book.sheets.flatMap(filterName)]);
}

/** The hidden name by which programs find a sheet's filter; LibreOffice sees none without it. */
function filterName({ name: sheet, filter }: BookSheet): BookName[] {
  const range = filter && parseRange(filter.range);
  if (!range) return [];
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  const cells = `${corner(range.fromRow, range.fromColumn)}:${corner(range.toRow, range.toColumn)}`;
  return [{ name: '_xlnm._FilterDatabase', formula: `'${sheet.replace(/'/g, "''")}'!${cells}`, sheet, hidden: true }];
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

function setCalculation(editor: PackageEditor, { manualCalculation }: Book): void {
  if (manualCalculation) editor.change(workbookPath, (xml) => xml.replace('<calcPr ', '<calcPr calcMode="manual" '));
}

function lockStructure(editor: PackageEditor, { structureLocked }: Book): void {
  if (structureLocked)
    editor.change(workbookPath, (xml) =>
      insertBefore('<bookViews', xml, element('workbookProtection', { lockStructure: true })),
    );
}

/** exceljs would say "now". */
function addCreated(editor: PackageEditor, { document }: Book): void {
  if (!document?.created) return;
  const created = textElement('dcterms:created', document.created, { 'xsi:type': 'dcterms:W3CDTF' });
  editor.change('docProps/core.xml', (xml) => insertBefore('</cp:coreProperties>', xml, created));
}

function addDynamicArrays(editor: PackageEditor, { sheets }: Book): void {
  if (sheets.some(hasDynamicArray)) addMetadata(editor, workbookPath);
}
