import { requireArgument } from '../errors';
import { lastColumn } from '../store/address';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { defaultCaption, renameColumn } from './tableCells';
import { assertUnprotected } from './protect';
import { deleteCells, insertCells } from './shiftCells';
import { addColumnsRight } from './tableGrowth';
import { dropColumnReferences } from './tableReferences';
import { type CellInput, writeCells } from './write';

/** Gives columns that were inserted into the table's area their entries and captions. */
export function addTableColumns(table: Table, index: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const name = defaultCaption(table.columns.map((column) => column.name));
    table.columns.splice(index + i, 0, { id: table.newColumnId(), name });
    if (table.header) table.sheet.grid.setContent(table.area.row, table.area.column + index + i, name);
  }
}

/** Forgets columns whose cells were deleted; what refers to them becomes `#REF!`. */
export function dropTableColumns(workbook: Workbook, table: Table, index: number, count: number): void {
  const gone = table.columns.splice(index, count);
  dropColumnReferences(
    workbook,
    table,
    gone.map((column) => column.name),
  );
}

/**
 * Adds a column at `index` (end: null) with optional values (the whole column, or the body only) and caption.
 * @returns the index of the new column
 */
export function addColumn(
  workbook: Workbook,
  table: Table,
  index: number | null,
  values: CellInput[] | null,
  name?: string,
): number {
  assertUnprotected(table.sheet);
  const at = index === null || index === -1 ? table.columns.length : index;
  requireArgument(at >= 0 && at <= table.columns.length);
  if (at === table.columns.length) makeRoomRight(workbook, table);
  else insertCells(workbook, table.sheet, { ...table.area, column: table.area.column + at, columns: 1 }, 'Right');
  if (values) writeColumn(workbook, table, at, values, name !== undefined);
  if (name) renameColumn(workbook, table, at, name);
  return at;
}

function makeRoomRight(workbook: Workbook, table: Table): void {
  const strip = { ...table.area, column: lastColumn(table.area) + 1, columns: 1 };
  if (table.sheet.grid.bounds(() => true, strip)) insertCells(workbook, table.sheet, strip, 'Right');
  addColumnsRight(workbook, table, 1);
}

/** Values of the whole column with its header, or of the body only when the name is given apart. */
function writeColumn(workbook: Workbook, table: Table, index: number, values: CellInput[], isNamed: boolean): void {
  const whole = values.length === table.area.rows || !isNamed;
  const area = table.columnPart(whole ? table.area : table.body, index);
  const shaped = values.length === 1 ? new Array<CellInput>(area.rows).fill(values[0] ?? null) : values;
  requireArgument(shaped.length === area.rows);
  writeCells(
    workbook,
    table.sheet,
    area,
    shaped.map((value) => [value]),
  );
}

/** Deletes a column of the table and moves what is right of it left. */
export function deleteColumn(workbook: Workbook, table: Table, index: number): void {
  requireArgument(table.columns.length > 1);
  deleteCells(workbook, table.sheet, table.columnPart(table.area, index), 'Left');
}
