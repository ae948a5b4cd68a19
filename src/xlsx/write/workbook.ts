import { Workbook, type Worksheet, type WorksheetView } from 'exceljs';
import type { Book, BookSheet } from '../book';
import { addCells } from './cells';
import { argb, cellStyle, differentialStyle } from './styles';

const author = 'Workbook CRM';
/** Width of a column that says none. exceljs writes a width for every column; the post-step knows this one again. */
export const unsaidWidth = 9.140625;
/** exceljs takes this width for "none said" and drops it: it gets another one instead, which the post-step undoes. */
export const droppedWidth = 9;
export const insteadOfDropped = droppedWidth + 1 / 256;

/** The part of a book that exceljs writes well: sheets, cells, styles, columns, rows, views, pages, protection. */
export async function toWorkbook(book: Book): Promise<Workbook> {
  const workbook = new Workbook();
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  workbook.properties.date1904 = book.date1904;
  // Cached values are exact, but only a calculation makes Excel draw TODAY-dependent cells of today.
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: book.activeSheet, visibility: 'visible' },
  ];
  for (const sheet of book.sheets) await addSheet(workbook, sheet);
  return workbook;
}

async function addSheet(workbook: Workbook, sheet: BookSheet): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.visibility,
    views: [view(sheet)],
    properties: sheet.tabColor ? { tabColor: { argb: argb(sheet.tabColor) } } : {},
    pageSetup: page(sheet.print),
  });
  addCells(worksheet, sheet);
  addColumns(worksheet, sheet);
  addRows(worksheet, sheet);
  sheet.merges.forEach((range) => worksheet.mergeCellsWithoutStyle(range));
  addFormatStyles(worksheet, sheet);
  if (sheet.protected) await worksheet.protect('', { objects: false, scenarios: false });
}

function view({ showGridlines, freeze }: BookSheet): Partial<WorksheetView> {
  const { rows = 0, columns = 0 } = freeze ?? {};
  if (rows === 0 && columns === 0) return { showGridLines: showGridlines };
  return { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: showGridlines };
}

const page = ({ landscape, fitToWidth }: NonNullable<BookSheet['print']> = {}): Worksheet['pageSetup'] => ({
  orientation: landscape ? 'landscape' : 'portrait',
  // As many pages long as it takes.
  ...(fitToWidth && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
});

function addColumns(worksheet: Worksheet, { columns }: BookSheet): void {
  for (const [index, { width = unsaidWidth, hidden, style }] of columns) {
    const column = worksheet.getColumn(index + 1);
    column.width = width === droppedWidth ? insteadOfDropped : width;
    column.hidden = hidden ?? false;
    if (style) column.style = cellStyle(style);
  }
}

function addRows(worksheet: Worksheet, { rows }: BookSheet): void {
  for (const [index, { height, hidden }] of rows) {
    const row = worksheet.getRow(index + 1);
    if (height !== undefined) row.height = height;
    if (!hidden) continue;
    row.hidden = true;
    // exceljs forgets a hidden row without cells (its issue #2552).
    row.getCell(1);
  }
}

/** Rules only bring their styles in: the post-step writes the rules themselves. */
function addFormatStyles(worksheet: Worksheet, { conditionalFormats }: BookSheet): void {
  for (const { ranges, priority, style } of conditionalFormats) {
    if (!style) continue;
    const rule = { type: 'expression' as const, priority, formulae: ['TRUE'], style: differentialStyle(style) };
    worksheet.addConditionalFormatting({ ref: ranges, rules: [rule] });
  }
}
