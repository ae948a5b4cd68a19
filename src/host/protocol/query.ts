import { apiNotFound, at, classOf } from './members';
import type { Call, HostClass, HostObject } from './hostClass';
import type { QueryInfo } from './message';

/** What to load of an object: nothing named means every scalar property. */
interface Selection {
  all: boolean;
  children: Map<string, Selection>;
}

function emptySelection(): Selection {
  return { all: false, children: new Map() };
}

/** `['items/name', 'items/format/font/color']` as a tree; `expand` names objects whose scalars are all wanted. */
function parseSelection({ Select = [], Expand = [] }: QueryInfo): Selection {
  const root = emptySelection();
  root.all = Select.length === 0 && Expand.length === 0;
  for (const path of Select) addPath(root, path);
  for (const path of Expand) addPath(root, `${path}/*`);
  return root;
}

function addPath(root: Selection, path: string): void {
  let node = root;
  for (const part of path.split(/[/.]/).filter((name) => name !== '')) {
    const name = part.toLowerCase();
    if (name === '*' || name === '$all') node.all = true;
    else if (name !== '$none') {
      const child = node.children.get(name) ?? emptySelection();
      node.children.set(name, child);
      node = child;
    }
  }
}

function findKey(names: Record<string, unknown> | undefined, wanted: string): string | undefined {
  return Object.keys(names ?? {}).find((name) => name.toLowerCase() === wanted);
}

/** The value of `load`: scalars by wire name, objects nested, collections as `_Items`; null for a null object. */
export function queryObject(target: HostObject | null, info: QueryInfo, call: Call): unknown {
  return loadObject(target, parseSelection(info), call, info);
}

function loadObject(target: HostObject | null, selection: Selection, call: Call, window: QueryInfo = {}): unknown {
  if (!target) return null;
  const table = classOf(target);
  if (table.items) return loadCollection(target, table, selection, call, window);
  return { ...identityOf(target), ...loadMembers(target, table, selection, call) };
}

function loadCollection(
  target: HostObject,
  table: HostClass<never>,
  selection: Selection,
  call: Call,
  window: QueryInfo,
): unknown {
  const own = emptySelection();
  const each = emptySelection();
  each.all = selection.all;
  for (const [name, child] of selection.children) splitCollectionPath(table, name, child, own, each);
  const onlyOwn = own.children.size > 0 && each.children.size === 0 && !each.all;
  const scalars = loadMembers(target, table, own, call);
  if (onlyOwn) return scalars;
  const items = (table.items as NonNullable<typeof table.items>)(target.target as never, call);
  const from = window.Skip ?? 0;
  const part = items.slice(from, window.Top === undefined ? undefined : from + window.Top);
  // Rule `items-bring-count`.
  const counted = each.all && call.session.clientHas(target.className, 'count') && { Count: items.length };
  return { ...scalars, ...counted, _Items: part.map((item) => loadObject(item, each, call)) };
}

/** `items/x` and `x` both mean the items' x, unless the collection itself has an x. */
function splitCollectionPath(
  table: HostClass<never>,
  name: string,
  child: Selection,
  own: Selection,
  each: Selection,
): void {
  if (name === 'items') {
    each.all ||= child.all || child.children.size === 0;
    for (const [key, value] of child.children) each.children.set(key, value);
  } else if (name === 'count' || findKey(table.properties, name) || findKey(table.objects, name)) {
    own.children.set(name, child);
  } else each.children.set(name, child);
}

function loadMembers(
  target: HostObject,
  table: HostClass<never>,
  selection: Selection,
  call: Call,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (selection.all) {
    for (const name of Object.keys(table.properties ?? {})) result[name] = readProperty(target, table, name, call);
  }
  for (const [name, child] of selection.children) Object.assign(result, loadMember(target, table, name, child, call));
  return result;
}

function loadMember(
  target: HostObject,
  table: HostClass<never>,
  name: string,
  child: Selection,
  call: Call,
): Record<string, unknown> {
  const property = findKey(table.properties, name);
  if (property) return { [property]: readProperty(target, table, property, call) };
  const base = name.replace(/ornullobject$/, '');
  const key = findKey(table.objects, name) ?? (base === name ? undefined : findKey(table.objects, base));
  if (key) return { [key]: loadNavigation(target, table, key, child, call) };
  if (name === 'count' && table.items) return { Count: table.items(target.target as never, call).length };
  if (name === 'isnullobject' || name === 'id' || !call.session.clientHas(target.className, name)) return {};
  throw apiNotFound(target.className, name);
}

function loadNavigation(
  target: HostObject,
  table: HostClass<never>,
  key: string,
  child: Selection,
  call: Call,
): unknown {
  const get = (table.objects as NonNullable<typeof table.objects>)[key];
  const found = at(target.className, key, () => get?.(target.target as never, call) ?? null);
  const whole = !child.all && child.children.size === 0;
  return loadObject(found, whole ? { ...child, all: true } : child, call);
}

function readProperty(target: HostObject, table: HostClass<never>, name: string, call: Call): unknown {
  const get = table.properties?.[name]?.get;
  if (!get) throw apiNotFound(target.className, name);
  return at(target.className, name, () => get(target.target as never, call));
}

/** The id the client will ask for the object by. */
export function identityOf(target: HostObject): Record<string, unknown> {
  const table = classOf(target);
  return table.identity ? { [table.identityKey ?? 'Id']: table.identity(target.target as never) } : {};
}
