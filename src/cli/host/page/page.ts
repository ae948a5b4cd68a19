import { createContext, runInContext } from 'node:vm';
import { type DOMWindow, JSDOM } from 'jsdom';
import type { HostClient } from '../../../host';
import { createJQuery } from './jquery';
import { createImageClass, offlineFetch, OfflineRequest } from './network';
import { Watch } from './watch';

/** What a page has besides the language: from Node, and from the page's own window. */
const NODE_NAMES = [
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'],
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'performance'],
  ...['structuredClone', 'Blob', 'AbortController', 'Headers', 'Response', 'Request', 'FormData'],
] as const;

const WINDOW_NAMES = [
  ...['document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'getComputedStyle'],
  ...['Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLButtonElement', 'Event'],
  ...['CustomEvent', 'MouseEvent', 'KeyboardEvent', 'File', 'FileReader', 'DOMParser', 'XMLSerializer'],
  ...['addEventListener', 'removeEventListener'],
] as const;

export interface PageOptions {
  html: string;
  client: HostClient;
  /** Keeps what the script logs to itself. */
  quiet?: boolean;
}

/**
 * A page as a task pane has it: the sample's HTML, the client's `Excel` and `Office`, a console that is listened to,
 * no network. Handlers can be waited for, which a browser cannot do.
 */
export class Page {
  readonly watch = new Watch();
  readonly document: Document;
  /** Ids that the script asked for while it loaded and that the page does not have. */
  readonly missing: string[] = [];
  private readonly window: DOMWindow;
  private context: object | undefined;

  constructor(private readonly options: PageOptions) {
    this.window = new JSDOM(options.html, { url: 'https://localhost/' }).window;
    this.document = this.window.document;
    this.watchHandlers();
    this.watchBatches();
  }

  get html(): string {
    return this.options.html;
  }

  /** What the script finds on `globalThis`. */
  get globals(): Record<string, unknown> {
    const { Excel, Office, OfficeExtension, CustomFunctions } = this.options.client;
    const jQuery = createJQuery(this.document);
    return {
      ...Object.fromEntries(NODE_NAMES.map((name) => [name, globalThis[name]])),
      ...Object.fromEntries(WINDOW_NAMES.map((name) => [name, this.fromWindow(name)])),
      ...{ Excel, Office, OfficeExtension, CustomFunctions, $: jQuery, jQuery },
      ...{ fetch: offlineFetch, XMLHttpRequest: OfflineRequest, Image: createImageClass(this.document) },
      ...{ alert: () => undefined, confirm: () => true, prompt: () => null, open: () => null },
      console: this.watch.console(this.options.quiet === true),
    };
  }

  private fromWindow(name: (typeof WINDOW_NAMES)[number]): unknown {
    const found: unknown = this.window[name];
    const isFunction = typeof found === 'function' && !/^[A-Z]/.test(name);
    return isFunction ? (found as (...args: unknown[]) => unknown).bind(this.window) : found;
  }

  /** Runs the page's script. Some published samples attach handlers to elements they forgot: noted, not fatal. */
  load(script: string): void {
    const find = this.document.getElementById;
    this.document.getElementById = (id) => find.call(this.document, id) ?? this.standIn(id);
    try {
      this.run(script);
    } finally {
      this.document.getElementById = find;
    }
  }

  private standIn(id: string): HTMLElement {
    this.missing.push(id);
    return this.document.createElement('button');
  }

  /** Runs a classic script in a global scope of its own. */
  run(script: string): void {
    if (!this.context) {
      const globals = this.globals;
      this.context = createContext(Object.assign(globals, { window: globals, self: globals, globalThis: globals }));
    }
    runInContext(script, this.context);
  }

  /** Clicks an element as a person does: its attribute, its `onclick`, its listeners. */
  click(element: HTMLElement): void {
    const inline = element.getAttribute('onclick');
    const { onclick } = element;
    const event = new this.window.Event('click', { bubbles: true, cancelable: true });
    if (inline) this.watch.handler(() => this.run(inline))(event);
    if (typeof onclick === 'function') this.watch.handler((at) => onclick.call(element, at as PointerEvent))(event);
    element.onclick = null;
    element.dispatchEvent(event);
    element.onclick = onclick;
  }

  raise(element: HTMLElement, name: string): void {
    element.dispatchEvent(new this.window.Event(name, { bubbles: true }));
  }

  close(): void {
    this.window.close();
  }

  /** Listeners on the page's elements are waited for, and their failures noted. */
  private watchHandlers(): void {
    for (const element of [this.document, ...this.document.querySelectorAll<HTMLElement>('*')]) {
      const add = element.addEventListener.bind(element) as (name: string, listener: unknown, options: unknown) => void;
      element.addEventListener = (name: string, listener: unknown, options?: unknown) => {
        const run = listener as (event: unknown) => unknown;
        add(name, typeof listener === 'function' ? this.watch.handler(run.bind(element)) : listener, options);
      };
    }
  }

  /** Batches and asynchronous calls that a handler starts without returning them are waited for as well. */
  private watchBatches(): void {
    const { Excel, Office } = this.options.client;
    const run = Excel.run.bind(Excel) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(Excel, { run: (...args: unknown[]) => this.watch.follow(run(...args)) });
    const document = Office.context.document as unknown as Record<string, unknown>;
    for (const name of Object.keys(document).filter((key) => key.endsWith('Async'))) {
      document[name] = this.watch.callback(document[name] as (...args: unknown[]) => unknown);
    }
  }
}
