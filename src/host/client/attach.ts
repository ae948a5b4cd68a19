import { type RequestBody, RequestFlag, type ResponseMessage } from '../protocol/message';
import { addMissingMembers } from './additions';
import { createCustomFunctions, type CustomFunctionsNamespace } from './customFunctions';
import { createOffice, type OfficeNamespace } from './office';

/** A client's line to the host: one request at a time, answered with what office.js expects. */
export interface ClientPort {
  send(body: RequestBody, flags: number): Promise<ResponseMessage>;
  /** Whether a requirement set is supported. */
  supports(name: string, version?: string): boolean;
  /** Whether members of sets that are not supported fail with `ApiNotFound`, as `supports` says. */
  readonly refusesUnsupported: boolean;
  /** Registers custom functions by their ids. */
  associate(id: string, implementation: (...args: unknown[]) => unknown): void;
  /** The add-in's settings in the workbook that is open now. */
  settings(): Map<string, unknown>;
  /** The values of the selected cells. */
  selectedValues(): unknown[][];
  /** The workbook as a file. */
  save(): Promise<Uint8Array>;
  /** Called when the client's `Office.context.document.settings` are saved. */
  settingsSaved(): void;
}

/** What the host tells a client. */
export interface AttachedClient {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  Office: OfficeNamespace;
  CustomFunctions: CustomFunctionsNamespace;
  /** Whether a class of this office.js has the property, whatever its case. */
  hasProperty(className: string, property: string): boolean;
  /** Hands an event message to the client's handlers. */
  deliver(message: unknown): void;
  /** Raises one of the old document events (1 settings, 2 selection, 3 and 4 a binding's selection and data). */
  raise(eventId: number, args: unknown, targetId?: string): void;
}

/** The private names of office.js that the host relies on; a probe test fails loudly when one vanishes. */
interface OfficeExtensionSeam {
  CommonUtility: { _doApiNotSupportedCheck: boolean };
  SessionBase: { new (): object; _overrideSession: unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: unknown): void;
}

/** A window-like object in which `excel-web-16.00.debug.js` has run. */
export interface ClientWindow {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & OfficeExtensionSeam;
  Promise: PromiseConstructor;
  Office?: unknown;
  CustomFunctions?: unknown;
}

type Handler = (args: unknown) => void;

/** Registers handlers of the old document events; `office.js` calls it through the session. */
class DocumentEvents {
  /** By event and target: a binding's id, or '' for the document. */
  private handlers = new Map<string, Set<Handler>>();

  register(eventId: number, targetId: string, handler: Handler): Promise<null> {
    const key = `${eventId}|${targetId}`;
    this.handlers.set(key, (this.handlers.get(key) ?? new Set()).add(handler));
    return Promise.resolve(null);
  }

  unregister(eventId: number, targetId: string, handler: Handler): Promise<null> {
    this.handlers.get(`${eventId}|${targetId}`)?.delete(handler);
    return Promise.resolve(null);
  }

  raise(eventId: number, args: unknown, targetId: string): void {
    for (const handler of this.handlers.get(`${eventId}|${targetId}`) ?? []) handler(args);
  }
}

function createSession(base: OfficeExtensionSeam['SessionBase'], port: ClientPort, events: DocumentEvents): object {
  const executor = {
    executeAsync: (_customData: unknown, flags: number, message: { Body: RequestBody }) =>
      port.send(message.Body, flags),
  };
  const session = class extends base {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve({ url: 'host:', headers: {} });
    }
    _createRequestExecutorOrNull() {
      return executor;
    }
    getEventRegistration() {
      return events;
    }
  };
  return new session();
}

/** The names a class of the client can load: scalars and objects, in lower case. */
function propertiesOf(namespace: object, className: string): Set<string> {
  const found = (namespace as Record<string, { prototype?: object } | undefined>)[className]?.prototype;
  const { _scalarPropertyNames: scalars = [], _navigationPropertyNames: objects = [] } = (found ?? {}) as Record<
    string,
    string[]
  >;
  return new Set([...scalars, ...objects].map((name) => name.toLowerCase()));
}

type ExcelRun = (options: { mergeUndoGroup?: boolean }, batch: (context: object) => unknown) => unknown;

/** A window that was attached before, to another host, passes them on already. */
const passing = new WeakSet<object>();

/** Tells the host of `Excel.run({ mergeUndoGroup: true }, ...)`, which this office.js takes no notice of. */
function passUndoGroups(namespace: { run: unknown }): void {
  if (passing.has(namespace)) return;
  passing.add(namespace);
  const run = namespace.run as (...args: unknown[]) => unknown;
  const grouped: ExcelRun = (options, batch) =>
    run(options, (context: object) => {
      (context as { _requestFlagModifier: number })._requestFlagModifier |= RequestFlag.MergeUndoGroup;
      return batch(context);
    });
  namespace.run = (...args: unknown[]) =>
    (args[0] as { mergeUndoGroup?: unknown } | null)?.mergeUndoGroup === true
      ? grouped(...(args as Parameters<ExcelRun>))
      : run(...args);
}

/**
 * Makes the office.js that runs in `window` talk to the host: installs the session, and the parts of `Office` and
 * `CustomFunctions` that the Excel file lacks.
 */
export function attachClient(window: ClientWindow, port: ClientPort): AttachedClient {
  addMissingMembers(window);
  const events = new DocumentEvents();
  const seam: OfficeExtensionSeam = window.OfficeExtension;
  seam.SessionBase._overrideSession = createSession(seam.SessionBase, port, events);
  seam._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  // office.js knows the set of each member, but its own switch for checking it is set on the wrong class.
  seam.CommonUtility._doApiNotSupportedCheck = port.refusesUnsupported;
  passUndoGroups(window.Excel);
  const Office = createOffice(port, events, window.Excel);
  const CustomFunctions = createCustomFunctions(port);
  Object.assign(window, { Office, CustomFunctions });
  return {
    Excel: window.Excel,
    OfficeExtension: window.OfficeExtension,
    Office,
    CustomFunctions,
    hasProperty: (className, property) => propertiesOf(window.Excel, className).has(property.toLowerCase()),
    deliver: (message) => seam._testTriggerRichApiMessageEvent(message),
    raise: (eventId, args, targetId = '') => events.raise(eventId, args, targetId),
  };
}
