import { readFile, writeFile } from 'node:fs/promises';
import type { Host } from '../../host';
import { endlessReport } from './report';
import { runSample, type SampleOutcome } from './runSample';
import { loadOwnFunctions, runScript } from './runScript';
import { isSnippet, readPage, readSnippet } from './sample';
import { within } from './timeout';
import { watchThread } from './watchdog';

/** A button that waits for nothing takes a few milliseconds; the samples' longest wait is ten seconds. */
const DEFAULT_TIMEOUT = 30_000;

export interface RunOptions {
  open?: string;
  save?: string;
  json?: boolean;
  page?: string;
  /** Milliseconds. */
  timeout?: number;
}

/** Runs a script or a snippet in a fresh client. @returns its buttons @throws what a plain script throws */
export async function run(host: Host, script: string, options: RunOptions): Promise<SampleOutcome> {
  if (options.open) await host.open(new Uint8Array(await readFile(options.open)));
  const outcome = await runIn(host, script, options);
  const ok = outcome.buttons.every((button) => button.ok);
  if (options.save && ok) await writeFile(options.save, await host.save());
  return outcome;
}

async function runIn(host: Host, script: string, options: RunOptions): Promise<SampleOutcome> {
  const client = await host.connect();
  await loadOwnFunctions(host);
  const timeout = options.timeout ?? DEFAULT_TIMEOUT;
  watchThread(timeout, endlessReport(timeout, options.json === true));
  if (isSnippet(script)) {
    return runSample(host, client, await readSnippet(await readFile(script, 'utf8')), { timeout });
  }
  const html = options.page ? await readPage(options.page) : undefined;
  const work = runScript(host, client, script, { html, timeout });
  return options.timeout && !html ? within(options.timeout, work) : work;
}
