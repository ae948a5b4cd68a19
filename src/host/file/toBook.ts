import type { Book, BookCell, BookScalar, BookSheet, BookTable } from '../../xlsx/book';
import { tableAt } from '../edit/resolve';
import { areaBetween, formatArea, MAX_COLUMNS, MAX_ROWS } from '../store/address';
import { apiValue, type Cell, isBlank } from '../store/cell';
import type { Sheet, SheetVisibility } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { toFileChart } from './charts';
import { toFileComment } from './comments';
import { saveDocument } from './document';
import { toFileColumns } from './filters';
import { toFileFormula } from './formulaForms';
import { saveLinks } from './links';
import { savePage, savePrintNames } from './page';
import { toFileProtection } from './protection';
import { toFileFormat, toFileValidation } from './rules';
import { pointsToCharacters } from './sizes';
import { toFileStyle } from './styles';

const VISIBILITY: Readonly<Record<SheetVisibility, BookSheet['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

function withoutEquals(formula: string): string {
  return formula.replace(/^=/, '');
}

/** The workbook as a file keeps it; formulas carry their calculated values. */
export function bookFromWorkbook(workbook: Workbook): Book {
  workbook.calculateNow();
  const names = workbook.names.map(({ name, formula, scope, visible, comment }) => ({
    name,
    formula: toFileFormula(withoutEquals(formula)),
    ...(scope && { sheet: scope.name }),
    ...(!visible && { hidden: true }),
    ...(comment && { comment }),
  }));
  return {
    ...saveDocument(workbook),
    sheets: workbook.sheets.map((sheet) => fileSheet(workbook, sheet)),
    names: [...names, ...workbook.sheets.flatMap(savePrintNames)],
    activeSheet: workbook.sheets.indexOf(workbook.activeSheet),
  };
}

function fileSheet(workbook: Workbook, sheet: Sheet): BookSheet {
  const print = savePage(sheet.pageLayout);
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    ...(sheet.tabColor && { tabColor: sheet.tabColor }),
    showGridlines: sheet.showGridlines,
    ...(!sheet.showHeadings && { hideHeadings: true }),
    ...(sheet.freeze && { freeze: fileFreeze(sheet.freeze) }),
    columns: fileColumns(sheet),
    rows: fileRows(sheet),
    cells: fileCells(workbook, sheet),
    merges: sheet.merges.map(formatArea),
    tables: workbook.tablesOn(sheet).map(fileTable),
    validations: sheet.validations.flatMap((validation) => toFileValidation(validation) ?? []),
    conditionalFormats: sheet.conditionalFormats.flatMap((format) => toFileFormat(format) ?? []),
    charts: sheet.charts.map((chart) => toFileChart(workbook, sheet, chart)),
    ...(sheet.comments.length > 0 && { comments: sheet.comments.map(toFileComment) }),
    ...(sheet.autoFilter && {
      filter: { range: formatArea(sheet.autoFilter.area), columns: toFileColumns(sheet.autoFilter.criteria) },
    }),
    ...saveLinks(sheet),
    ...toFileProtection(sheet.protection),
    ...(print && { print }),
  };
}

function fileFreeze({ rows, columns }: NonNullable<Sheet['freeze']>): { rows: number; columns: number } {
  return { rows: rows >= MAX_ROWS ? 0 : rows, columns: columns >= MAX_COLUMNS ? 0 : columns };
}

function fileColumns(sheet: Sheet): BookSheet['columns'] {
  const columns: BookSheet['columns'] = new Map();
  const { columnWidths, hiddenColumns, columnOutline, columnStyles } = sheet;
  const all = [columnWidths.keys(), hiddenColumns, columnOutline.keys(), columnStyles.keys()];
  for (const column of new Set(all.flatMap((some) => [...some]))) {
    const outline = columnOutline.get(column);
    const width = sheet.columnWidths.get(column);
    const style = toFileStyle(sheet.columnStyles.get(column));
    columns.set(column, {
      ...(width !== undefined && { width: pointsToCharacters(width) }),
      ...(sheet.hiddenColumns.has(column) && { hidden: true }),
      ...(outline !== undefined && { outline }),
      ...(style && { style }),
    });
  }
  return columns;
}

function fileRows(sheet: Sheet): BookSheet['rows'] {
  const rows: BookSheet['rows'] = new Map();
  const { rowHeights, hiddenRows, filteredRows, rowOutline } = sheet;
  for (const row of new Set([...rowHeights.keys(), ...hiddenRows, ...filteredRows, ...rowOutline.keys()])) {
    const height = rowHeights.get(row);
    const outline = rowOutline.get(row);
    rows.set(row, {
      ...(height !== undefined && { height }),
      ...(sheet.isRowHidden(row) && { hidden: true }),
      ...(outline !== undefined && { outline }),
    });
  }
  return rows;
}

function fileCells(workbook: Workbook, sheet: Sheet): BookSheet['cells'] {
  const cells: BookSheet['cells'] = new Map();
  const put = (row: number, column: number, cell: BookCell) => {
    const line = cells.get(row) ?? new Map<number, BookCell>();
    cells.set(row, line.set(column, cell));
  };
  sheet.grid.forEach((row, column, cell) => put(row, column, fileCell(workbook, sheet, row, column, cell)));
  sheet.spilled.forEach((row, column, value) => {
    if (isBlank(sheet.cell(row, column))) put(row, column, { ...cells.get(row)?.get(column), value });
  });
  return cells;
}

function fileCell(workbook: Workbook, sheet: Sheet, row: number, column: number, cell: Cell): BookCell {
  const style = toFileStyle(cell.style);
  const result: BookCell = { value: cell.value, ...(style && { style }) };
  if (cell.formula === undefined) return result;
  const table = tableAt(workbook, sheet, areaBetween(row, column, row, column));
  const spill = workbook.spillAt(sheet, row, column);
  const array = spill && spill.rows * spill.columns > 1 ? { arrayRange: formatArea(spill), dynamicArray: true } : {};
  return { ...result, formula: toFileFormula(withoutEquals(cell.formula), table?.name), ...array };
}

/** What SUBTOTAL's function number is called in a totals row. */
const TOTALS: Readonly<Record<string, string>> = {
  '101': 'average',
  '102': 'countNums',
  '103': 'count',
  '104': 'max',
  '105': 'min',
  '107': 'stdDev',
  '109': 'sum',
  '110': 'var',
};

function fileTotals(table: Table, index: number): { totalsFunction?: string; totalsLabel?: string } {
  if (!table.totals) return {};
  const cell = table.sheet.cell(table.totals.row, table.area.column + index);
  const code = /^=SUBTOTAL\((\d+),/i.exec(cell?.formula ?? '')?.[1];
  if (code !== undefined) return { totalsFunction: TOTALS[code] ?? 'custom' };
  const label = String(apiValue(cell?.value as BookScalar));
  return cell?.formula !== undefined ? { totalsFunction: 'custom' } : label ? { totalsLabel: label } : {};
}

function fileTable(table: Table): BookTable {
  const filters = toFileColumns(table.columns.map(({ filter }, index) => [index, filter] as const));
  return {
    id: Number(table.id),
    name: table.name,
    range: formatArea(table.area),
    columns: table.columns.map(({ id, name, formula }, index) => ({
      id,
      name,
      ...(formula !== undefined && { formula: toFileFormula(withoutEquals(formula), table.name) }),
      ...fileTotals(table, index),
    })),
    ...(table.style && { style: table.style }),
    showHeaders: table.showHeaders,
    showTotals: table.showTotals,
    showFilterButton: table.showFilterButton,
    showBandedRows: table.showBandedRows,
    ...(table.showBandedColumns && { showBandedColumns: true }),
    ...(table.highlightFirstColumn && { highlightFirstColumn: true }),
    ...(table.highlightLastColumn && { highlightLastColumn: true }),
    ...(filters.length > 0 && { filters }),
  };
}
