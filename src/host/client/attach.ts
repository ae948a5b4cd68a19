import type { RequestBody, ResponseMessage } from '../protocol/message';
import { createCustomFunctions, type CustomFunctionsNamespace } from './customFunctions';
import { createOffice, type OfficeNamespace } from './office';

/** A client's line to the host: one request at a time, answered with what office.js expects. */
export interface ClientPort {
  send(body: RequestBody, flags: number): Promise<ResponseMessage>;
  /** Whether a requirement set is supported. */
  supports(name: string, version?: string): boolean;
  /** Registers custom functions by their ids. */
  associate(id: string, implementation: (...args: unknown[]) => unknown): void;
  /** The add-in's settings in the workbook that is open now. */
  settings(): Map<string, unknown>;
  /** The values of the selected cells. */
  selectedValues(): unknown[][];
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
  /** Raises one of the old document events (2 selection, 1 settings). */
  raise(eventId: number, args: unknown): void;
}

/** The private names of office.js that the host relies on; a probe test fails loudly when one vanishes. */
interface OfficeExtensionSeam {
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
  private handlers = new Map<number, Set<Handler>>();

  register(eventId: number, _targetId: string, handler: Handler): Promise<null> {
    const known = this.handlers.get(eventId) ?? new Set();
    this.handlers.set(eventId, known.add(handler));
    return Promise.resolve(null);
  }

  unregister(eventId: number, _targetId: string, handler: Handler): Promise<null> {
    this.handlers.get(eventId)?.delete(handler);
    return Promise.resolve(null);
  }

  raise(eventId: number, args: unknown): void {
    for (const handler of this.handlers.get(eventId) ?? []) handler(args);
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

/**
 * Makes the office.js that runs in `window` talk to the host: installs the session, and the parts of `Office` and
 * `CustomFunctions` that the Excel file lacks.
 */
export function attachClient(window: ClientWindow, port: ClientPort): AttachedClient {
  const events = new DocumentEvents();
  const seam: OfficeExtensionSeam = window.OfficeExtension;
  seam.SessionBase._overrideSession = createSession(seam.SessionBase, port, events);
  seam._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const Office = createOffice(port, events);
  const CustomFunctions = createCustomFunctions(port);
  Object.assign(window, { Office, CustomFunctions });
  return {
    Excel: window.Excel,
    OfficeExtension: window.OfficeExtension,
    Office,
    CustomFunctions,
    hasProperty: (className, property) => propertiesOf(window.Excel, className).has(property.toLowerCase()),
    deliver: (message) => seam._testTriggerRichApiMessageEvent(message),
    raise: (eventId, args) => events.raise(eventId, args),
  };
}
