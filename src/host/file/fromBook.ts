import type { Book, BookName, BookSheet, BookTable } from '../../xlsx/book';
import { finish } from '../steps';
import { areaBetween, lastRow, parseAddress } from '../store/address';
import type { FilterCriteria, Sheet, SheetVisibility } from '../store/sheet';
import { Workbook } from '../store/workbook';
import { loadCells } from './cells';
import { toLiveChart } from './charts';
import { toLiveComment } from './comments';
import { loadDocument } from './document';
import { toLiveCriteria } from './filters';
import { toLiveFormula } from './formulaForms';
import { loadLinks } from './links';
import { loadPage, loadPrintName } from './page';
import { toLiveProtection } from './protection';
import { toLiveFormat, toLiveValidation } from './rules';
import { charactersToPoints } from './sizes';
import { toLiveStyle } from './styles';

const VISIBILITY: Readonly<Record<BookSheet['visibility'], SheetVisibility>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** A workbook as the file describes it, values as cached there until the first calculation. */
export function workbookFromBook(book: Book): Workbook {
  return finish(workbookSteps(book));
}

/** The same for those who must not wait for a large one: yields now and then, each time the share (0 to 1) done by then. */
export function* workbookSteps(book: Book): Generator<number, Workbook> {
  const rows = book.sheets.reduce((sum, { cells }) => sum + cells.size, 1);
  let loaded = 0;
  const workbook = new Workbook();
  workbook.sheets = [];
  loadDocument(workbook, book);
  const pairs = book.sheets.map((source) => [source, workbook.createSheet(source.name)] as const);
  for (const [source, sheet] of pairs) loadTables(workbook, sheet, source.tables);
  for (const [source, sheet] of pairs) {
    for (const more of loadCells(workbook, sheet, source)) yield (loaded += more) / rows;
    loadSheet(workbook, sheet, source);
  }
  for (const name of book.names) loadName(workbook, name);
  workbook.activeSheet = workbook.sheets[book.activeSheet] ?? (workbook.sheets[0] as Sheet);
  workbook.selection = { sheet: workbook.activeSheet, areas: [areaBetween(0, 0, 0, 0)] };
  return workbook;
}

function loadName(workbook: Workbook, { name, formula, sheet, hidden, comment = '' }: BookName): void {
  const scope = sheet === undefined ? undefined : workbook.findSheet(sheet);
  if (scope && loadPrintName(scope, name, formula)) return;
  workbook.names.push({ name, formula: `=${toLiveFormula(formula)}`, scope, visible: !hidden, comment });
}

function loadTables(workbook: Workbook, sheet: Sheet, tables: readonly BookTable[]): void {
  for (const source of tables) {
    const area = parseAddress(source.range)?.area;
    if (!area) continue;
    const table = workbook.createTable(source.name, sheet, area);
    table.columns = source.columns.map(({ id, name, formula }) => ({
      id,
      name,
      ...(formula !== undefined && { formula: `=${toLiveFormula(formula, source.name)}` }),
    }));
    for (const filter of source.filters ?? []) {
      const [column, criteria] = [table.columns[filter.column], toLiveCriteria(filter)];
      if (column && criteria) column.filter = criteria;
    }
    table.style = source.style ?? '';
    table.showHeaders = source.showHeaders;
    table.showTotals = source.showTotals;
    table.showFilterButton = source.showFilterButton;
    table.showBandedRows = source.showBandedRows;
    table.showBandedColumns = source.showBandedColumns === true;
    table.highlightFirstColumn = source.highlightFirstColumn === true;
    table.highlightLastColumn = source.highlightLastColumn === true;
  }
}

function loadSheet(workbook: Workbook, sheet: Sheet, source: BookSheet): void {
  sheet.visibility = VISIBILITY[source.visibility];
  sheet.tabColor = source.tabColor ?? '';
  sheet.showGridlines = source.showGridlines;
  sheet.showHeadings = !source.hideHeadings;
  const { rows = 0, columns = 0 } = source.freeze ?? {};
  if (rows + columns > 0) sheet.freeze = areaBetween(0, 0, (rows || 1048576) - 1, (columns || 16384) - 1);
  loadLines(sheet, source);
  sheet.merges = source.merges.flatMap((range) => parseAddress(range)?.area ?? []);
  sheet.validations = source.validations.map(toLiveValidation);
  sheet.conditionalFormats = source.conditionalFormats.map((format) => {
    const number = String(workbook.nextNumber('conditionalFormat')).padStart(12, '0');
    return toLiveFormat(format, `{00000000-00CF-0000-0000-${number}}`);
  });
  sheet.charts = source.charts.map((chart) => toLiveChart(workbook, sheet, chart));
  sheet.autoFilter = liveFilter(source);
  tellFiltered(workbook, sheet);
  sheet.protection = toLiveProtection(source);
  sheet.comments = (source.comments ?? []).flatMap((comment) => toLiveComment(workbook, comment) ?? []);
  loadLinks(sheet, source.links ?? []);
  if (source.print) loadPage(sheet.pageLayout, source.print);
}

function liveFilter({ filter }: BookSheet): Sheet['autoFilter'] {
  const area = filter && parseAddress(filter.range)?.area;
  if (!filter || !area) return null;
  const criteria = filter.columns.map((column) => [column.column, toLiveCriteria(column)] as const);
  const known = criteria.filter((entry): entry is readonly [number, FilterCriteria] => entry[1] !== null);
  return { area, criteria: new Map(known) };
}

/** A file does not say who hid a row: inside what is filtered, the filter did. */
function tellFiltered(workbook: Workbook, sheet: Sheet): void {
  const tables = workbook.tablesOn(sheet).filter(({ columns }) => columns.some(({ filter }) => filter));
  const areas = tables.map(({ body }) => body);
  if (sheet.autoFilter?.criteria.size) areas.push(sheet.autoFilter.area);
  for (const row of [...sheet.hiddenRows]) {
    if (!areas.some((area) => row >= area.row && row <= lastRow(area))) continue;
    sheet.hiddenRows.delete(row);
    sheet.filteredRows.add(row);
  }
}

function loadLines(sheet: Sheet, source: BookSheet): void {
  for (const [column, { width, hidden, outline, style }] of source.columns) {
    if (outline) sheet.columnOutline.set(column, outline);
    if (width !== undefined) sheet.columnWidths.set(column, charactersToPoints(width));
    if (hidden) sheet.hiddenColumns.add(column);
    const live = toLiveStyle(style);
    if (live) sheet.columnStyles.set(column, live);
  }
  for (const [row, { height, hidden, outline }] of source.rows) {
    if (outline) sheet.rowOutline.set(row, outline);
    if (height !== undefined) sheet.rowHeights.set(row, height);
    if (hidden) sheet.hiddenRows.add(row);
  }
}
