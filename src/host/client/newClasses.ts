import type { ClientWindow } from './attach';

/** A class of Excel's that the published package lacks as a whole, in the words of the public reference. */
interface ClassPlan {
  /** Properties by name; true: can be set. */
  properties?: Readonly<Record<string, boolean>>;
  /** A collection's items. */
  itemClass?: string;
  actions?: readonly string[];
  /** Methods that answer a plain value. */
  answers?: readonly string[];
  /** Methods that lead to an object, by its class. */
  finds?: Readonly<Record<string, string>>;
}

/** ExcelApi 1.18 */
const CLASSES: Readonly<Record<string, ClassPlan>> = {
  Note: {
    properties: { authorName: false, content: true, height: true, visible: true, width: true },
    actions: ['delete'],
    finds: { getLocation: 'Range' },
  },
  NoteCollection: {
    itemClass: 'Note',
    answers: ['getCount'],
    finds: { add: 'Note', getItem: 'Note', getItemAt: 'Note', getItemOrNullObject: 'Note' },
  },
};

/** Where the classes hang in those that are there. */
const PROPERTIES = { Workbook: { notes: 'NoteCollection' }, Worksheet: { notes: 'NoteCollection' } } as const;

type Proxy = Record<string, unknown>;
type Constructor = new (...args: unknown[]) => Proxy;
type Result = Record<string, unknown> | null | undefined;

/** The helpers of office.js with which its own classes are written. */
interface Seam {
  ClientObject: Constructor;
  BatchApiHelper: Record<string, (...args: unknown[]) => unknown>;
  Utility: Record<string, (...args: unknown[]) => unknown>;
}

const READS = 4;

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Adds the missing classes and the properties that lead to them; a client that has them keeps its own. */
export function addMissingClasses(window: ClientWindow): void {
  const classes = window.Excel as unknown as Record<string, Constructor | undefined>;
  const seam = window.OfficeExtension as unknown as Seam;
  for (const [name, plan] of Object.entries(CLASSES))
    classes[name] ??= new ClassMaker(classes, seam, name, plan).make();
  for (const [owner, properties] of Object.entries(PROPERTIES))
    for (const [property, className] of Object.entries(properties))
      addObject(classes, seam, owner, property, className);
}

function addObject(
  classes: Record<string, Constructor | undefined>,
  { BatchApiHelper }: Seam,
  owner: string,
  property: string,
  className: string,
): void {
  const prototype = classes[owner]?.prototype as Proxy | undefined;
  if (!prototype || property in prototype) return;
  const made = new WeakMap<object, unknown>();
  Object.defineProperty(prototype, property, {
    configurable: true,
    get(this: object) {
      if (!made.has(this))
        made.set(
          this,
          BatchApiHelper.createPropertyObject?.(classes[className], this, wireName(property), true, READS),
        );
      return made.get(this);
    },
  });
}

/** Makes a class as office.js writes its own: properties from loaded results, methods as actions of the next request. */
class ClassMaker {
  private readonly names: string[];
  private readonly values = new WeakMap<object, Proxy>();

  constructor(
    private readonly classes: Record<string, Constructor | undefined>,
    private readonly seam: Seam,
    private readonly name: string,
    private readonly plan: ClassPlan,
  ) {
    this.names = Object.keys(plan.properties ?? {});
  }

  make(): Constructor {
    const made = class extends this.seam.ClientObject {};
    const prototype = made.prototype as Proxy;
    this.addShape(prototype);
    this.addProperties(prototype);
    this.addMethods(prototype);
    this.addLoading(prototype);
    return made;
  }

  /** What office.js asks a class about itself. */
  private addShape(prototype: Proxy): void {
    const { properties = {}, itemClass } = this.plan;
    const shape = {
      _className: this.name,
      _isCollection: itemClass !== undefined,
      _scalarPropertyNames: this.names,
      _scalarPropertyOriginalNames: this.names.map(wireName),
      _scalarPropertyUpdateable: Object.values(properties),
    };
    for (const [key, value] of Object.entries(shape)) Object.defineProperty(prototype, key, { get: () => value });
  }

  private loaded(proxy: Proxy, name: string): unknown {
    const value = this.values.get(proxy)?.[name];
    this.seam.Utility.throwIfNotLoaded?.(name, value, this.name, proxy._isNull);
    return value;
  }

  private addProperties(prototype: Proxy): void {
    const { BatchApiHelper } = this.seam;
    const read = (proxy: Proxy, name: string) => this.loaded(proxy, name);
    const write = (proxy: Proxy, name: string, value: unknown) => {
      this.values.set(proxy, { ...this.values.get(proxy), [name]: value });
      BatchApiHelper.invokeSetProperty?.(proxy, wireName(name), value, 0);
    };
    for (const [name, writable] of Object.entries(this.plan.properties ?? {}))
      Object.defineProperty(prototype, name, {
        enumerable: true,
        get(this: Proxy) {
          return read(this, name);
        },
        ...(writable && {
          set(this: Proxy, value: unknown) {
            write(this, name, value);
          },
        }),
      });
    if (this.plan.itemClass)
      Object.defineProperty(prototype, 'items', {
        get(this: Proxy) {
          return read(this, 'items');
        },
      });
  }

  private addMethods(prototype: Proxy): void {
    const { classes } = this;
    const { invokeMethod, createMethodObject, createIndexerObject } = this.seam.BatchApiHelper;
    for (const name of this.plan.actions ?? [])
      prototype[name] = function (...args: unknown[]) {
        return invokeMethod?.(this, wireName(name), 0, args, 0, 0);
      };
    for (const name of this.plan.answers ?? [])
      prototype[name] = function (...args: unknown[]) {
        return invokeMethod?.(this, wireName(name), 1, args, READS, 0);
      };
    for (const [name, found] of Object.entries(this.plan.finds ?? {}))
      prototype[name] = function (...args: unknown[]) {
        if (name === 'getItem') return createIndexerObject?.(classes[found], this, args);
        const [type, flags] = name === 'add' ? [0, 0] : [1, READS];
        const isNew = name === 'add' || name === 'getLocation';
        return createMethodObject?.(classes[found], this, wireName(name), type, args, false, isNew, null, flags);
      };
  }

  private addLoading(prototype: Proxy): void {
    const { Utility, ClientObject } = this.seam;
    const { _handleResult: inherited } = ClientObject.prototype as {
      _handleResult(this: unknown, value: Result): void;
    };
    const take = (proxy: Proxy, value: Record<string, unknown>) => this.take(proxy, value);
    const all = (proxy: Proxy) => this.values.get(proxy) ?? {};
    const settable = this.names.filter((name) => this.plan.properties?.[name]);
    Object.assign(prototype, {
      load(options: unknown) {
        return Utility.load?.(this, options);
      },
      set(this: Proxy, properties: unknown, options: unknown) {
        (this._recursivelySet as (...args: unknown[]) => void)(properties, options, settable, [], []);
      },
      _handleResult(this: Proxy, value: Result) {
        inherited.call(this, value);
        if (value === null || value === undefined) return;
        Utility.fixObjectPathIfNecessary?.(this, value);
        take(this, value);
      },
      toJSON(this: Proxy) {
        const { items, ...scalars } = all(this);
        return Utility.toJson?.(this, scalars, {}, items);
      },
    });
  }

  private take(proxy: Proxy, result: Record<string, unknown>): void {
    const loaded = this.names.filter((name) => wireName(name) in result).map((name) => [name, result[wireName(name)]]);
    const items = this.plan.itemClass && this.itemsOf(proxy, result._Items);
    this.values.set(proxy, { ...this.values.get(proxy), ...Object.fromEntries(loaded), ...(items && { items }) });
  }

  private itemsOf(proxy: Proxy, results: unknown): unknown[] | undefined {
    if (!Array.isArray(results)) return undefined;
    return (results as Result[]).map((result, index) => {
      const { createChildItemObject } = this.seam.BatchApiHelper;
      const item = createChildItemObject?.(this.classes[this.plan.itemClass ?? ''], true, proxy, result, index) as {
        _handleResult(value: Result): void;
      };
      item._handleResult(result);
      return item;
    });
  }
}
