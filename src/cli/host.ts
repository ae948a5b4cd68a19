import { Command, InvalidArgumentError } from 'commander';
import { createHost } from '../host';
import { describe } from './host/failure';
import { compareWithExcel } from './host/parity';
import { report, type Outcome } from './host/report';
import type { SampleOutcome } from './host/runSample';
import { run, type RunOptions } from './host/run';

const UNSETTLED = { code: 'Unsettled', message: 'The script waits for something that never happens.' };

interface Options extends RunOptions {
  parity?: string;
}

async function main(script: string | undefined, options: Options): Promise<void> {
  if (options.parity !== undefined) await compare(options.parity, options.json === true);
  else if (script === undefined) program.help({ error: true });
  else await runAndReport(script, options);
}

async function compare(path: string, json: boolean): Promise<void> {
  try {
    process.exitCode = (await compareWithExcel(path, json)) ? 0 : 1;
  } catch (thrown) {
    const { code, message } = describe(thrown);
    console.error(`${code}: ${message}`);
    process.exitCode = 1;
  }
}

async function runAndReport(script: string, options: RunOptions): Promise<void> {
  const host = await createHost();
  const json = options.json === true;
  process.once('beforeExit', () => {
    report(host, { error: UNSETTLED, buttons: [], missing: [] }, json);
    process.exit(1);
  });
  const outcome = await attempt(() => run(host, script, options));
  report(host, outcome, json);
  // A script may leave timers or handlers behind; its result is known by now.
  process.exit(outcome.error ? 1 : 0);
}

async function attempt(work: () => Promise<SampleOutcome>): Promise<Outcome> {
  try {
    const done = await work();
    return { ...done, error: done.buttons.find(({ ok }) => !ok)?.error ?? null };
  } catch (thrown) {
    return { buttons: [], missing: [], error: describe(thrown) };
  }
}

function milliseconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('Give a number of milliseconds.');
  return value;
}

const program = new Command('host')
  .description('Runs an Office.js script, or a Script Lab snippet with its buttons, against an in-memory Excel.')
  .argument('[script]', 'an ES module with top-level await (.mjs, .js, .ts), or a snippet (.yaml)')
  .option('--open <file>', 'start with this .xlsx')
  .option('--save <file>', 'write the workbook to this .xlsx when the script succeeded')
  .option('--page <file>', 'HTML for a plain script; its buttons are clicked in document order')
  .option('--timeout <milliseconds>', 'give up on a script or button after this long', milliseconds)
  .option('--parity <file>', 'instead of a script: compare the answers of a real Excel (npm run parity) with the host')
  .option('--json', 'end with one line of JSON')
  .action(main);

void program.parseAsync();
