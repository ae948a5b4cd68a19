import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const installed = '/usr/bin/chromium';

/** Quiet and offline: nothing but the page under test. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROME_PATH, else the system's Chromium, else the one that npm brings for continuous integration. */
async function chromiumPath(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted) return wanted;
  if (existsSync(installed)) return installed;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** A real browser; close it in `afterAll`. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: flags });
}

/** The same with a folder in which it keeps caches and storage, for whoever comes back. */
export async function launchProfile(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { executablePath: await chromiumPath(), args: flags, ...options });
}
