import type { Host } from '../../host';
import type { ReportedError } from './failure';
import type { SampleOutcome } from './runSample';

export interface Outcome extends SampleOutcome {
  error: ReportedError | null;
}

function inWords({ code, message, debugInfo }: ReportedError): string {
  return `${code}: ${message}${debugInfo ? ` (at ${debugInfo.errorLocation})` : ''}`;
}

/** Not by `console`: a script with a page has its own. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The outcome on one line for programs, in words for people. */
export function report(host: Host, { error, buttons, missing }: Outcome, json: boolean): void {
  const { syncs, requestBytes, responseBytes } = host.stats;
  if (json) {
    const page = { ...(buttons.length > 0 && { buttons }), ...(missing.length > 0 && { missing }) };
    say(JSON.stringify({ ok: error === null, ...page, syncs, requestBytes, responseBytes, error }));
    return;
  }
  for (const button of buttons) {
    say(`${button.ok ? 'ok  ' : 'FAIL'} ${button.id}${button.error ? `  ${inWords(button.error)}` : ''}`);
  }
  if (missing.length > 0) say(`The page has no ${missing.map((id) => `#${id}`).join(', ')}.`);
  if (error) process.stderr.write(`${inWords(error)}\n`);
  else say(`Done: ${syncs} syncs, ${requestBytes} bytes sent, ${responseBytes} bytes received.`);
}

/** The report of a script that holds its thread for ever, made before it runs: nobody can make it afterwards. */
export function endlessReport(milliseconds: number, json: boolean): string {
  const error = { code: 'Timeout', message: `The script did not come back within ${milliseconds} ms.` };
  return `${json ? JSON.stringify({ ok: false, error }) : inWords(error)}\n`;
}
