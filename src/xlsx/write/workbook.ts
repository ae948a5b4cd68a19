import { Workbook, type Worksheet, type WorksheetProtection, type WorksheetView } from 'exceljs';
import type { Book, BookPage, BookSheet } from '../book';
import { permissions, refusals, standardPermissions } from '../package/protection';
import { author } from '../package/names';
import { addCells } from './cells';
import { argb, cellStyle, differentialStyle } from './styles';

/** Width of a column that says none. exceljs writes a width for every column; the post-step knows this one again. */
export const unsaidWidth = 9.140625;
/** exceljs takes this width for "none said" and drops it: it gets another one instead, which the post-step undoes. */
export const droppedWidth = 9;
export const insteadOfDropped = droppedWidth + 1 / 256;

/** The part of a book that exceljs writes well: sheets, cells, styles, columns, rows, views, pages, protection. */
export async function toWorkbook(book: Book): Promise<Workbook> {
  const workbook = new Workbook();
  addDocument(workbook, book.document ?? {});
  workbook.properties.date1904 = book.date1904;
  // Cached values are exact, but only a calculation makes Excel draw TODAY-dependent cells of today.
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: book.activeSheet, visibility: 'visible' },
  ];
  for (const sheet of book.sheets) await addSheet(workbook, sheet);
  return workbook;
}

function addDocument(workbook: Workbook, document: NonNullable<Book['document']>): void {
  const { author: creator = author, lastAuthor = creator, title, subject, keywords, comments } = document;
  Object.assign(workbook, { creator, lastModifiedBy: lastAuthor, title, subject, keywords, description: comments });
  const { category, manager, company } = document;
  Object.assign(workbook, { category, manager, ...(company !== undefined && { company }) });
}

async function addSheet(workbook: Workbook, sheet: BookSheet): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.visibility,
    views: [view(sheet)],
    properties: sheet.tabColor ? { tabColor: { argb: argb(sheet.tabColor) } } : {},
    pageSetup: page(sheet.print),
    headerFooter: { oddHeader: sheet.print?.header, oddFooter: sheet.print?.footer },
  });
  addCells(worksheet, sheet);
  addColumns(worksheet, sheet);
  addRows(worksheet, sheet);
  sheet.merges.forEach((range) => worksheet.mergeCellsWithoutStyle(range));
  addFormatStyles(worksheet, sheet);
  if (sheet.protected) await worksheet.protect('', protection(sheet));
}

function view({ showGridlines, hideHeadings, freeze }: BookSheet): Partial<WorksheetView> {
  const { rows = 0, columns = 0 } = freeze ?? {};
  const shown = { showGridLines: showGridlines, ...(hideHeadings && { showRowColHeaders: false }) };
  return rows === 0 && columns === 0 ? shown : { ...shown, state: 'frozen', xSplit: columns, ySplit: rows };
}

/** Everything that is not allowed is said: exceljs has defaults of its own. */
function protection({ permissions: allowed = standardPermissions }: BookSheet): Partial<WorksheetProtection> {
  return Object.fromEntries([...permissions, ...refusals].map((name) => [name, allowed.includes(name)]));
}

function page({ margins, fitToWidth, ...print }: BookPage = {}): Worksheet['pageSetup'] {
  const said = {
    orientation: print.landscape ? 'landscape' : 'portrait',
    // As many pages long as it takes.
    ...(fitToWidth && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    paperSize: print.paperSize,
    scale: print.scale,
    margins,
    horizontalCentered: print.centerHorizontally,
    verticalCentered: print.centerVertically,
    showGridLines: print.gridlines,
    showRowColHeaders: print.headings,
    blackAndWhite: print.blackAndWhite,
    draft: print.draft,
    pageOrder: print.overThenDown ? 'overThenDown' : undefined,
    firstPageNumber: print.firstPageNumber,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as unknown as Worksheet['pageSetup'];
}

function addColumns(worksheet: Worksheet, { columns }: BookSheet): void {
  for (const [index, { width = unsaidWidth, hidden, outline, style }] of columns) {
    const column = worksheet.getColumn(index + 1);
    column.width = width === droppedWidth ? insteadOfDropped : width;
    column.hidden = hidden ?? false;
    if (outline) column.outlineLevel = outline;
    if (style) column.style = cellStyle(style);
  }
}

function addRows(worksheet: Worksheet, { rows }: BookSheet): void {
  for (const [index, { height, hidden, outline }] of rows) {
    const row = worksheet.getRow(index + 1);
    if (height !== undefined) row.height = height;
    if (outline) row.outlineLevel = outline;
    if (hidden) row.hidden = true;
    if (!hidden && !outline) continue;
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
