import { HostError } from '../../errors';
import type { Sheet } from '../../store/sheet';
import { defineClass, type HostClass, type HostObject, object } from '../hostClass';
import { found, text } from '../convert';

/** A named view of a sheet, or the unnamed temporary one. */
interface ViewTarget {
  sheet: Sheet;
  name: string;
}

/** What Excel calls the view that was not saved under a name. */
const TEMPORARY = 'Temporary View';

function view(sheet: Sheet, name: string): HostObject {
  return object('NamedSheetView', { sheet, name } satisfies ViewTarget);
}

function find(sheet: Sheet, key: unknown): string | undefined {
  return sheet.views.names.find((name) => name.toLowerCase() === String(key).toLowerCase());
}

/** @throws InvalidArgument for a blank name, ItemAlreadyExists for one in use */
function add(sheet: Sheet, name: string): HostObject {
  if (name.trim() === '' || name.length > 255) throw new HostError('InvalidArgument');
  if (find(sheet, name) !== undefined) throw new HostError('ItemAlreadyExists');
  sheet.views.names.push(name);
  return view(sheet, name);
}

function nextName(sheet: Sheet): string {
  for (let number = 1; ; number++) if (find(sheet, `View${number}`) === undefined) return `View${number}`;
}

function rename(target: ViewTarget, name: string): void {
  const { sheet } = target;
  add(sheet, name);
  sheet.views.names = sheet.views.names.filter((other) => other !== target.name);
  if (sheet.views.active === target.name) sheet.views.active = name;
  target.name = name;
}

const namedSheetView = defineClass<ViewTarget>({
  identity: ({ name }) => name,
  identityKey: '_Id',
  properties: { Name: { get: ({ name }) => name, set: (target, value) => rename(target, text(value)) } },
  methods: {
    Activate: ({ sheet, name }) => void (sheet.views.active = found(find(sheet, name))),
    Delete: ({ sheet, name }) => {
      sheet.views.names = sheet.views.names.filter((other) => other !== name);
      if (sheet.views.active === name) sheet.views.active = null;
    },
    Duplicate: ({ sheet }, [name]) => add(sheet, typeof name === 'string' ? name : nextName(sheet)),
  },
});

/** Views are kept and switched; what a person hides in one is not kept apart (rule `sheet-views-names-only`). */
const namedSheetViewCollection = defineClass<Sheet>({
  items: (sheet) => sheet.views.names.map((name) => view(sheet, name)),
  item: (sheet, key) => {
    const name = find(sheet, key);
    return name === undefined ? null : view(sheet, name);
  },
  methods: {
    Add: (sheet, [name]) => add(sheet, text(name)),
    EnterTemporary: (sheet) => {
      sheet.views.active = TEMPORARY;
      return view(sheet, TEMPORARY);
    },
    Exit: (sheet) => void (sheet.views.active = null),
    GetActive: (sheet) => view(sheet, found(sheet.views.active)),
  },
});

export const SHEET_VIEW_CLASSES: Record<string, HostClass<never>> = {
  NamedSheetView: namedSheetView,
  NamedSheetViewCollection: namedSheetViewCollection,
};
