import { HostError } from '../../errors';
import { resolveReference, tableAt } from '../../edit/resolve';
import { readText } from '../../edit/read';
import type { Area } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import type { Binding, Workbook } from '../../store/workbook';
import { defineClass, HostObject, object } from '../hostClass';
import { found, oneOf, rangeArgument, text } from '../convert';
import { rangeObject, RangeTarget } from '../targets';

const TYPES = ['Range', 'Table', 'Text'] as const;

function bind(workbook: Workbook, anchor: RangeTarget, type: unknown, id: unknown): HostObject {
  const earlier = workbook.bindings.get(text(id));
  // Rule `binding-keeps-type`: to change the type, a binding must be deleted first.
  const kind = earlier?.type ?? oneOf(type, TYPES);
  const table = tableAt(workbook, anchor.sheet, anchor.cells);
  if (kind === 'Table' && !table) throw new HostError('InvalidArgument');
  if (earlier) workbook.anchors.delete(earlier.anchor);
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

/** The cells a binding stands for now: a table's grow with it. @throws InvalidBinding when they are gone */
function boundCells({ anchor, table }: Binding, workbook: Workbook): { sheet: Sheet; area: Area } {
  const { sheet, area } = table ?? anchor;
  const isThere = workbook.sheets.includes(sheet) && (!table || workbook.tables.includes(table));
  if (!area || !isThere) throw new HostError('InvalidBinding');
  return { sheet, area };
}

export const bindingClass = defineClass<Binding>({
  identity: ({ id }) => id,
  properties: { Id: { get: ({ id }) => id }, Type: { get: ({ type }) => type } },
  methods: {
    GetRange: (binding, _args, { workbook }) => {
      const { sheet, area } = boundCells(binding, workbook);
      return rangeObject(sheet, area);
    },
    GetTable: (binding, _args, { workbook }) => {
      boundCells(binding, workbook);
      if (!binding.table) throw new HostError('InvalidBinding');
      return object('Table', binding.table);
    },
    GetText: (binding, _args, { workbook }) => {
      const { sheet, area } = boundCells(binding, workbook);
      if (binding.type !== 'Text') throw new HostError('InvalidBinding');
      return readText(workbook, sheet, area)?.[0]?.[0] ?? '';
    },
    Delete: ({ id, anchor }, _args, { workbook }) => {
      workbook.bindings.delete(id);
      workbook.anchors.delete(anchor);
    },
  },
});
