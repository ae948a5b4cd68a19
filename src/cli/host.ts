import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { createHost, type Host, type HostClient } from '../host';

interface RunOptions {
  open?: string;
  save?: string;
  json?: boolean;
}

/** A failure as it is reported: Excel's code and place where there are any. */
interface ReportedError {
  code: string;
  message: string;
  debugInfo?: { errorLocation: string };
}

interface ExcelFailure {
  code?: unknown;
  name?: unknown;
  message?: unknown;
  debugInfo?: { errorLocation?: string };
}

function describe(error: unknown): ReportedError {
  const { code, name, message, debugInfo } = (
    typeof error === 'object' && error !== null ? error : { message: error }
  ) as ExcelFailure;
  const location = debugInfo?.errorLocation;
  return {
    code: String(code ?? name ?? 'Error'),
    message: String(message ?? error),
    ...(location && { debugInfo: { errorLocation: location } }),
  };
}

/** The project's own custom functions, as their manifest registers them, so that `=CRM.*` works in scripts. */
async function loadOwnFunctions(host: Host): Promise<void> {
  const path = resolve(__dirname, '../functions/functions.ts');
  if (!existsSync(path)) return;
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const exported = { ...(module.default as Record<string, unknown> | undefined), ...module };
  for (const [id, implementation] of Object.entries(exported)) {
    if (typeof implementation !== 'function') continue;
    host.registerFunctions('CRM', { [id]: implementation as (...args: never[]) => unknown });
  }
}

/** What a script finds on `globalThis`. */
function setGlobals({ Excel, Office, OfficeExtension, CustomFunctions }: HostClient): void {
  Object.assign(globalThis, { Excel, Office, OfficeExtension, CustomFunctions });
}

/** The first error nobody caught: a script that goes on after one has failed all the same. */
class Uncaught {
  error: unknown;
  happened = false;

  constructor() {
    const note = (error: unknown): void => {
      if (!this.happened) [this.happened, this.error] = [true, error];
    };
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
  }

  /** Rejections are reported a turn after they happened. */
  async check(): Promise<void> {
    await new Promise((done) => setTimeout(done, 0));
    if (this.happened) throw this.error;
  }
}

async function run(host: Host, script: string, options: RunOptions): Promise<void> {
  const uncaught = new Uncaught();
  if (options.open) await host.open(new Uint8Array(await readFile(options.open)));
  const client = await host.connect();
  setGlobals(client);
  await loadOwnFunctions(host);
  await import(pathToFileURL(resolve(script)).href);
  await host.settle();
  await uncaught.check();
  if (options.save) await writeFile(options.save, await host.save());
}

/** The outcome on one line for programs, in words for people. */
function report(host: Host, error: ReportedError | null, json: boolean): void {
  const { syncs, requestBytes, responseBytes } = host.stats;
  if (json) {
    console.log(JSON.stringify({ ok: error === null, syncs, requestBytes, responseBytes, error }));
  } else if (error) {
    console.error(`${error.code}: ${error.message}${error.debugInfo ? ` (at ${error.debugInfo.errorLocation})` : ''}`);
  } else {
    console.log(`Done: ${syncs} syncs, ${requestBytes} bytes sent, ${responseBytes} bytes received.`);
  }
}

async function main(script: string, options: RunOptions): Promise<void> {
  const host = await createHost();
  process.once('beforeExit', () => {
    report(
      host,
      { code: 'Unsettled', message: 'The script waits for something that never happens.' },
      options.json === true,
    );
    process.exit(1);
  });
  let error: ReportedError | null = null;
  try {
    await run(host, script, options);
  } catch (thrown) {
    error = describe(thrown);
  }
  report(host, error, options.json === true);
  // A script may leave timers or handlers behind; its result is known by now.
  process.exit(error ? 1 : 0);
}

const program = new Command('host')
  .description('Runs an Office.js script (ES module, top-level await) against an in-memory Excel.')
  .argument('<script>', 'the script, SCRIPT.mjs')
  .option('--open <file>', 'start with this .xlsx')
  .option('--save <file>', 'write the workbook to this .xlsx when the script succeeded')
  .option('--json', 'end with one line of JSON')
  .action(main);

void program.parseAsync();
