import type { ClientPort } from './attach';
import { createBindings, selectBinding } from './documentBindings';
import { getFile } from './documentFile';

type Callback<T> = (result: { status: 'succeeded'; value: T; asyncContext?: unknown }) => void;
type Handler = (args: unknown) => void;

interface DocumentEvents {
  register(eventId: number, targetId: string, handler: Handler): Promise<null>;
  unregister(eventId: number, targetId: string, handler: Handler): Promise<null>;
}

const SETTINGS_CHANGED = 1;

/** `Office.EventType` values of the two document events, and their numbers in office.js. */
const DOCUMENT_EVENTS: Readonly<Record<string, number>> = {
  settingsChanged: SETTINGS_CHANGED,
  documentSelectionChanged: 2,
};

function succeed<T>(args: unknown[], value: T): void {
  const callback = args.find((arg): arg is Callback<T> => typeof arg === 'function');
  callback?.({ status: 'succeeded', value });
}

/** `Office.context.document.settings`: a copy in memory until `saveAsync`. */
function createSettings(port: ClientPort, events: DocumentEvents) {
  let copy = new Map(port.settings());
  return {
    get: (name: string) => copy.get(name) ?? null,
    set: (name: string, value: unknown) => void copy.set(name, structuredClone(value)),
    remove: (name: string) => void copy.delete(name),
    saveAsync(...args: unknown[]) {
      port.settings().clear();
      for (const [name, value] of copy) port.settings().set(name, value);
      port.settingsSaved();
      succeed(args, null);
    },
    refreshAsync(...args: unknown[]) {
      copy = new Map(port.settings());
      succeed(args, null);
    },
    addHandlerAsync(_type: string, handler: Handler, ...args: unknown[]) {
      void events.register(SETTINGS_CHANGED, '', handler);
      succeed(args, null);
    },
    removeHandlerAsync(_type: string, options?: { handler?: Handler }, ...args: unknown[]) {
      if (options?.handler) void events.unregister(SETTINGS_CHANGED, '', options.handler);
      succeed(args, null);
    },
  };
}

function createDocument(port: ClientPort, events: DocumentEvents, excel: typeof Excel) {
  return {
    bindings: createBindings(excel, events),
    settings: createSettings(port, events),
    /** As text (tabs between columns, lines between rows) or as a matrix. */
    getSelectedDataAsync(coercion: string, ...args: unknown[]) {
      const values = port.selectedValues();
      const lines = values.map((row) => row.join('\t')).join('\r\n');
      succeed(args, coercion === 'text' ? lines : values);
    },
    getFileAsync: (type: string, ...args: unknown[]) => void getFile(port.save, type, args),
    mode: 'readWrite',
    url: '',
    addHandlerAsync(type: string, handler: Handler, ...args: unknown[]) {
      void events.register(DOCUMENT_EVENTS[type] ?? 0, '', handler);
      succeed(args, null);
    },
    removeHandlerAsync(type: string, options?: { handler?: Handler }, ...args: unknown[]) {
      if (options?.handler) void events.unregister(DOCUMENT_EVENTS[type] ?? 0, '', options.handler);
      succeed(args, null);
    },
  };
}

function createContext(port: ClientPort, events: DocumentEvents, excel: typeof Excel) {
  return {
    contentLanguage: 'en-US',
    displayLanguage: 'en-US',
    host: 'Excel',
    platform: 'OfficeOnline',
    partitionKey: 'host',
    // Undefined on Excel for the web (office-js issue 6134).
    officeTheme: undefined,
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.0.0' },
    requirements: {
      isSetSupported: (name: string, version?: string | number) => port.supports(name, version?.toString()),
    },
    document: createDocument(port, events, excel),
    ui: { displayDialogAsync: (...args: unknown[]) => succeed(args, null), messageParent: () => undefined },
  };
}

/** The task pane's visibility, as `Office.addin` tells it. */
function createAddin() {
  let behavior = 'None';
  const handlers = new Set<Handler>();
  const show = (visibilityMode: string) => {
    for (const handler of handlers) handler({ visibilityMode });
    return Promise.resolve();
  };
  return {
    showAsTaskpane: () => show('Taskpane'),
    hide: () => show('Hidden'),
    getStartupBehavior: () => Promise.resolve(behavior),
    setStartupBehavior: (next: string) => Promise.resolve(void (behavior = next)),
    onVisibilityModeChanged: (handler: Handler) => {
      handlers.add(handler);
      return Promise.resolve(() => Promise.resolve(void handlers.delete(handler)));
    },
    beforeDocumentCloseNotification: { enable: () => Promise.resolve(), disable: () => Promise.resolve() },
  };
}

/** The parts of the `Office` global that the Excel client file lacks. */
export function createOffice(port: ClientPort, events: DocumentEvents, excel: typeof Excel) {
  const info = { host: 'Excel', platform: 'OfficeOnline' } as const;
  const actions = new Map<string, (...args: unknown[]) => unknown>();
  return {
    context: createContext(port, events, excel),
    addin: createAddin(),
    actions: {
      associate: (name: string, action: (...args: unknown[]) => unknown) => void actions.set(name, action),
      /** Not in Office: what a ribbon button does when clicked. */
      invoke: (name: string, ...args: unknown[]) => actions.get(name)?.(...args),
    },
    ribbon: { requestUpdate: () => Promise.resolve(), requestCreateControls: () => Promise.resolve() },
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) => (callback?.(ready), ready)),
    isSetSupported: port.supports,
    HostType: { Excel: 'Excel' },
    PlatformType: {
      PC: 'PC',
      OfficeOnline: 'OfficeOnline',
      Mac: 'Mac',
      iOS: 'iOS',
      Android: 'Android',
      Universal: 'Universal',
    },
    StartupBehavior: { none: 'None', load: 'Load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: {
      SettingsChanged: 'settingsChanged',
      DocumentSelectionChanged: 'documentSelectionChanged',
      BindingDataChanged: 'bindingDataChanged',
      BindingSelectionChanged: 'bindingSelectionChanged',
    },
    BindingType: { Matrix: 'matrix', Table: 'table', Text: 'text' },
    select: (expression: string) => selectBinding(excel, events, expression),
    FileType: { Text: 'text', Compressed: 'compressed', Pdf: 'pdf' },
    CoercionType: { Text: 'text', Matrix: 'matrix', Table: 'table' },
  };
}

export type OfficeNamespace = ReturnType<typeof createOffice>;
