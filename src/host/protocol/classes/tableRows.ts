import { HostError, requireArgument } from '../../errors';
import { readValues } from '../../edit/read';
import { addTableRows, deleteTableRows } from '../../edit/tables';
import { type CellInput, shapeMatrix, writeCells } from '../../edit/write';
import type { Area } from '../../store/address';
import type { Table } from '../../store/table';
import { type Call, defineClass, HostObject, object } from '../hostClass';
import { integer, list, optionalInteger } from '../convert';
import { rangeObject, RangeTarget } from '../targets';

interface RowTarget {
  table: Table;
  index: number;
}

function areaOf({ table, index }: RowTarget): Area {
  if (index < 0 || index >= table.body.rows) throw new HostError('ItemNotFound');
  return { ...table.body, row: table.bodyTop + index, rows: 1 };
}

/** `values` of new rows: a matrix, one row, or one scalar for a table of one column. */
function rowValues(values: unknown, table: Table): CellInput[][] | null {
  if (values === null || values === undefined) return null;
  if (!Array.isArray(values)) return shapeMatrix(values, { ...table.body, rows: 1 });
  const rows: unknown[] = Array.isArray(values[0]) ? values : [values];
  return rows.map((row) => shapeMatrix([row], { ...table.body, rows: 1 })[0] as CellInput[]);
}

function add(table: Table, [index, values]: unknown[], { workbook, session }: Call): HostObject {
  const rows = rowValues(values, table);
  const first = addTableRows(workbook, table, optionalInteger(index), rows);
  session.rowsAdded.add(table.id);
  // Rule rows-add-conflicts: while others edit, the pessimistic reading is that the rows get lost when they are merged.
  if (workbook.variant === 'pessimistic' && session.isCollaborating())
    session.takeBack(rangeOf(table, first, rows?.length ?? 1));
  return object('TableRow', { table, index: first });
}

function rangeOf(table: Table, first: number, rows: number): RangeTarget {
  return new RangeTarget(table.sheet, { ...table.body, row: table.bodyTop + first, rows });
}

function rowIndexes(rows: unknown): number[] {
  return list(rows).map((row) => {
    if (typeof row === 'number') return integer(row);
    requireArgument(row instanceof HostObject);
    return (row.target as RowTarget).index;
  });
}

export const tableRowCollectionClass = defineClass<Table>({
  properties: { Count: { get: (table) => table.body.rows } },
  items: (table) => Array.from({ length: table.body.rows }, (_, index) => object('TableRow', { table, index })),
  item: (table, key) => object('TableRow', { table, index: integer(key) }),
  methods: {
    Add: add,
    GetItemAt: (table, [index]) => {
      areaOf({ table, index: integer(index) });
      return object('TableRow', { table, index });
    },
    DeleteRows: (table, [rows], { workbook }) => {
      const sorted = [...new Set(rowIndexes(rows))].sort((a, b) => b - a);
      for (const index of sorted) deleteTableRows(workbook, table, index);
    },
    DeleteRowsAt: (table, [index, count], { workbook }) =>
      deleteTableRows(workbook, table, integer(index), optionalInteger(count) ?? 1),
  },
});

export const tableRowClass = defineClass<RowTarget>({
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (target, { workbook }) => readValues(workbook, target.table.sheet, areaOf(target)),
      set: (target, value, { workbook }) =>
        writeCells(workbook, target.table.sheet, areaOf(target), shapeMatrix(value, areaOf(target))),
    },
  },
  methods: {
    GetRange: (target) => rangeObject(target.table.sheet, areaOf(target)),
    Delete: ({ table, index }, _args, { workbook }) => deleteTableRows(workbook, table, index),
  },
});
