import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host, HostClient } from '../../host';
import { clickButtons } from './page/buttons';
import { Page } from './page/page';
import { Watch } from './page/watch';
import type { SampleOutcome } from './runSample';
import { Uncaught } from './uncaught';

/** The project's own custom functions, as their manifest registers them, so that `=CRM.*` works in scripts. */
export async function loadOwnFunctions(host: Host): Promise<void> {
  const path = resolve(__dirname, '../../functions/functions.ts');
  if (!existsSync(path)) return;
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const exported = { ...(module.default as Record<string, unknown> | undefined), ...module };
  for (const [id, implementation] of Object.entries(exported)) {
    if (typeof implementation !== 'function') continue;
    host.registerFunctions('CRM', { [id]: implementation as (...args: never[]) => unknown });
  }
}

/** What a plain script finds on `globalThis`; with a page, what a page has. */
function setGlobals({ Excel, Office, OfficeExtension, CustomFunctions }: HostClient, page?: Page): void {
  Object.assign(globalThis, { Excel, Office, OfficeExtension, CustomFunctions });
  if (page) Object.assign(globalThis, pageGlobals(page), { window: globalThis });
}

/** Node keeps some globals to itself, e.g. `navigator` and `crypto`: what it has already is not replaced. */
function pageGlobals(page: Page): Record<string, unknown> {
  const own = new Set(['console', 'fetch', 'Event', 'File', 'addEventListener', 'removeEventListener']);
  return Object.fromEntries(Object.entries(page.globals).filter(([name]) => own.has(name) || !(name in globalThis)));
}

/** Imports a module (top-level await is allowed). @throws what the script throws, now or later */
async function runModule(host: Host, path: string, watch: Watch): Promise<void> {
  await import(pathToFileURL(resolve(path)).href);
  await host.settle();
  // Rejections are reported a turn after they happened.
  await watch.idle();
  const failures = watch.take();
  if (failures.length > 0) throw failures[0];
}

export interface ScriptOptions {
  /** HTML around the script, whose buttons are used when it has run. */
  html?: string;
  /** Milliseconds that each button may take. */
  timeout: number;
}

/** Runs a plain script, .mjs or .ts. @returns the buttons of its page @throws the script's own error */
export async function runScript(
  host: Host,
  client: HostClient,
  path: string,
  { html, timeout }: ScriptOptions,
): Promise<SampleOutcome> {
  const page = html === undefined ? undefined : new Page({ html, client });
  const watch = page?.watch ?? new Watch();
  new Uncaught((error) => watch.fail(error));
  setGlobals(client, page);
  await runModule(host, path, watch);
  const buttons = page ? await clickButtons(host, page, timeout) : [];
  return { buttons, missing: [] };
}
