import { HostError, requireArgument } from '../../errors';
import { drawPivot } from '../../pivot/draw';
import { renameField } from '../../pivot/fields';
import { applyFilters, clearFilters, type FilterKind, filtersOf, showOnly } from '../../pivot/filters';
import { compareItems } from '../../pivot/order';
import type { DataField, PivotField, PivotItem, PivotTable } from '../../store/pivot';
import { itemText } from '../../store/pivot';
import { type Call, defineClass, HostObject, object } from '../hostClass';
import { flag, list, oneOf, record, text } from '../convert';

/** A field of a pivot table: alone in its hierarchy, wherever the hierarchy is. */
export interface FieldTarget {
  pivot: PivotTable;
  field: PivotField;
}

export interface ItemTarget extends FieldTarget {
  item: PivotItem;
}

export function fieldObject(pivot: PivotTable, field: PivotField): HostObject {
  return object('PivotField', { pivot, field });
}

export function itemObject(target: FieldTarget, item: PivotItem): HostObject {
  return object('PivotItem', { ...target, item });
}

/** An item by name or id. */
export function findItem(field: PivotField, key: unknown): PivotItem | undefined {
  const lower = String(key).toLowerCase();
  return (
    field.items.find((item) => itemText(item).toLowerCase() === lower) ??
    field.items.find(({ id }) => id.toLowerCase() === lower)
  );
}

const fieldCollection = defineClass<FieldTarget>({
  items: ({ pivot, field }) => [fieldObject(pivot, field)],
  item: ({ pivot, field }, key) => (pivot.field(String(key)) === field ? fieldObject(pivot, field) : null),
});

const KINDS = ['Value', 'Manual', 'Label', 'Date'] as const satisfies readonly FilterKind[];

function ascending(value: unknown): boolean {
  return typeof value === 'boolean' ? value : oneOf(value, ['Ascending', 'Descending'] as const) === 'Ascending';
}

/** Items given as objects or ids, as ids. */
function scopeIds(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return list(value).map((item) => (item instanceof HostObject ? (item.target as ItemTarget).item.id : text(item)));
}

function sortByValues({ pivot, field }: FieldTarget, args: unknown[], { workbook }: Call): void {
  const [sortBy, hierarchy, scope] = args;
  const data = hierarchy instanceof HostObject ? (hierarchy.target as { data?: DataField }).data : undefined;
  requireArgument(data);
  field.sort = { by: 'values', ascending: ascending(sortBy), data, scope: scopeIds(scope) };
  drawPivot(workbook, pivot);
}

/** Manual filters name items by id or object. */
function selectedItems(field: PivotField, filters: Record<string, unknown>): PivotItem[] | undefined {
  const manual = filters.manualFilter;
  if (manual === null || manual === undefined) return undefined;
  return list(record(manual).selectedItems ?? []).map((given) => {
    const item = given instanceof HostObject ? (given.target as ItemTarget).item : findItem(field, given);
    requireArgument(item && field.items.includes(item), 'The filter names an item that the field has not.');
    return item;
  });
}

const SUBTOTALS = [
  'average',
  'count',
  'countNumbers',
  'max',
  'min',
  'product',
  'standardDeviation',
  'standardDeviationP',
  'sum',
  'variance',
  'varianceP',
];

function setSubtotals({ pivot, field }: FieldTarget, value: unknown, { workbook }: Call): void {
  const wanted = record(value);
  const automatic = wanted.automatic === true;
  // Subtotals by functions of their own are lines that the host does not draw.
  if (!automatic && SUBTOTALS.some((name) => wanted[name] === true)) throw new HostError('UnsupportedOperation');
  field.subtotals = automatic;
  drawPivot(workbook, pivot);
}

const pivotField = defineClass<FieldTarget>({
  identity: ({ field }) => field.id,
  properties: {
    Id: { get: ({ field }) => field.id },
    Name: {
      get: ({ field }) => field.name,
      set: ({ pivot, field }, value, { workbook }) => renameField(workbook, pivot, field, text(value)),
    },
    ShowAllItems: {
      get: ({ field }) => field.showAllItems,
      set: ({ pivot, field }, value, { workbook }) => {
        field.showAllItems = flag(value);
        drawPivot(workbook, pivot);
      },
    },
    Subtotals: {
      get: ({ field }) => ({
        automatic: field.subtotals,
        ...Object.fromEntries(SUBTOTALS.map((name) => [name, false])),
      }),
      set: setSubtotals,
    },
  },
  objects: { Items: (target) => object('PivotItemCollection', target) },
  methods: {
    ApplyFilter: ({ pivot, field }, [filters], { workbook }) => {
      const given = record(filters);
      applyFilters(workbook, pivot, field, given, selectedItems(field, given));
    },
    ClearAllFilters: ({ pivot, field }, _args, { workbook }) => clearFilters(workbook, pivot, field, KINDS),
    ClearFilter: ({ pivot, field }, [kind], { workbook }) => clearFilters(workbook, pivot, field, [oneOf(kind, KINDS)]),
    GetFilters: ({ field }) => filtersOf(field),
    IsFiltered: ({ field }, [kind]) => {
      const wanted = kind === null || kind === undefined ? KINDS : [oneOf(kind, KINDS)];
      const filters = filtersOf(field);
      return wanted.some((each) => filters[`${each.toLowerCase()}Filter`] !== undefined);
    },
    SortByLabels: ({ pivot, field }, [sortBy], { workbook }) => {
      field.sort = { by: 'labels', ascending: ascending(sortBy) };
      drawPivot(workbook, pivot);
    },
    SortByValues: sortByValues,
  },
});

/** All items of a field in their order, or some of them (`layout.getPivotItems`). */
interface ItemsTarget extends FieldTarget {
  some?: ItemTarget[];
}

function itemsOf({ pivot, field, some }: ItemsTarget): ItemTarget[] {
  if (some) return some;
  const ordered = [...field.items].sort(compareItems(field, pivot.options.useCustomSortLists));
  return ordered.map((item) => ({ pivot, field, item }));
}

const itemCollection = defineClass<ItemsTarget>({
  items: (target) => itemsOf(target).map((each) => itemObject(each, each.item)),
  item: (target, key) => {
    const lower = String(key).toLowerCase();
    const all = itemsOf(target);
    const named = all.find(({ item }) => itemText(item).toLowerCase() === lower);
    const wanted = named ?? all.find(({ item }) => item.id.toLowerCase() === lower);
    return wanted ? itemObject(wanted, wanted.item) : null;
  },
});

function rename({ pivot, field, item }: ItemTarget, name: string, { workbook }: Call): void {
  const other = findItem(field, name);
  requireArgument(name !== '' && (other === undefined || other === item), 'Another item has the name.');
  item.caption = name === item.id ? undefined : name;
  drawPivot(workbook, pivot);
}

const pivotItem = defineClass<ItemTarget>({
  identity: ({ item }) => item.id,
  properties: {
    Id: { get: ({ item }) => item.id },
    Name: { get: ({ item }) => itemText(item), set: (target, value, call) => rename(target, text(value), call) },
    IsExpanded: {
      get: ({ item }) => item.expanded,
      set: ({ pivot, item }, value, { workbook }) => {
        item.expanded = flag(value);
        drawPivot(workbook, pivot);
      },
    },
    Visible: {
      get: ({ item }) => item.visible,
      set: ({ pivot, field, item }, value, { workbook }) => {
        const shown = field.items.filter((other) => (other === item ? flag(value) : other.visible));
        showOnly(workbook, pivot, field, shown);
      },
    },
  },
});

export const PIVOT_FIELD_CLASSES = {
  PivotField: pivotField,
  PivotFieldCollection: fieldCollection,
  PivotItem: pivotItem,
  PivotItemCollection: itemCollection,
};
