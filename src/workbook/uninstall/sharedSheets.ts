import { dashboardCells, dashboardCharts } from '../../template/dashboard';
import { tableDef } from '../../template/load';
import { languages } from '../../template/types';
import { once } from '../gateway';
import type { Layout, LiveTable } from '../layout';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Our sheets on which something stands that is not ours: cells beside the tables, charts, tables of a person's own. */
export async function sharedSheets(
  context: Excel.RequestContext,
  layout: Layout,
  dashboard: string | null,
): Promise<string[]> {
  const tables = [...layout.tables.values()];
  const names = [...new Set([...tables.map(({ sheet }) => sheet), ...(dashboard === null ? [] : [dashboard])])];
  const looks = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const charts = sheet.charts.load('items/name');
    const own = sheet.tables.load('items/id');
    const used = once(sheet.getUsedRangeOrNullObject(true)).load('rowIndex,columnIndex,rowCount,columnCount');
    return { name, sheet, charts, own, used };
  });
  await context.sync();
  const cells = looks.map(({ name, sheet, used }) => {
    const boxes = boxesOn(name, tables);
    if (used.isNullObject || (boxes.length === 1 && contains(boxes[0]!, boxOf(used)))) return null;
    const isSmall = used.rowCount * used.columnCount <= mostCells;
    return isSmall
      ? once(sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, used.rowCount, used.columnCount)).load('formulas')
      : null;
  });
  await context.sync();
  const ourCharts = new Set(dashboardCharts('en').map(({ name }) => name));
  const ourKeys = new Set(tables.map(({ key }) => key));
  return looks
    .filter(({ name, charts, own, used }, index) => {
      if (charts.items.some((chart) => !ourCharts.has(chart.name))) return true;
      if (own.items.some(({ id }) => !ourKeys.has(id))) return true;
      const box = used.isNullObject ? null : boxOf(used);
      const boxes = boxesOn(name, tables);
      if (!box || (boxes.length === 1 && contains(boxes[0]!, box))) return false;
      const formulas = cells[index]?.formulas as unknown[][] | undefined;
      return (
        !formulas || hasForeignCell(formulas, box, name === dashboard ? isOnDashboard : isOfTables(boxes, name, tables))
      );
    })
    .map(({ name }) => name);
}

/** Sheets with more cells outside their only table are not searched: they count as shared. */
const mostCells = 100_000;

const boxesOn = (sheet: string, tables: readonly LiveTable[]): Box[] =>
  tables
    .filter((table) => table.sheet === sheet)
    .map(({ top, left, rows, captions }) => ({ top: top - 1, left, rows: rows + 1, columns: captions.length }));

const boxOf = (range: Excel.Range): Box => ({
  top: range.rowIndex,
  left: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});

const contains = (outer: Box, inner: Box): boolean =>
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.top + inner.rows <= outer.top + outer.rows &&
  inner.left + inner.columns <= outer.left + outer.columns;

type IsOurs = (row: number, column: number, cell: unknown) => boolean;

const hasForeignCell = (formulas: readonly unknown[][], { top, left }: Box, isOurs: IsOurs): boolean =>
  formulas.some((cells, row) =>
    cells.some((cell, column) => cell !== '' && cell !== null && !isOurs(top + row, left + column, cell)),
  );

const dashboardPlaces = new Set(
  languages.flatMap((language) => dashboardCells(language).map(({ row, column }) => `${row}:${column}`)),
);
const isOnDashboard: IsOurs = (row, column) => dashboardPlaces.has(`${row}:${column}`);

/** Cells of a table, and the titles above tables that share a sheet. */
const isOfTables =
  (boxes: readonly Box[], sheet: string, tables: readonly LiveTable[]): IsOurs =>
  (row, column, cell) =>
    boxes.some((box) => contains(box, { top: row, left: column, rows: 1, columns: 1 })) ||
    tables.some(
      (table) =>
        table.sheet === sheet && table.top - 3 === row && table.left === column && isTitleOf(table.id, String(cell)),
    );

export const isTitleOf = (table: string, text: string): boolean =>
  languages.some((language) => tableDef(table).label[language] === text);
