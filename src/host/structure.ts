import type { CalcStructure } from './calc';
import { type Area, lastColumn, lastRow } from './store/address';
import type { Table } from './store/table';
import type { Workbook } from './store/workbook';

/** A formula as the engine takes it. */
export const withoutEquals = (formula: string): string => (formula.startsWith('=') ? formula.slice(1) : formula);

function edges(area: Area) {
  return { top: area.row, left: area.column, bottom: lastRow(area), right: lastColumn(area) };
}

function calcTable(table: Table): CalcStructure['tables'][number] {
  return {
    name: table.name,
    sheet: table.sheet.id,
    ...edges(table.area),
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
    columns: table.columns.map((column) => column.name),
  };
}

/** What a formula of this workbook can name. */
export function structureOf(workbook: Workbook): CalcStructure {
  return {
    sheets: workbook.sheets.map(({ id, name }) => ({ id, name })),
    tables: workbook.tables.map(calcTable),
    names: workbook.names.map(({ name, formula, scope }) => ({
      name,
      formula: withoutEquals(formula),
      sheet: scope?.id,
    })),
    date1904: workbook.date1904,
    merges: workbook.sheets.flatMap(({ id, merges }) => merges.map((area) => ({ sheet: id, ...edges(area) }))),
  };
}
