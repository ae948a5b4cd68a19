import type { Book } from './book';
import { relationshipsOf } from './package/relationships';
import { openPackage, partText, type Parts } from './package/zip';
import { Palette } from './read/colors';
import { readDocument } from './read/document';
import { readProperties, readWebExtension } from './read/properties';
import { readSharedStrings } from './read/sharedStrings';
import { readSheet, type SheetSource } from './read/sheet';
import { readStyles } from './read/styles';
import { unreadParts } from './read/unread';
import { readWorkbook, type WorkbookPart } from './read/workbook';
import { readXmlParts } from './read/xmlParts';

/** Hidden names that stand for the ranges of new charts and of filters: those are part of the charts and sheets. */
const derivedName = /^(_xlchart\.|_xlnm\._FilterDatabase$)/i;

/**
 * Reads any .xlsx: ours, Excel's, LibreOffice's, openpyxl's. Dates stay serial numbers of the workbook's own system,
 * shared formulas are written out, prefixes (`_xlfn.`) are gone. Cell text is whatever a stranger typed.
 * @throws CrmError `notXlsx`, `encrypted`, `tooLarge`, `damaged` (with the part).
 */
export function readBook(bytes: Uint8Array): Book {
  const parts = openPackage(bytes);
  const workbook = readWorkbook(parts);
  const source = sheetSource(parts, workbook);
  const document = readDocument(parts);
  const xmlParts = readXmlParts(parts, workbook.path);
  const sheets = workbook.sheets.map((sheet) => readSheet(sheet, source));
  const notKept = [...unreadParts(parts, source.drawn), ...source.notKept];
  return {
    date1904: workbook.date1904,
    sheets,
    names: workbook.names.filter(({ name }) => !derivedName.test(name)),
    properties: readProperties(parts),
    activeSheet: workbook.activeSheet,
    ...readWebExtension(parts),
    ...(document && { document }),
    ...(xmlParts.length > 0 && { xmlParts }),
    ...(workbook.manualCalculation && { manualCalculation: true }),
    ...(workbook.structureLocked && { structureLocked: true }),
    ...(notKept.length > 0 && { notKept }),
  };
}

function sheetSource(parts: Parts, { path, names, date1904 }: WorkbookPart): SheetSource {
  const related = relationshipsOf(parts, path);
  const pathOf = (kind: string): string => related.find((relationship) => relationship.kind === kind)?.target ?? '';
  const formulas = new Map(names.map(({ name, formula }) => [name, formula]));
  const palette = new Palette(partText(parts, pathOf('theme')), pathOf('theme'));
  return {
    parts,
    date1904,
    palette,
    strings: readSharedStrings(partText(parts, pathOf('sharedStrings')), pathOf('sharedStrings')),
    styles: readStyles(partText(parts, pathOf('styles')), pathOf('styles'), palette),
    names: (name) => formulas.get(name),
    workbook: path,
    drawn: new Set(),
    notKept: [],
  };
}
