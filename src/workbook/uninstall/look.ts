import { dashboardName } from '../../template/definedNames';
import { anchorOf, tableDef } from '../../template/load';
import { sheetOfName, type UsedParts } from '../../template/uninstall';
import { readAll } from '../gateway';
import { positionOf, type Layout, type LiveTable } from '../layout';
import { FormulaScan } from './formulaScan';
import { sharedSheets } from './sharedSheets';

/** Looks at everything that decides what an uninstallation may take away; reads the whole workbook, and writes nothing. */
export async function lookAtUse(context: Excel.RequestContext, layout: Layout): Promise<UsedParts> {
  const tables = [...layout.tables.values()];
  const dashboard = sheetOfName(layout.state, dashboardName);
  const ours = new Set([...tables.map(({ sheet }) => sheet), ...(dashboard === null ? [] : [dashboard])]);
  const scan = new FormulaScan(layout, ours);
  await scan.sheets(
    context,
    layout.state.sheets.filter((sheet) => !ours.has(sheet)),
  );
  scan.ownColumns(tables);
  return {
    records: await recordCounts(context, tables),
    extended: await extendedTables(context, tables),
    shared: new Set([...(await sharedSheets(context, layout, dashboard)), ...scan.sheetsLookedAt]),
    mentioned: scan.mentioned,
    functionCells: scan.functionCells,
  };
}

const column = (context: Excel.RequestContext, table: LiveTable, position: number) => ({
  rows: table.rows,
  columns: 1,
  at: (from: number, count: number) =>
    context.workbook.worksheets
      .getItem(table.sheet)
      .getRangeByIndexes(table.top + from, table.left + position, count, 1),
});

const isFilled = ([cell]: readonly unknown[]): boolean => cell !== '' && cell !== null;

async function recordCounts(
  context: Excel.RequestContext,
  tables: readonly LiveTable[],
): Promise<Record<string, number>> {
  const kept = tables.filter((table) => anchorPosition(table) >= 0);
  const cells = await readAll(
    context,
    kept.map((table) => column(context, table, anchorPosition(table))),
  );
  return Object.fromEntries(kept.map(({ id }, index) => [id, cells[index]!.filter(isFilled).length]));
}

/** The column that makes a row a record; the small settings tables have none, there the first one counts. */
function anchorPosition(table: LiveTable): number {
  const def = tableDef(table.id);
  const anchor = def.columns.some(({ id }) => id === anchorOf(def)) ? anchorOf(def) : def.columns[0]!.id;
  return positionOf(table, anchor);
}

/** Tables in which a person has filled columns of their own. */
async function extendedTables(context: Excel.RequestContext, tables: readonly LiveTable[]): Promise<Set<string>> {
  const own = tables.flatMap((table) =>
    table.columnIds.flatMap((id, position) => (id === null ? [{ table, position }] : [])),
  );
  const cells = await readAll(
    context,
    own.map(({ table, position }) => column(context, table, position)),
  );
  return new Set(own.filter((_, index) => cells[index]!.some(isFilled)).map(({ table }) => table.id));
}
