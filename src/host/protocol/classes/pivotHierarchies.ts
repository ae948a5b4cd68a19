import { requireArgument } from '../../errors';
import { AGGREGATIONS } from '../../pivot/aggregate';
import { drawPivot } from '../../pivot/draw';
import {
  addData,
  addToAxis,
  moveInList,
  removeData,
  removeFromAxis,
  renameData,
  renameField,
  summarize,
} from '../../pivot/fields';
import { needsOf, SHOW_AS } from '../../pivot/showAs';
import type { DataField, PivotAxis, PivotField, PivotTable, ShowAs } from '../../store/pivot';
import { type Call, defineClass, type HostClass, HostObject, object, type Property } from '../hostClass';
import { flag, integer, oneOf, record, text } from '../convert';
import { fieldObject, type FieldTarget, findItem, type ItemTarget } from './pivotFields';

/** The hierarchies on one axis. */
interface AxisTarget {
  pivot: PivotTable;
  axis: PivotAxis;
}

/** One hierarchy where it is. */
interface PlacedTarget extends FieldTarget {
  axis: PivotAxis;
}

interface DataTarget {
  pivot: PivotTable;
  data: DataField;
}

/** The field behind a hierarchy of this pivot table that was passed as an object. */
function fieldArgument(pivot: PivotTable, value: unknown): PivotField {
  const target = value instanceof HostObject ? (value.target as Partial<FieldTarget>) : {};
  requireArgument(target.pivot === pivot && target.field);
  return target.field;
}

const NAME: Property<FieldTarget> = {
  get: ({ field }) => field.name,
  set: ({ pivot, field }, value, { workbook }) => renameField(workbook, pivot, field, text(value)),
};

const FIELDS = { Fields: (target: FieldTarget) => object('PivotFieldCollection', target) };

const hierarchies = defineClass<PivotTable>({
  items: (pivot) => pivot.fields.map((field) => object('PivotHierarchy', { pivot, field })),
  item: (pivot, key) => {
    const field = pivot.field(String(key));
    return field ? object('PivotHierarchy', { pivot, field }) : null;
  },
});

const hierarchy = defineClass<FieldTarget>({
  identity: ({ field }) => field.id,
  properties: { Id: { get: ({ field }) => field.id }, Name: NAME },
  objects: FIELDS,
});

/** Rows, columns and filters are collections of the same kind. */
function axisCollection(itemClass: string): HostClass<never> {
  const make = ({ pivot, axis }: AxisTarget, field: PivotField) => object(itemClass, { pivot, axis, field });
  return defineClass<AxisTarget>({
    items: (target) => target.pivot.axes[target.axis].map((field) => make(target, field)),
    item: (target, key) => {
      const field = target.pivot.field(String(key));
      return field && target.pivot.axes[target.axis].includes(field) ? make(target, field) : null;
    },
    methods: {
      Add: (target, [given], { workbook }) => {
        const field = fieldArgument(target.pivot, given);
        addToAxis(workbook, target.pivot, target.axis, field);
        return make(target, field);
      },
      Remove: ({ pivot, axis }, [given], { workbook }) =>
        removeFromAxis(workbook, pivot, axis, fieldArgument(pivot, given)),
    },
  });
}

const POSITION: Property<PlacedTarget> = {
  get: ({ pivot, axis, field }) => pivot.axes[axis].indexOf(field),
  set: ({ pivot, axis, field }, value, { workbook }) => {
    moveInList(pivot.axes[axis], field, integer(value));
    drawPivot(workbook, pivot);
  },
};

/** The name, order and filters that a field begins with. */
function setToDefault({ pivot, field }: PlacedTarget, _args: unknown[], { workbook }: Call): void {
  Object.assign(field, { name: field.id, sort: { by: 'labels', ascending: true }, filters: {}, subtotals: true });
  Object.assign(field, { showAllItems: false, multipleFilterItems: false });
  for (const item of field.items) Object.assign(item, { visible: true, expanded: true, caption: undefined });
  drawPivot(workbook, pivot);
}

function placedClass(extra: Record<string, Property<PlacedTarget>> = {}): HostClass<never> {
  return defineClass<PlacedTarget>({
    identity: ({ field }) => field.id,
    properties: { Id: { get: ({ field }) => field.id }, Name: NAME, Position: POSITION, ...extra },
    objects: FIELDS,
    methods: { SetToDefault: setToDefault },
  });
}

const MULTIPLE_ITEMS: Property<PlacedTarget> = {
  get: ({ field }) => field.multipleFilterItems,
  set: ({ field }, value) => (field.multipleFilterItems = flag(value)),
};

export function dataObject(pivot: PivotTable, data: DataField): HostObject {
  return object('DataPivotHierarchy', { pivot, data });
}

function findData(pivot: PivotTable, key: unknown): DataField | undefined {
  const lower = String(key).toLowerCase();
  return (
    pivot.data.find(({ name }) => name.toLowerCase() === lower) ??
    pivot.data.find(({ id }) => id.toLowerCase() === lower)
  );
}

const dataCollection = defineClass<PivotTable>({
  items: (pivot) => pivot.data.map((data) => dataObject(pivot, data)),
  item: (pivot, key) => {
    const data = findData(pivot, key);
    return data ? dataObject(pivot, data) : null;
  },
  methods: {
    Add: (pivot, [given], { workbook }) => dataObject(pivot, addData(workbook, pivot, fieldArgument(pivot, given))),
    Remove: (pivot, [given], { workbook }) => {
      const target = given instanceof HostObject ? (given.target as Partial<DataTarget>) : {};
      requireArgument(target.data);
      removeData(workbook, pivot, target.data);
    },
  },
});

function baseField(pivot: PivotTable, value: unknown): PivotField | undefined {
  if (value instanceof HostObject) return fieldArgument(pivot, value);
  return typeof value === 'string' ? pivot.field(value) : undefined;
}

/** Objects come as objects, or as the ids that the property was read as. @throws InvalidArgument */
function showAsOf({ pivot }: DataTarget, value: unknown): ShowAs {
  const given = record(value);
  const calculation = oneOf(given.calculation, SHOW_AS);
  const field = baseField(pivot, given.baseField);
  const item =
    given.baseItem instanceof HostObject
      ? (given.baseItem.target as ItemTarget).item
      : field && findItem(field, given.baseItem);
  const needs = needsOf(calculation);
  requireArgument((!needs.field || field) && (!needs.item || item), 'The calculation needs a base field or item.');
  return { calculation, ...(needs.field && { baseField: field }), ...(needs.item && { baseItem: item }) };
}

const dataHierarchy = defineClass<DataTarget>({
  identity: ({ data }) => data.id,
  properties: {
    Id: { get: ({ data }) => data.id },
    Name: {
      get: ({ data }) => data.name,
      set: ({ pivot, data }, value, { workbook }) => renameData(workbook, pivot, data, text(value)),
    },
    NumberFormat: {
      get: ({ data }) => data.numberFormat,
      set: ({ pivot, data }, value, { workbook }) => {
        data.numberFormat = text(value);
        drawPivot(workbook, pivot);
      },
    },
    Position: {
      get: ({ pivot, data }) => pivot.data.indexOf(data),
      set: ({ pivot, data }, value, { workbook }) => {
        moveInList(pivot.data, data, integer(value));
        drawPivot(workbook, pivot);
      },
    },
    ShowAs: {
      get: ({ data: { showAs } }) => ({
        calculation: showAs.calculation,
        ...(showAs.baseField && { baseField: showAs.baseField.id }),
        ...(showAs.baseItem && { baseItem: showAs.baseItem.id }),
      }),
      set: (target, value, { workbook }) => {
        target.data.showAs = showAsOf(target, value);
        drawPivot(workbook, target.pivot);
      },
    },
    SummarizeBy: {
      get: ({ data }) => data.summarizeBy,
      set: ({ pivot, data }, value, { workbook }) =>
        summarize(workbook, pivot, data, oneOf(value, [...AGGREGATIONS, 'Automatic' as const])),
    },
  },
  objects: { Field: ({ pivot, data }) => fieldObject(pivot, data.field) },
  methods: {
    SetToDefault: ({ pivot, data }, _args, { workbook }) => {
      Object.assign(data, { isRenamed: false, showAs: { calculation: 'None' }, numberFormat: 'General' });
      summarize(workbook, pivot, data, 'Automatic');
    },
  },
});

export const PIVOT_HIERARCHY_CLASSES = {
  DataPivotHierarchy: dataHierarchy,
  DataPivotHierarchyCollection: dataCollection,
  FilterPivotHierarchy: placedClass({ EnableMultipleFilterItems: MULTIPLE_ITEMS }),
  FilterPivotHierarchyCollection: axisCollection('FilterPivotHierarchy'),
  PivotHierarchy: hierarchy,
  PivotHierarchyCollection: hierarchies,
  RowColumnPivotHierarchy: placedClass(),
  RowColumnPivotHierarchyCollection: axisCollection('RowColumnPivotHierarchy'),
};
