import type { Host, HostClient } from '../../host';
import { type ButtonResult, step, clickButtons } from './page/buttons';
import { Page } from './page/page';
import type { Sample } from './sample';
import { Uncaught } from './uncaught';

export interface SampleOptions {
  /** Milliseconds that the script, and then each button, may take. */
  timeout: number;
  /** Does not show what the sample logs. */
  quiet?: boolean;
}

export interface SampleOutcome {
  buttons: ButtonResult[];
  /** Elements that the script expects and the page lacks. */
  missing: string[];
}

/**
 * Runs a snippet as Script Lab does: its page, its script, then every button in document order. The first result is
 * the script's own. A step fails when something was thrown, rejected, or logged as an error.
 */
export async function runSample(
  host: Host,
  client: HostClient,
  { html, script }: Sample,
  { timeout, quiet }: SampleOptions,
): Promise<SampleOutcome> {
  const page = new Page({ html, client, quiet });
  const uncaught = new Uncaught((error) => page.watch.fail(error));
  try {
    const loaded = await step(host, page, 'script', timeout, () => page.load(script));
    const used = loaded.ok ? await clickButtons(host, page, timeout) : [];
    return { buttons: [loaded, ...used], missing: page.missing };
  } finally {
    uncaught.dispose();
    page.close();
  }
}
