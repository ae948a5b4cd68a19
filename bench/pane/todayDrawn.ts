import path from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { RawTable } from '../../src/template/decode';
import { launchChromium } from '../../test/support/chromium';
import { median } from '../table';

/** Processor milliseconds from the last answer until Today is painted. */
export interface Drawn {
  readonly script: number;
  /** Script, style, layout and paint. */
  readonly all: number;
}

const address = 'https://pane.test/';
const html = '<!doctype html><body><div id="root"></div><script type="module" src="/pane.js"></script></body>';

/** Opens Today of every book in turn, each time in a page of its own; medians, the first round only warms up. */
export async function drawToday(books: readonly (readonly RawTable[])[], rounds: number): Promise<Drawn[]> {
  const script = await bundle();
  const cells = books.map((tables) => JSON.stringify(tables));
  const found = books.map((): Drawn[] => []);
  const browser = await launchChromium();
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const [index, text] of cells.entries()) {
        const drawn = await drawOnce(browser, { '/pane.js': script, '/cells.json': text });
        if (round) found[index]!.push(drawn);
      }
  } finally {
    await browser.close();
  }
  return found.map((all) => ({
    script: median(all.map((one) => one.script)),
    all: median(all.map((one) => one.all)),
  }));
}

/** The pane as it ships: production libraries, compressed. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'todayPage.tsx')],
    ...{ bundle: true, minify: true, write: false, format: 'esm', jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

async function drawOnce(browser: Browser, files: Readonly<Record<string, string>>): Promise<Drawn> {
  const page = await browser.newPage({ viewport: { width: 350, height: 800 }, reducedMotion: 'reduce' });
  try {
    await page.route(`${address}**`, (route) => {
      const name = new URL(route.request().url()).pathname;
      const contentType = name.endsWith('.js') ? 'text/javascript' : name === '/' ? 'text/html' : 'application/json';
      return route.fulfill({ body: files[name] ?? html, contentType });
    });
    await page.goto(address);
    const tools = await page.context().newCDPSession(page);
    // Time of the thread, which does not depend on what else the machine does.
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (name: string) => {
      const { metrics } = await tools.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === name)!.value * 1000;
    };
    await page.evaluate(() => window.askFor('/cells.json'));
    const before = { script: await spent('ScriptDuration'), all: await spent('TaskDuration') };
    await page.evaluate(() => window.answer());
    return { script: (await spent('ScriptDuration')) - before.script, all: (await spent('TaskDuration')) - before.all };
  } finally {
    await page.context().close();
  }
}
