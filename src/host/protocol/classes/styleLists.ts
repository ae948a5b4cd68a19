import { HostError } from '../../errors';
import type { StyleKind, StyleList } from '../../store/styleLists';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, type HostClass, HostObject, object } from '../hostClass';
import { found, text } from '../convert';

/** One style of a list: built-in ones cannot be changed. */
interface StyleTarget {
  list: StyleList;
  name: string;
}

const MAX_NAME = 255;

function named(list: StyleList, name: string): StyleTarget | null {
  const known = list.find(name);
  return known === undefined ? null : { list, name: known };
}

/** @throws InvalidArgument for a bad name, ItemAlreadyExists for one in use */
function checkName(list: StyleList, name: string): string {
  if (name.trim() === '' || name.length > MAX_NAME) throw new HostError('InvalidArgument');
  if (list.find(name) !== undefined) throw new HostError('ItemAlreadyExists');
  return name;
}

function uniqueName(list: StyleList, wanted: string): string {
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`;
    if (list.find(name) === undefined) return name;
  }
}

function add(className: string, list: StyleList, wanted: string, makeUnique: boolean): HostObject {
  const name = makeUnique && list.find(wanted) !== undefined ? uniqueName(list, wanted) : checkName(list, wanted);
  list.own.push(name);
  return object(className, { list, name } satisfies StyleTarget);
}

/** A style object or its name. @throws InvalidArgument for an unknown one */
function styleArgument(list: StyleList, value: unknown): string {
  const name = value instanceof HostObject ? (value.target as StyleTarget).name : text(value);
  const known = list.find(name);
  if (known === undefined) throw new HostError('InvalidArgument');
  return known;
}

function assertOwn({ list, name }: StyleTarget): void {
  if (!list.own.includes(name)) throw new HostError('AccessDenied', 'Built-in styles cannot be changed.');
}

/** `TableStyle`, `PivotTableStyle` ... and their collections differ in nothing but names. */
function styleClasses(kind: StyleKind): Record<string, HostClass<never>> {
  const className = `${kind}Style`;
  const listOf = ({ workbook }: Call) => workbook.styleLists[kind];
  const collection = defineClass<Workbook>({
    items: (_workbook, call) => listOf(call).names.map((name) => object(className, { list: listOf(call), name })),
    item: (_workbook, key, call) => {
      const target = named(listOf(call), String(key));
      return target && object(className, target);
    },
    methods: {
      Add: (_workbook, [name, makeUnique], call) => add(className, listOf(call), text(name), makeUnique === true),
      GetDefault: (_workbook, _args, call) => object(className, found(named(listOf(call), listOf(call).defaultName))),
      SetDefault: (_workbook, [style], call) => {
        const list = listOf(call);
        list.defaultName = styleArgument(list, style);
      },
    },
  });
  const style = defineClass<StyleTarget>({
    identity: ({ name }) => name,
    identityKey: '_Id',
    properties: {
      Name: {
        get: ({ name }) => name,
        set: (target, value) => {
          assertOwn(target);
          const name = checkName(target.list, text(value));
          target.list.own[target.list.own.indexOf(target.name)] = name;
          target.name = name;
        },
      },
      ReadOnly: { get: ({ list, name }) => !list.own.includes(name) },
    },
    methods: {
      Delete: (target) => {
        assertOwn(target);
        target.list.own = target.list.own.filter((name) => name !== target.name);
      },
      Duplicate: (target) => add(className, target.list, uniqueName(target.list, target.name), false),
    },
  });
  return { [className]: style, [`${className}Collection`]: collection };
}

export const STYLE_LIST_CLASSES: Record<string, HostClass<never>> = {
  ...styleClasses('Table'),
  ...styleClasses('PivotTable'),
  ...styleClasses('Slicer'),
  ...styleClasses('Timeline'),
};

/** The style's name as Excel spells it. @throws InvalidArgument for a style that is not there */
export function tableStyleName(workbook: Workbook, value: unknown): string {
  return text(value) === '' ? '' : styleArgument(workbook.styleLists.Table, value);
}
