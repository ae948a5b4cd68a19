import type { Workbook } from '../store/workbook';
import type { Session } from './session';

/** What a call may use besides its target. */
export interface Call {
  readonly workbook: Workbook;
  readonly session: Session;
  /** Told of every member that is called or set, by its wire name, before it runs. */
  readonly onMember?: (className: string, member: string) => void;
}

export interface Property<T> {
  get?: (target: T, call: Call) => unknown;
  set?: (target: T, value: unknown, call: Call) => void;
}

/**
 * One Excel class as data: its members by their wire names (PascalCase). The dispatcher does the rest: object paths,
 * `load`, `getItemOrNullObject`, `getItemAt`, `getCount`, errors with their location. A member that is not in the table
 * is answered with `ApiNotFound`.
 */
export interface HostClass<T> {
  /** What the client calls an instance by later; sent as `Id`, or `_Id` where the class has no public id. */
  identity?: (target: T) => string | number;
  identityKey?: 'Id' | '_Id';
  properties?: Record<string, Property<T>>;
  /** Objects behind properties, e.g. `Range.Format`; null is a null object. */
  objects?: Record<string, (target: T, call: Call) => HostObject | null>;
  methods?: Record<string, (target: T, args: unknown[], call: Call) => unknown>;
  /** Answers every method that is not in the table (`workbook.functions`). */
  anyMethod?: (target: T, name: string, args: unknown[], call: Call) => unknown;
  /** Collections: the items, in order. */
  items?: (target: T, call: Call) => HostObject[];
  /** Collections: `getItem(key)`; null is `ItemNotFound`. */
  item?: (target: T, key: unknown, call: Call) => HostObject | null;
}

/** An instance: the name of its class and what it stands for. */
export class HostObject {
  constructor(
    readonly className: string,
    readonly target: unknown,
  ) {}
}

/** Makes an instance of a class of the registry. */
export function object(className: string, target: unknown): HostObject {
  return new HostObject(className, target);
}

/** Checks a class table against its target's type. */
export function defineClass<T>(table: HostClass<T>): HostClass<never> {
  return table;
}
