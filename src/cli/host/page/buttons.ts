import type { Host } from '../../../host';
import { describe, type ReportedError } from '../failure';
import { within } from '../timeout';
import { type ChosenFile, standInFile } from './files';
import type { Page } from './page';

export interface ButtonResult {
  /** The id, or else what the button says; `script` is the script itself. */
  id: string;
  ok: boolean;
  error?: ReportedError;
}

const BUTTONS = 'button, input[type=button], input[type=submit], input[type=file], [role=button]';

function nameOf(element: HTMLElement): string {
  return element.id || (element.textContent ?? '').trim();
}

/** Runs one step of the page to its end: handlers, batches, events. */
export async function step(
  host: Host,
  page: Page,
  id: string,
  timeout: number,
  start: () => void,
): Promise<ButtonResult> {
  try {
    start();
    await within(timeout, untilQuiet(host, page));
  } catch (error) {
    page.watch.fail(error);
  }
  const [error] = page.watch.take();
  return error === undefined ? { id, ok: true } : { id, ok: false, error: describe(error) };
}

/** An event handler may start the next batch. */
async function untilQuiet(host: Host, page: Page): Promise<void> {
  await page.watch.idle();
  await host.settle();
  await page.watch.idle();
}

/** Chooses a file in a file input. */
function choose(page: Page, input: HTMLInputElement, { bytes, name, type }: ChosenFile): void {
  const { File } = page.globals as { File: new (parts: unknown[], name: string, options: object) => File };
  Object.defineProperty(input, 'files', { value: [new File([bytes], name, { type })] });
  page.raise(input, 'change');
}

function isLate(result: ButtonResult | undefined): boolean {
  return result?.error?.code === 'Timeout';
}

/** What one button starts until another stops it, was done when all is quiet after the other. */
function forgiveLate(results: ButtonResult[]): void {
  results.forEach(({ id }, index) => isLate(results[index]) && (results[index] = { id, ok: true }));
}

/** Uses all buttons in document order, each when the one before is done. @param timeout of each, in milliseconds */
export async function clickButtons(host: Host, page: Page, timeout: number): Promise<ButtonResult[]> {
  const results: ButtonResult[] = [];
  for (const element of page.document.querySelectorAll<HTMLElement>(BUTTONS)) {
    const file = element.getAttribute('type') === 'file' ? await standInFile(page.html) : undefined;
    const use = () => (file ? choose(page, element as HTMLInputElement, file) : page.click(element));
    const result = await step(host, page, nameOf(element), timeout, use);
    if (result.ok) forgiveLate(results);
    results.push(result);
    if (isLate(results.at(-1)) && isLate(results.at(-2))) break;
  }
  return results;
}
