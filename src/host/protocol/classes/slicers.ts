import { HostError, requireArgument } from '../../errors';
import { pivotsOf } from '../../pivot/draw';
import { clearSlicer, isCleared, selectItem, selectItems, type SlicerItem, slicerItems } from '../../slicer/items';
import { addSlicer, deleteSlicer, renameSlicer, type SlicerSource, slicersOf } from '../../slicer/slicers';
import { PivotTable, type Slicer } from '../../store/pivot';
import { Sheet } from '../../store/sheet';
import { Table, type TableColumn } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, HostObject, object, type Property } from '../hostClass';
import { flag, found, list, number, oneOf, text } from '../convert';
import type { FieldTarget } from './pivotFields';

/** The slicers of a sheet, or of the workbook. */
interface Scope {
  sheet?: Sheet;
}

interface ItemTarget {
  slicer: Slicer;
  key: string;
}

/** A pivot table, a table, or the name or id of one. @throws ItemNotFound */
function sourceOf(value: unknown, workbook: Workbook): PivotTable | Table {
  const target = value instanceof HostObject ? value.target : undefined;
  if (target instanceof PivotTable || target instanceof Table) return target;
  const key = text(value).toLowerCase();
  const pivot = pivotsOf(workbook).find(({ id, name }) => [id, name].some((each) => each.toLowerCase() === key));
  return found(pivot ?? workbook.findTable(key));
}

function columnOf(table: Table, value: unknown): TableColumn {
  const target = value instanceof HostObject ? (value.target as { table?: Table; column?: TableColumn }) : {};
  const column = target.table === table ? target.column : undefined;
  const named = typeof value === 'string' ? table.columns[table.columnIndex(value)] : undefined;
  return found(column ?? named ?? table.columns.find(({ id }) => String(id) === String(value)));
}

function fieldOf(pivot: PivotTable, value: unknown): FieldTarget['field'] {
  const target = value instanceof HostObject ? (value.target as Partial<FieldTarget>) : {};
  const given = target.pivot === pivot ? target.field : undefined;
  return found(given ?? (value instanceof HostObject ? undefined : pivot.field(String(value))));
}

function sheetOf(value: unknown, scope: Scope, workbook: Workbook): Sheet {
  if (value instanceof HostObject && value.target instanceof Sheet) return value.target;
  if (value !== null && value !== undefined) return workbook.sheet(text(value));
  requireArgument(scope.sheet, 'A slicer of the workbook needs a worksheet to stand on.');
  return scope.sheet;
}

function add(scope: Scope, [source, field, destination]: unknown[], { workbook }: Call): HostObject {
  const from = sourceOf(source, workbook);
  const sheet = sheetOf(destination, scope, workbook);
  const by: SlicerSource =
    from instanceof Table
      ? { table: from, column: columnOf(from, field) }
      : { pivot: from, field: fieldOf(from, field) };
  return object('Slicer', addSlicer(workbook, sheet, by));
}

const collection = defineClass<Scope>({
  items: ({ sheet }, { workbook }) => slicersOf(workbook, sheet).map((slicer) => object('Slicer', slicer)),
  item: ({ sheet }, key, { workbook }) => {
    const lower = String(key).toLowerCase();
    const slicer = slicersOf(workbook, sheet).find(({ id, name }) => id === key || name.toLowerCase() === lower);
    return slicer ? object('Slicer', slicer) : null;
  },
  methods: { Add: add },
});

/** A length in points. @throws InvalidArgument below zero, for sizes also at zero */
function length(key: 'left' | 'top' | 'width' | 'height'): Property<Slicer> {
  const isSize = key === 'width' || key === 'height';
  return {
    get: (slicer) => slicer[key],
    set: (slicer, value) => {
      const points = number(value);
      requireArgument(isSize ? points > 0 : points >= 0);
      slicer[key] = points;
    },
  };
}

const SORTS = ['DataSourceOrder', 'Ascending', 'Descending'] as const;

const slicerClass = defineClass<Slicer>({
  identity: ({ id }) => id,
  properties: {
    Caption: { get: ({ caption }) => caption, set: (slicer, value) => (slicer.caption = text(value)) },
    Height: length('height'),
    Id: { get: ({ id }) => id },
    IsFilterCleared: { get: isCleared },
    Left: length('left'),
    Name: {
      get: ({ name }) => name,
      set: (slicer, value, { workbook }) => renameSlicer(workbook, slicer, text(value)),
    },
    SortBy: { get: ({ sortBy }) => sortBy, set: (slicer, value) => (slicer.sortBy = oneOf(value, SORTS)) },
    Style: { get: ({ style }) => style, set: (slicer, value) => (slicer.style = text(value)) },
    Top: length('top'),
    Width: length('width'),
  },
  objects: {
    SlicerItems: (slicer) => object('SlicerItemCollection', slicer),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  methods: {
    ClearFilters: (slicer, _args, { workbook }) => clearSlicer(workbook, slicer),
    Delete: (slicer, _args, { workbook }) => deleteSlicer(workbook, slicer),
    GetSelectedItems: (slicer, _args, { workbook }) =>
      slicerItems(workbook, slicer)
        .filter(({ isSelected }) => isSelected)
        .map(({ key }) => key),
    SelectItems: (slicer, [keys], { workbook }) =>
      selectItems(workbook, slicer, keys === null || keys === undefined ? [] : list(keys).map(text)),
  },
});

function itemOf({ slicer, key }: ItemTarget, { workbook }: Call): SlicerItem {
  const item = slicerItems(workbook, slicer).find((each) => each.key === key);
  if (!item) throw new HostError('ItemNotFound');
  return item;
}

const itemCollection = defineClass<Slicer>({
  items: (slicer, { workbook }) =>
    slicerItems(workbook, slicer).map(({ key }) => object('SlicerItem', { slicer, key })),
  item: (slicer, wanted, { workbook }) => {
    const lower = String(wanted).toLowerCase();
    const item = slicerItems(workbook, slicer).find(({ key, name }) =>
      [key, name].some((each) => each.toLowerCase() === lower),
    );
    return item ? object('SlicerItem', { slicer, key: item.key }) : null;
  },
});

const slicerItem = defineClass<ItemTarget>({
  identity: ({ key }) => key,
  identityKey: '_Id',
  properties: {
    HasData: { get: (target, call) => itemOf(target, call).hasData },
    IsSelected: {
      get: (target, call) => itemOf(target, call).isSelected,
      set: ({ slicer, key }, value, { workbook }) => selectItem(workbook, slicer, key, flag(value)),
    },
    Key: { get: ({ key }) => key },
    Name: { get: (target, call) => itemOf(target, call).name },
  },
});

export const SLICER_CLASSES = {
  Slicer: slicerClass,
  SlicerCollection: collection,
  SlicerItem: slicerItem,
  SlicerItemCollection: itemCollection,
};
