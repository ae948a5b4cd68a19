import { HostError } from '../../errors';
import { resolveReference, tableAt } from '../../edit/resolve';
import { readText } from '../../edit/read';
import type { Binding, Workbook } from '../../store/workbook';
import { defineClass, HostObject, object } from '../hostClass';
import { found, oneOf, rangeArgument, text } from '../convert';
import { rangeObject, RangeTarget } from '../targets';

const TYPES = ['Range', 'Table', 'Text'] as const;

function bind(workbook: Workbook, anchor: RangeTarget, type: unknown, id: unknown): HostObject {
  const kind = oneOf(type, TYPES);
  const table = tableAt(workbook, anchor.sheet, anchor.cells);
  if (kind === 'Table' && !table) throw new HostError('InvalidArgument');
  workbook.anchors.add(anchor);
  const binding: Binding = { id: text(id), type: kind, anchor, ...(kind === 'Table' && { table }) };
  workbook.bindings.set(binding.id, binding);
  return object('Binding', binding);
}

export const bindingCollectionClass = defineClass<Workbook>({
  properties: { Count: { get: (workbook) => workbook.bindings.size } },
  items: (workbook) => [...workbook.bindings.values()].map((binding) => object('Binding', binding)),
  item: (workbook, id) => {
    const binding = workbook.bindings.get(String(id));
    return binding ? object('Binding', binding) : null;
  },
  methods: {
    Add: (workbook, [range, type, id]) => {
      const place =
        range instanceof HostObject
          ? rangeArgument(range)
          : found(resolveReference(workbook, workbook.activeSheet, text(range)));
      const area = place instanceof RangeTarget ? place.cells : place.area;
      return bind(workbook, new RangeTarget(place.sheet, area), type, id);
    },
    AddFromNamedItem: (workbook, [name, type, id]) => {
      const place = found(resolveReference(workbook, workbook.activeSheet, text(name)));
      return bind(workbook, new RangeTarget(place.sheet, place.area), type, id);
    },
    AddFromSelection: (workbook, [type, id]) => {
      const { sheet, areas } = workbook.selection;
      return bind(workbook, new RangeTarget(sheet, found(areas[0])), type, id);
    },
  },
});

export const bindingClass = defineClass<Binding>({
  identity: ({ id }) => id,
  properties: { Id: { get: ({ id }) => id }, Type: { get: ({ type }) => type } },
  methods: {
    GetRange: ({ anchor }) => rangeObject(anchor.sheet, found(anchor.area)),
    GetTable: ({ table }) => {
      if (!table) throw new HostError('InvalidBinding');
      return object('Table', table);
    },
    GetText: ({ anchor, type }, _args, { workbook }) => {
      if (type !== 'Text') throw new HostError('InvalidBinding');
      return readText(workbook, anchor.sheet, found(anchor.area))?.[0]?.[0] ?? '';
    },
    Delete: ({ id, anchor }, _args, { workbook }) => {
      workbook.bindings.delete(id);
      workbook.anchors.delete(anchor);
    },
  },
});
