import type { Book, BookCell, BookSheet, BookTable } from '../../xlsx/book';
import { tableAt } from '../edit/resolve';
import { areaBetween, type Area, contains, parseAddress } from '../store/address';
import type { CellValue } from '../store/cell';
import type { Sheet, SheetVisibility } from '../store/sheet';
import { Workbook } from '../store/workbook';
import { toLiveChart } from './charts';
import { toLiveFormula } from './formulaForms';
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
  const workbook = new Workbook();
  workbook.sheets = [];
  workbook.date1904 = book.date1904;
  const pairs = book.sheets.map((source) => [source, workbook.createSheet(source.name)] as const);
  for (const [source, sheet] of pairs) loadTables(workbook, sheet, source.tables);
  for (const [source, sheet] of pairs) loadSheet(workbook, sheet, source);
  for (const name of book.names) {
    const scope = name.sheet === undefined ? undefined : workbook.findSheet(name.sheet);
    const formula = `=${toLiveFormula(name.formula)}`;
    workbook.names.push({ name: name.name, formula, scope, visible: !name.hidden, comment: name.comment ?? '' });
  }
  for (const [key, value] of Object.entries(book.properties)) workbook.customProperties.set(key, value);
  workbook.activeSheet = workbook.sheets[book.activeSheet] ?? (workbook.sheets[0] as Sheet);
  workbook.selection = { sheet: workbook.activeSheet, areas: [areaBetween(0, 0, 0, 0)] };
  return workbook;
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
    table.style = source.style ?? '';
    table.showHeaders = source.showHeaders;
    table.showTotals = source.showTotals;
    table.showFilterButton = source.showFilterButton;
    table.showBandedRows = source.showBandedRows;
  }
}

function loadSheet(workbook: Workbook, sheet: Sheet, source: BookSheet): void {
  sheet.visibility = VISIBILITY[source.visibility];
  sheet.tabColor = source.tabColor ?? '';
  sheet.showGridlines = source.showGridlines;
  const { rows = 0, columns = 0 } = source.freeze ?? {};
  if (rows + columns > 0) sheet.freeze = areaBetween(0, 0, (rows || 1048576) - 1, (columns || 16384) - 1);
  loadLines(sheet, source);
  loadCells(workbook, sheet, source);
  sheet.merges = source.merges.flatMap((range) => parseAddress(range)?.area ?? []);
  sheet.validations = source.validations.map(toLiveValidation);
  sheet.conditionalFormats = source.conditionalFormats.map((format) => {
    const number = String(workbook.nextNumber('conditionalFormat')).padStart(12, '0');
    return toLiveFormat(format, `{00000000-00CF-0000-0000-${number}}`);
  });
  sheet.charts = source.charts.map((chart) => toLiveChart(workbook, sheet, chart));
  sheet.protection = source.protected ? { options: {} } : null;
}

function loadLines(sheet: Sheet, source: BookSheet): void {
  for (const [column, { width, hidden, style }] of source.columns) {
    if (width !== undefined) sheet.columnWidths.set(column, charactersToPoints(width));
    if (hidden) sheet.hiddenColumns.add(column);
    const live = toLiveStyle(style);
    if (live) sheet.columnStyles.set(column, live);
  }
  for (const [row, { height, hidden }] of source.rows) {
    if (height !== undefined) sheet.rowHeights.set(row, height);
    if (hidden) sheet.hiddenRows.add(row);
  }
}

/** Cells that a dynamic array fills are its values, not their own. */
function spillAreas(source: BookSheet): { row: number; column: number; area: Area }[] {
  const found: { row: number; column: number; area: Area }[] = [];
  for (const [row, cells] of source.cells) {
    for (const [column, cell] of cells) {
      const area = cell.arrayRange && parseAddress(cell.arrayRange)?.area;
      if (area && cell.formula !== undefined) found.push({ row, column, area });
    }
  }
  return found;
}

function loadCells(workbook: Workbook, sheet: Sheet, source: BookSheet): void {
  const spills = spillAreas(source);
  for (const [row, cells] of source.cells) {
    for (const [column, cell] of cells) {
      const spilled = spills.some(
        (spill) => contains(spill.area, row, column) && (spill.row !== row || spill.column !== column),
      );
      loadCell(workbook, sheet, row, column, spilled ? { ...cell, value: null } : cell);
    }
  }
}

function loadCell(workbook: Workbook, sheet: Sheet, row: number, column: number, cell: BookCell): void {
  const style = toLiveStyle(cell.style);
  const table =
    cell.formula === undefined ? undefined : tableAt(workbook, sheet, areaBetween(row, column, row, column));
  const formula = cell.formula === undefined ? undefined : `=${toLiveFormula(cell.formula, table?.name)}`;
  sheet.grid.put(row, column, {
    value: cell.value as CellValue,
    ...(formula !== undefined && { formula }),
    ...(style && { style }),
  });
}
