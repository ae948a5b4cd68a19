import { HostError } from '../errors';
import { type Call, type HostClass, type HostObject } from './hostClass';
import { HOST_CLASSES } from './classes';

/** `GetRange` -> `getRange`, as error locations name members. */
export function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

/** A failure with the place it belongs to, `Class.member`. */
export class LocatedError extends Error {
  constructor(
    override readonly cause: HostError,
    readonly location: string,
  ) {
    super(cause.message);
  }
}

/** Runs a member and gives its failure a location. */
export function at<T>(className: string, member: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw new LocatedError(error, `${className}.${camelCase(member)}`);
    throw error;
  }
}

export function classOf(target: HostObject): HostClass<never> {
  const found = HOST_CLASSES[target.className];
  if (!found) throw new LocatedError(new HostError('ApiNotFound', target.className), target.className);
  return found;
}

export function apiNotFound(className: string, member: string): LocatedError {
  const location = `${className}.${camelCase(member)}`;
  return new LocatedError(new HostError('ApiNotFound', `The host has no ${location}.`), location);
}

const EVENT_METHOD = /^_(Un)?Register(\w+)$/i;

type Method = (target: never, args: unknown[], call: Call) => unknown;

/** Methods every collection has. */
const COLLECTION_METHODS: Record<string, (table: HostClass<never>) => Method> = {
  GetCount: (table) => (target, _args, call) => (table.items as NonNullable<typeof table.items>)(target, call).length,
  GetItem:
    (table) =>
    (target, [key], call) =>
      getItem(table, target, key, call),
  GetItemAt:
    (table) =>
    (target, [index], call) =>
      getItemAt(table, target, index, call),
};

/** @throws ItemNotFound */
export function getItem(table: HostClass<never>, target: never, key: unknown, call: Call): HostObject {
  const found = table.item?.(target, key, call);
  if (!found) throw new HostError('ItemNotFound');
  return found;
}

function getItemAt(table: HostClass<never>, target: never, index: unknown, call: Call): HostObject {
  const items = table.items?.(target, call) ?? [];
  if (typeof index !== 'number' || index < 0 || !Number.isInteger(index)) throw new HostError('InvalidArgument');
  const found = items[index];
  if (!found) throw new HostError('ItemNotFound');
  return found;
}

function ownMethod(table: HostClass<never>, name: string): Method | undefined {
  return table.methods?.[name] ?? (table.items || table.item ? COLLECTION_METHODS[name]?.(table) : undefined);
}

/** `XOrNullObject` where the class has `X`: the same, with null for what is not there. */
function orNull(method: Method): Method {
  return (target, args, call) => {
    try {
      return method(target, args, call);
    } catch (error) {
      if (error instanceof HostError && error.code === 'ItemNotFound') return null;
      throw error;
    }
  };
}

/** `_RegisterCalculatedEvent`, `_UnregisterEventNameChanged` ... */
function eventMethod(name: string): Method | undefined {
  const [, removes, rest] = EVENT_METHOD.exec(name) ?? [];
  if (rest === undefined) return undefined;
  const event = rest.replace('Event', '');
  return (_target, _args, { session }) => session.countListener(event, removes ? -1 : 1);
}

/** Finds a method by its wire name. @throws ApiNotFound */
export function findMethod(target: HostObject, name: string): Method {
  const table = classOf(target);
  const base = name.endsWith('OrNullObject') ? ownMethod(table, name.slice(0, -'OrNullObject'.length)) : undefined;
  const method = ownMethod(table, name) ?? (base && orNull(base)) ?? eventMethod(name);
  if (method) return method;
  const { anyMethod } = table;
  if (!anyMethod) throw apiNotFound(target.className, name);
  return (inner, args, call) => anyMethod(inner, name, args, call);
}

/** Finds the object behind a property; `XOrNullObject` falls back to `X`. @throws ApiNotFound */
export function findObject(target: HostObject, name: string, call: Call): HostObject | null {
  const table = classOf(target);
  const base = table.objects?.[name.replace(/OrNullObject$/, '')];
  const get = table.objects?.[name];
  if (get) return get(target.target as never, call);
  if (!base || !name.endsWith('OrNullObject')) throw apiNotFound(target.className, name);
  return orNull((inner: never) => base(inner, call))(target.target as never, [], call) as HostObject | null;
}
