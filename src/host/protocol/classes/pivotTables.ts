import { requireArgument } from '../../errors';
import { type Place, requirePlace } from '../../edit/resolve';
import { sourceCells } from '../../pivot/cache';
import { deletePivot, pivotsOf, refreshPivot } from '../../pivot/draw';
import { addPivot, renamePivot } from '../../pivot/fields';
import { formatArea, quoteSheet } from '../../store/address';
import type { PivotSource, PivotTable } from '../../store/pivot';
import type { Sheet } from '../../store/sheet';
import { Table } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, HostObject, object, type Property } from '../hostClass';
import { flag, found, optionalText, text } from '../convert';
import { RangeTarget } from '../targets';

/** The pivot tables of a sheet, or of the workbook. */
interface Scope {
  sheet?: Sheet;
}

function named(pivots: readonly PivotTable[], key: unknown): HostObject | null {
  const lower = String(key).toLowerCase();
  const pivot = pivots.find(({ id, name }) => id === key || name.toLowerCase() === lower);
  return pivot ? object('PivotTable', pivot) : null;
}

function placeOf(value: unknown, home: Sheet, workbook: Workbook): Place {
  const target = value instanceof HostObject ? value.target : undefined;
  if (target instanceof RangeTarget) return { sheet: target.sheet, area: target.cells };
  return requirePlace(workbook, home, text(value));
}

/** A range, a table, an address with its sheet, or the name of a table. */
function sourceOf(value: unknown, home: Sheet, workbook: Workbook): PivotSource {
  if (value instanceof HostObject && value.target instanceof Table) return { table: value.target };
  const table = typeof value === 'string' ? workbook.findTable(value) : undefined;
  if (table && table.name.toLowerCase() === String(value).toLowerCase()) return { table };
  return { anchor: placeOf(value, home, workbook) };
}

function add({ sheet }: Scope, [name, source, destination]: unknown[], { workbook }: Call): HostObject {
  const home = sheet ?? workbook.activeSheet;
  const place = placeOf(destination, home, workbook);
  requireArgument(!sheet || place.sheet === sheet, 'The destination is on another worksheet.');
  return object('PivotTable', addPivot(workbook, optionalText(name), sourceOf(source, home, workbook), place));
}

const collection = defineClass<Scope>({
  items: ({ sheet }, { workbook }) => pivotsOf(workbook, sheet).map((pivot) => object('PivotTable', pivot)),
  item: ({ sheet }, key, { workbook }) => named(pivotsOf(workbook, sheet), key),
  methods: {
    Add: add,
    RefreshAll: ({ sheet }, _args, { workbook }) => {
      for (const pivot of pivotsOf(workbook, sheet)) refreshPivot(workbook, pivot);
    },
  },
});

const scopedCollection = defineClass<PivotTable[]>({
  items: (pivots) => pivots.map((pivot) => object('PivotTable', pivot)),
  item: (pivots, key) => named(pivots, key),
  methods: { GetFirst: (pivots) => object('PivotTable', found(pivots[0])) },
});

function option(key: keyof PivotTable['options']): Property<PivotTable> {
  return { get: ({ options }) => options[key], set: ({ options }, value) => (options[key] = flag(value)) };
}

/** The table's name, or the address with its sheet. */
function sourceText({ source }: PivotTable): string {
  if ('table' in source) return source.table.name;
  const { sheet, area } = sourceCells(source);
  return `${quoteSheet(sheet.name)}!${formatArea(area)}`;
}

const pivotTable = defineClass<PivotTable>({
  identity: (pivot) => pivot.id,
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: ({ name }) => name,
      set: (pivot, value, { workbook }) => renamePivot(workbook, pivot, text(value)),
    },
    AllowMultipleFiltersPerField: option('allowMultipleFiltersPerField'),
    EnableDataValueEditing: option('enableDataValueEditing'),
    RefreshOnOpen: option('refreshOnOpen'),
    UseCustomSortLists: option('useCustomSortLists'),
  },
  objects: {
    ColumnHierarchies: (pivot) => object('RowColumnPivotHierarchyCollection', { pivot, axis: 'column' }),
    DataHierarchies: (pivot) => object('DataPivotHierarchyCollection', pivot),
    FilterHierarchies: (pivot) => object('FilterPivotHierarchyCollection', { pivot, axis: 'filter' }),
    Hierarchies: (pivot) => object('PivotHierarchyCollection', pivot),
    Layout: (pivot) => object('PivotLayout', pivot),
    RowHierarchies: (pivot) => object('RowColumnPivotHierarchyCollection', { pivot, axis: 'row' }),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  methods: {
    Delete: (pivot, _args, { workbook }) => deletePivot(workbook, pivot),
    GetDataSourceString: sourceText,
    GetDataSourceType: ({ source }) => ('table' in source ? 'LocalTable' : 'LocalRange'),
    Refresh: (pivot, _args, { workbook }) => refreshPivot(workbook, pivot),
  },
});

export const PIVOT_TABLE_CLASSES = {
  PivotTable: pivotTable,
  PivotTableCollection: collection,
  PivotTableScopedCollection: scopedCollection,
};
