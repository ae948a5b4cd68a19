import { listItems, sheets, tableFiles } from '../../templates';
import { withKeyColumns } from './keys';
import { withPublicIds } from './publicIds';
import type { ColumnDef, ListItem, SheetDef, TableDef, Template } from './types';

/** Version of the workbook structure that this code writes; migrations lead from older ones (decision 22). */
export const schemaVersion = 3;

/** The template with the hidden key columns that references and roll-ups need (decision 2). */
export const template: Template = {
  version: schemaVersion,
  sheets: sheets as SheetDef[],
  tables: withKeyColumns(withPublicIds(tableFiles as unknown as TableDef[])),
  lists: listItems as Record<string, ListItem[]>,
};

const tablesById = new Map(template.tables.map((table) => [table.id, table]));

/** The table with this id. Throws on an unknown id: ids come from the template, never from a user. */
export function tableDef(id: string): TableDef {
  const table = tablesById.get(id);
  if (!table) throw new Error(`no table "${id}" in the template`);
  return table;
}

/** The column with this id. Throws on an unknown id, as `tableDef` does. */
export function columnDef(table: TableDef, id: string): ColumnDef {
  const column = (columnsById.get(table) ?? indexed(table)).get(id);
  if (!column) throw new Error(`no column "${id}" in table "${table.id}"`);
  return column;
}

/** Some tables have a hundred columns, and rules ask for them row by row. */
const columnsById = new WeakMap<TableDef, ReadonlyMap<string, ColumnDef>>();

function indexed(table: TableDef): ReadonlyMap<string, ColumnDef> {
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  columnsById.set(table, columns);
  return columns;
}

export const kindOf = (column: ColumnDef) => column.kind ?? 'input';

/** Columns whose value follows from others: everything a person does not type. */
export const isComputed = (column: ColumnDef) => kindOf(column) !== 'input';

/** The column that tells records apart: `id`, or the first one of the small settings tables. */
export function keyColumnOf(tableId: string): ColumnDef {
  const { columns } = tableDef(tableId);
  return columns.find((column) => column.id === 'id') ?? columns[0]!;
}

/** The column that makes a row a record even before it has an id: the first required one. */
export const anchorOf = (table: TableDef): string => table.columns.find((column) => column.required)?.id ?? 'id';
