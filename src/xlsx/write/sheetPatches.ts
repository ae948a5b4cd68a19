import { cellAddress } from '../address';
import type { Book, BookSheet } from '../book';
import { insertBefore, type PackageEditor } from '../package/editor';
import { element } from '../package/xml';
import { addComments } from './comments';
import { addDrawing, type DrawingState } from './drawing';
import { filterXml } from './filters';
import { linksXml } from './links';
import { conditionalFormatsXml, validationsXml } from './rules';
import { tableXml } from './table';
import { droppedWidth, insteadOfDropped, unsaidWidth } from './workbook';

interface SheetSource {
  readonly book: Book;
  readonly sheet: BookSheet;
  readonly path: string;
  readonly drawings: DrawingState;
  /** How many tables the sheets before hold. */
  readonly tables: number;
}

/** What comes after the cells begins with one of these. */
const cellsEnd = /<\/sheetData>|<sheetData\/>/;

const beforeFilter = /^(<\/sheetData>|<sheetData\/>)(<sheetProtection[^>]*\/>)?/;

/** Completes and corrects a sheet; its text is read and written once, because it may be most of a large file. */
export function patchSheet(editor: PackageEditor, source: SheetSource): void {
  const { book, sheet, path } = source;
  const links = linksXml(editor, path, sheet.links ?? []);
  const related = addCharts(editor, source) + addComments(editor, book, sheet, path) + addTables(editor, source);
  editor.change(path, (xml) => {
    const [before, cells, after] = split(xml);
    return (
      correctColumns(before) +
      markDynamicArrays(cells, sheet) +
      insertBefore('</worksheet>', correctRules(addFilter(after, sheet), sheet, links), related)
    );
  });
}

/** A sheet's own filter stands behind its protection; exceljs would keep the range only. */
function addFilter(xml: string, { filter }: BookSheet): string {
  if (!filter) return xml;
  return xml.replace(beforeFilter, (start) => start + filterXml(filter.range, filter.columns));
}

function split(xml: string): [string, string, string] {
  const start = xml.indexOf('<sheetData');
  const end = start + xml.slice(start).search(cellsEnd);
  return [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
}

/** A column that says no width follows the default one; exceljs calls every width a custom one. */
const correctColumns = (xml: string): string =>
  xml
    .replaceAll(`width="${insteadOfDropped}"`, `width="${droppedWidth}"`)
    .replace(new RegExp(`( width="${unsaidWidth}"[^>]*) customWidth="1"`, 'g'), '$1');

/**
 * exceljs loses `stopIfTrue` (#2233) and most kinds of rules, turns date limits into NaN (#2191) and cannot take
 * validations of several ranges: both elements are written here, with the style numbers it gave the rules.
 */
function correctRules(xml: string, { conditionalFormats, validations }: BookSheet, links: string): string {
  const styleIds = [...xml.matchAll(/dxfId="(\d+)"/g)].map(([, id]) => Number(id));
  const bare = xml.replace(/<conditionalFormatting\b.*<\/conditionalFormatting>/, '');
  return insertBefore(
    bare.includes('<printOptions') ? '<printOptions' : '<pageMargins',
    bare,
    conditionalFormatsXml(conditionalFormats, styleIds) + validationsXml(validations) + links,
  );
}

function addTables(editor: PackageEditor, { sheet, path, tables }: SheetSource): string {
  if (sheet.tables.length === 0) return '';
  const links = sheet.tables.map((table, index) => {
    const part = `xl/tables/table${tables + index + 1}.xml`;
    editor.add(part, 'table', tableXml(table, sheet));
    return element('tablePart', { 'r:id': editor.relate(path, part, 'table') });
  });
  return element('tableParts', { count: links.length }, ...links);
}

function addCharts(editor: PackageEditor, { sheet, path, drawings }: SheetSource): string {
  if (sheet.charts.length === 0) return '';
  const part = addDrawing(editor, sheet.charts, drawings);
  return element('drawing', { 'r:id': editor.relate(path, part, 'drawing') });
}

/** exceljs writes array formulas, but not the mark that makes one a dynamic array (#1491). */
function markDynamicArrays(xml: string, sheet: BookSheet): string {
  return dynamicArrays(sheet).reduce((marked, cell) => marked.replace(`<c r="${cell}"`, `<c r="${cell}" cm="1"`), xml);
}

/** Whether a sheet holds a formula that fills a range by itself. */
export const hasDynamicArray = (sheet: BookSheet): boolean => dynamicArrays(sheet).length > 0;

function dynamicArrays({ cells }: BookSheet): string[] {
  const found: string[] = [];
  for (const [row, inRow] of cells) {
    for (const [column, { dynamicArray }] of inRow) if (dynamicArray) found.push(cellAddress(row, column));
  }
  return found;
}
