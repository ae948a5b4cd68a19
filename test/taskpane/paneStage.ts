import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Changeset } from '../../src/crm/changeset';
import type { Language } from '../../src/template/types';
import { launchChromium } from '../support/chromium';
import type { Scene } from './fakeHome';
import type * as harness from './harness';

declare global {
  interface Window {
    pane: typeof harness;
    calls: unknown[][];
    axe: {
      run: (context: { exclude: string[] }) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
  }
}

/** The policy of the shipped page, so that what it forbids fails here too. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:";
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Workbook CRM</title>
<style>body { margin: 0 }</style></head>
<body><div id="root"></div><script type="module" src="/pane.js"></script></body></html>`;

/** How many times slower the processor of the page is made: what only a slow machine shows (`PANE_SLOWNESS=8`). */
const slowness = Number(process.env.PANE_SLOWNESS ?? 1);

export const languages = ['en', 'zh-CN'] as const;

/** A CRM workbook; `sample: true` fills it with the sample company, else with a small firm. */
export const scene = (language: Language, more: Partial<Scene> = {}): Scene => ({ language, installed: true, ...more });

export interface OpenOptions {
  readonly route?: string;
  readonly language?: Language;
  /** Pixels; 320 is what Excel gives a pane. */
  readonly width?: number;
}

/** The pane's scripts by name. */
async function bundle(splitting: boolean): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: "import * as pane from './harness'; window.pane = pane;", resolveDir: __dirname },
    entryNames: 'pane',
    outdir: '/',
    bundle: true,
    splitting,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
}

export interface StageOptions {
  /** Views come as scripts of their own when they are opened, as in the add-in; else all at once, which is faster. */
  readonly splitting?: boolean;
}

/** Title of the pane while there is nothing to show. */
const waiting = /^(Workbook CRM|工作簿 CRM)$/;

/** The pane in a real browser over a home in memory: `open` one for each test, `close` the stage after all. */
export class PaneStage {
  private constructor(
    private readonly browser: Browser,
    private readonly scripts: ReadonlyMap<string, string>,
  ) {}

  static async raise({ splitting = false }: StageOptions = {}): Promise<PaneStage> {
    const [scripts, browser] = await Promise.all([bundle(splitting), launchChromium()]);
    return new PaneStage(browser, scripts);
  }

  async open(given: Scene, { route = 'today', language = given.language, width = 320 }: OpenOptions = {}) {
    const page = await this.browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000 * slowness);
    if (slowness > 1)
      await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.route('https://pane.test/**', (request) => {
      const script = this.scripts.get(new URL(request.request().url()).pathname.slice(1));
      return script === undefined
        ? request.fulfill({ body: html, contentType: 'text/html' })
        : request.fulfill({ body: script, contentType: 'text/javascript' });
    });
    await page.goto(`https://pane.test/#/${route}`);
    await page.evaluate(
      ([sceneGiven, paneLanguage]) => {
        window.calls = window.pane.mount(sceneGiven, paneLanguage);
      },
      [given, language] as const,
    );
    // A reading that takes long has a title of its own.
    const title = given.isSlow ? page.locator('h1') : page.locator('h1').filter({ hasNotText: waiting });
    await title.or(page.getByRole('alert')).first().waitFor();
    return page;
  }

  /** Closes the pages of a test. */
  async clear(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Calls that the pane made to the home's function, without its name. */
export const callsOf = async (page: Page, name: string): Promise<unknown[][]> =>
  (await page.evaluate(() => window.calls)).filter(([called]) => called === name).map((call) => call.slice(1));

/** Changesets that the pane had written. */
export const written = async (page: Page): Promise<Changeset[]> =>
  (await callsOf(page, 'apply')).map(([changeset]) => changeset as Changeset);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of accessibility that the page breaks. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // Tabster's focus sentinels are invisible stops of Fluent's own making.
    const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] });
    return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 200)).join(' ')}`);
  });
}

/** Names and formats that stay as they are (decision 28): CRM, CSV, Excel, RFM, ids, tiers, hostile sample text. */
const exempt = /^(CRM|CSV|Excel|ID|English|RFM|CSAT|NPS|ROI|SLA|HHI|[A-C]|[RFM]|P\d+|[A-Z]-\d+|b)$/;

/** Words in Latin letters among everything that a person of a Chinese pane reads or hears. */
export async function englishOf(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    );
    const text = [...document.querySelectorAll('body *')].flatMap((element) =>
      element.tagName === 'SCRIPT' || element.tagName === 'STYLE'
        ? []
        : [...element.childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.textContent ?? ''),
    );
    return [...spoken, ...text].flatMap((part) => part.match(/[A-Za-z]+(?:-\d+)?/g) ?? []);
  });
  return words.filter((word) => !exempt.test(word));
}
