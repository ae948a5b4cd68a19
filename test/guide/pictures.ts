/** `npm run pictures`: the pictures of the README and the guide, taken from the built preview in a real browser. */
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { buildPreview } from '../../src/cli/preview/build';
import { listen } from '../../src/cli/preview/server';
import { launchChromium } from '../support/chromium';

const folder = join(__dirname, '../../docs/guide');

interface Picture {
  readonly name: string;
  /** Hash route of the pane. */
  readonly route: string;
  /** Position of the sheet's tab. */
  readonly sheet: number;
}

const pictures: readonly Picture[] = [
  { name: 'preview', route: '#/today', sheet: 1 },
  { name: 'dashboard', route: '#/funnel', sheet: 0 },
  { name: 'tiers', route: '#/tiers', sheet: 1 },
];

/** Views of the pane, by route; the guide shows the pane alone. */
const views: Readonly<Record<string, string>> = {
  today: '#/today',
  customer: '#/customer/C-AAMH9M7G',
  log: '#/log/C-AAMH9M7G',
  funnel: '#/funnel',
  'what-if': '#/tiers/try',
  review: '#/tiers/review',
  service: '#/service',
  campaigns: '#/campaigns',
  team: '#/team',
  search: '#/search',
  changes: '#/changes',
  setup: '#/setup',
};

async function main(): Promise<void> {
  const server = await listen(await buildPreview(() => undefined), 0);
  const browser = await launchChromium();
  try {
    for (const language of ['en', 'zh-CN']) await take(browser, `http://localhost:${server.port}/`, language);
  } finally {
    await browser.close();
    server.close();
  }
}

async function take(browser: Browser, url: string, language: string): Promise<void> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1760, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  const pane = await (await page.waitForSelector('iframe.pane'))!.contentFrame();
  await pane!.waitForSelector('nav button');
  for (const picture of pictures) await shoot(page, pane!, picture, language);
  for (const [name, route] of Object.entries(views)) {
    await open(pane!, route);
    await page.locator('iframe.pane').screenshot({ path: join(folder, `pane-${name}-${language}.png`) });
  }
  await context.close();
}

async function shoot(page: Page, pane: Frame, { name, route, sheet }: Picture, language: string): Promise<void> {
  await page.getByRole('tablist').first().getByRole('tab').nth(sheet).click();
  await open(pane, route);
  // Univer draws on the next frames, and gives no event when it is done.
  await page.waitForTimeout(2_500);
  await page.screenshot({ path: join(folder, `${name}-${language}.png`) });
}

/** Shows a view and waits until it has read what it needs. */
async function open(pane: Frame, route: string): Promise<void> {
  await pane.evaluate((hash) => (location.hash = hash), route);
  await pane.waitForTimeout(500);
  await pane.locator('.fui-Spinner').first().waitFor({ state: 'hidden', timeout: 120_000 });
  await pane.waitForSelector('h1, h2');
  await pane.waitForTimeout(1_000);
}

void main();
