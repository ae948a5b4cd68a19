import { HostError } from '../../errors';
import { applyTableFilters } from '../../edit/filter';
import { readValues } from '../../edit/read';
import { addColumn, deleteColumn } from '../../edit/tableColumns';
import { renameColumn } from '../../edit/tableCells';
import { type CellInput, shapeMatrix, writeCells } from '../../edit/write';
import type { Area } from '../../store/address';
import type { FilterCriteria } from '../../store/sheet';
import type { Table, TableColumn } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, type HostObject, object } from '../hostClass';
import { list, number, optionalInteger, optionalText, record, text } from '../convert';
import { rangeObject } from '../targets';

interface ColumnTarget {
  table: Table;
  column: TableColumn;
}

function indexOf({ table, column }: ColumnTarget): number {
  const index = table.columns.indexOf(column);
  if (index < 0) throw new HostError('ItemNotFound');
  return index;
}

function partOf(target: ColumnTarget, area: Area | null): HostObject {
  if (!area) throw new HostError('ItemNotFound');
  return rangeObject(target.table.sheet, target.table.columnPart(area, indexOf(target)));
}

function columnObject(table: Table, column: TableColumn | undefined): HostObject | null {
  return column ? object('TableColumn', { table, column }) : null;
}

/** By id when the key is a number, else by name, else by id as text. */
function findColumn(table: Table, key: unknown): TableColumn | undefined {
  if (typeof key === 'number') return table.columns.find((column) => column.id === key);
  const byName = table.columns[table.columnIndex(String(key))];
  return byName ?? table.columns.find((column) => String(column.id) === key);
}

/** `values` of a new column: scalars, or a matrix with one column. */
function columnValues(values: unknown): CellInput[] | null {
  if (values === null || values === undefined) return null;
  return (Array.isArray(values) ? values : [values]).map(
    (row: unknown) => (Array.isArray(row) ? row[0] : row) as CellInput,
  );
}

function add(table: Table, [index, values, name]: unknown[], workbook: Workbook): HostObject | null {
  const at = addColumn(workbook, table, optionalInteger(index), columnValues(values), optionalText(name));
  return columnObject(table, table.columns[at]);
}

export const tableColumnCollectionClass = defineClass<Table>({
  properties: { Count: { get: (table) => table.columns.length } },
  items: (table) => table.columns.map((column) => object('TableColumn', { table, column })),
  item: (table, key) => columnObject(table, findColumn(table, key)),
  methods: { Add: (table, args, { workbook }) => add(table, args, workbook) },
});

export const tableColumnClass = defineClass<ColumnTarget>({
  identity: ({ column }) => column.id,
  properties: {
    Id: { get: ({ column }) => column.id },
    Index: { get: indexOf },
    Name: {
      get: ({ column }) => column.name,
      set: (target, value, { workbook }) => renameColumn(workbook, target.table, indexOf(target), text(value)),
    },
    Values: {
      get: (target, { workbook }) =>
        readValues(workbook, target.table.sheet, target.table.columnPart(target.table.area, indexOf(target))),
      set: (target, value, { workbook }) => {
        const area = target.table.columnPart(target.table.area, indexOf(target));
        writeCells(workbook, target.table.sheet, area, shapeMatrix(value, area));
      },
    },
  },
  objects: { Filter: (target) => object('Filter', target) },
  methods: {
    GetRange: (target) => partOf(target, target.table.area),
    GetDataBodyRange: (target) => partOf(target, target.table.body),
    GetHeaderRowRange: (target) => partOf(target, target.table.header),
    GetTotalRowRange: (target) => partOf(target, target.table.totals),
    Delete: (target, _args, { workbook }) => deleteColumn(workbook, target.table, indexOf(target)),
  },
});

function apply({ table, column }: ColumnTarget, criteria: FilterCriteria | null, { workbook }: Call): void {
  if (criteria) column.filter = criteria;
  else delete column.filter;
  applyTableFilters(workbook, table);
}

export const filterClass = defineClass<ColumnTarget>({
  properties: { Criteria: { get: ({ column }) => column.filter ?? null } },
  methods: {
    Apply: (target, [criteria], call) => apply(target, record(criteria), call),
    ApplyValuesFilter: (target, [values], call) => apply(target, { filterOn: 'Values', values: list(values) }, call),
    ApplyCustomFilter: (target, [criterion1, criterion2, operator], call) =>
      apply(
        target,
        {
          filterOn: 'Custom',
          criterion1: text(criterion1),
          criterion2: optionalText(criterion2),
          operator: optionalText(operator) ?? 'And',
        },
        call,
      ),
    ApplyTopItemsFilter: (target, [count], call) =>
      apply(target, { filterOn: 'TopItems', criterion1: String(number(count)) }, call),
    ApplyBottomItemsFilter: (target, [count], call) =>
      apply(target, { filterOn: 'BottomItems', criterion1: String(number(count)) }, call),
    ApplyTopPercentFilter: (target, [share], call) =>
      apply(target, { filterOn: 'TopPercent', criterion1: String(number(share)) }, call),
    ApplyBottomPercentFilter: (target, [share], call) =>
      apply(target, { filterOn: 'BottomPercent', criterion1: String(number(share)) }, call),
    ApplyCellColorFilter: (target, [color], call) => apply(target, { filterOn: 'CellColor', color: text(color) }, call),
    ApplyFontColorFilter: (target, [color], call) => apply(target, { filterOn: 'FontColor', color: text(color) }, call),
    ApplyDynamicFilter: (target, [criteria], call) =>
      apply(target, { filterOn: 'Dynamic', dynamicCriteria: text(criteria) }, call),
    Clear: (target, _args, call) => apply(target, null, call),
  },
});
