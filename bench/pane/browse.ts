import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchProfile } from '../../test/support/chromium';
import type { Opening } from './stage';

declare global {
  interface Window {
    openWorkbook(url: string): Promise<void>;
    openPane(url: string, wanted: readonly string[], known: readonly unknown[] | null): Promise<Opening>;
  }
}

/** Times as slow as this machine, for every page alike: what a manager's laptop is beside it. */
export const slowness = 4;

/** Milliseconds that somebody looks at the pane. */
const stay = 4000;

export interface Contestant {
  readonly name: string;
  /** Below the bench's server. */
  readonly url: string;
  /** What a person waits for, selectors: the pane, and what is in it. */
  readonly wanted: readonly [string, string];
}

export interface Loaded extends Opening {
  /** Scripts of the pane's folder that were asked for by then. */
  readonly scripts: readonly string[];
}

/** A person's browser, which is another process each morning and keeps what it stored. */
export class Profile {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'crm-bench-'));

  /** Opens a contestant; with `known` answers the workbook is not asked (see `stage.ts`). */
  async open(site: string, { url, wanted }: Contestant, known: readonly unknown[] | null): Promise<Loaded> {
    const context = await launchProfile(this.folder, {
      viewport: { width: 400, height: 820 },
      reducedMotion: 'reduce',
    });
    try {
      return await openPane(context, site, [url, wanted, known]);
    } finally {
      await context.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function openPane(
  context: BrowserContext,
  site: string,
  asked: readonly [string, readonly string[], readonly unknown[] | null],
): Promise<Loaded> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${site}index.html`);
  await page.evaluate(() => window.openWorkbook('sample.xlsx'));
  const scripts: string[] = [];
  page.on('request', (request) => {
    const name = /\/(?:pane|plain)\/([^/]+\.js)$/.exec(request.url())?.[1];
    if (name) scripts.push(name);
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const opening = await page.evaluate(([url, wanted, known]) => window.openPane(url, wanted, known), asked);
  // Who comes back stayed long enough for everything to be stored.
  if (!asked[2]) await page.waitForTimeout(stay);
  return { ...opening, scripts: [...new Set(scripts)] };
}
