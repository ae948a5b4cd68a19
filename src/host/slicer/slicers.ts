import { HostError, requireArgument } from '../errors';
import { pivotsOf } from '../pivot/draw';
import type { PivotField, PivotTable, Slicer } from '../store/pivot';
import type { Sheet } from '../store/sheet';
import type { Table, TableColumn } from '../store/table';
import type { Workbook } from '../store/workbook';

/** Excel's size for a new slicer, in points. */
const SIZE = { left: 0, top: 0, width: 144, height: 198.75 };

export type SlicerSource = { table: Table; column: TableColumn } | { pivot: PivotTable; field: PivotField };

/** The column that a slicer on a table filters; undefined once it was deleted. */
export function columnOf({ table, columnId }: { table: Table; columnId: number }): TableColumn | undefined {
  return table.columns.find(({ id }) => id === columnId);
}

function isThere(workbook: Workbook, { sheet, source }: Slicer): boolean {
  if (!workbook.sheets.includes(sheet)) return false;
  if ('table' in source) return workbook.tables.includes(source.table) && columnOf(source) !== undefined;
  return pivotsOf(workbook).includes(source.pivot) && source.pivot.fields.includes(source.field);
}

/** The slicers that are still there: not those whose sheet, table, column or pivot table was deleted. */
export function slicersOf(workbook: Workbook, sheet?: Sheet): Slicer[] {
  return workbook.slicers.filter((slicer) => isThere(workbook, slicer) && (!sheet || slicer.sheet === sheet));
}

function freeName(workbook: Workbook, wanted: string): string {
  const taken = (name: string) =>
    slicersOf(workbook).some((slicer) => slicer.name.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let number = 1; taken(name); number++) name = `${wanted} ${number}`;
  return name;
}

/** Adds a slicer that filters nothing yet. Its name is that of the column or field. */
export function addSlicer(workbook: Workbook, sheet: Sheet, source: SlicerSource): Slicer {
  const caption = 'table' in source ? source.column.name : source.field.name;
  const slicer: Slicer = {
    id: `{${String(workbook.nextNumber('slicer')).padStart(8, '0')}-0000-0000-0000-000000000002}`,
    name: freeName(workbook, caption),
    caption,
    sheet,
    ...SIZE,
    sortBy: 'Ascending',
    style: 'SlicerStyleLight1',
    source: 'table' in source ? { table: source.table, columnId: source.column.id } : source,
  };
  workbook.slicers.push(slicer);
  workbook.emit({ kind: 'structure' });
  return slicer;
}

/** @throws InvalidArgument for a blank name, ItemAlreadyExists */
export function renameSlicer(workbook: Workbook, slicer: Slicer, name: string): void {
  requireArgument(name !== '');
  const other = slicersOf(workbook).find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (other && other !== slicer) throw new HostError('ItemAlreadyExists');
  slicer.name = name;
}

/** Takes a slicer away; what it filtered stays filtered, as in Excel. */
export function deleteSlicer(workbook: Workbook, slicer: Slicer): void {
  workbook.slicers = workbook.slicers.filter((other) => other !== slicer);
  workbook.emit({ kind: 'structure' });
}
