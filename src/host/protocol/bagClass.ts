import { requireArgument } from '../errors';
import { type Bag, childBag } from '../store/bag';
import { color } from './color';
import { defineClass, type HostClass, object, type Property } from './hostClass';

/** A property that is only kept: its value until it is set, and what may be set. */
export interface Kept {
  initial: unknown;
  check: (value: unknown) => unknown;
  readOnly?: boolean;
}

function sameType(initial: unknown): (value: unknown) => unknown {
  return (value) => {
    requireArgument(initial === null || value === null || typeof value === typeof initial);
    return value;
  };
}

/** A constant the client can read. */
export function fixed(initial: unknown): Kept {
  return { initial, check: (value) => value, readOnly: true };
}

/** A colour, `#RRGGBB`. */
export function colour(initial: string): Kept {
  return { initial, check: color };
}

/** One of some words; the first is there from the start. */
export function words(...allowed: string[]): Kept {
  return {
    initial: allowed[0],
    check: (value) => {
      const found = allowed.find((word) => word.toLowerCase() === String(value).toLowerCase());
      requireArgument(found !== undefined);
      return found;
    },
  };
}

export type KeptTable = Readonly<Record<string, Kept | string | number | boolean | null>>;

function isKept(entry: KeptTable[string]): entry is Kept {
  return typeof entry === 'object' && entry !== null;
}

function property(name: string, entry: KeptTable[string]): Property<Bag> {
  const kept: Kept = isKept(entry) ? entry : { initial: entry, check: sameType(entry) };
  const get = (bag: Bag): unknown => (name in bag.values ? bag.values[name] : kept.initial);
  if (kept.readOnly) return { get };
  return { get, set: (bag, value) => (bag.values[name] = kept.check(value)) };
}

/** Properties of a bag as a class table's properties. */
export function keptProperties(table: KeptTable): Record<string, Property<Bag>> {
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, property(name, entry)]));
}

/** The same for a class whose target holds its bag somewhere inside. */
export function keptIn<T>(bagOf: (target: T) => Bag, table: KeptTable): Record<string, Property<T>> {
  return Object.fromEntries(
    Object.entries(keptProperties(table)).map(([name, { get, set }]): [string, Property<T>] => [
      name,
      {
        get: (target, call) => get?.(bagOf(target), call),
        set: set && ((target, value, call) => set(bagOf(target), value, call)),
      },
    ]),
  );
}

/** Objects kept below a bag, by member name. */
export function keptObjects(children: Readonly<Record<string, string>>): NonNullable<HostClass<Bag>['objects']> {
  return Object.fromEntries(
    Object.entries(children).map(([name, className]) => [name, (bag: Bag) => object(className, childBag(bag, name))]),
  );
}

/** A class that only keeps what it is told: properties with their first values, objects below, and methods if any. */
export function bagClass(
  table: KeptTable,
  children: Readonly<Record<string, string>> = {},
  methods: HostClass<Bag>['methods'] = {},
): HostClass<never> {
  return defineClass<Bag>({ properties: keptProperties(table), objects: keptObjects(children), methods });
}
