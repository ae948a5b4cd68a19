import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { factsOf } from '../src/actions/report/facts';
import { today as todayItems } from '../src/actions/report/today';
import { todayNeeds } from '../src/actions/report/todayNeeds';
import { listen } from '../src/cli/preview/server';
import { todaySerial } from '../src/shared/dates';
import { decodeWorkbook, type RawTable } from '../src/template/decode';
import { isNeeded } from '../src/template/needs';
import { launchChromium } from '../test/support/chromium';
import { buildPanes, gzipKilobytes } from './pane/build';
import type { Opening } from './pane/stage';
import { drawToday } from './pane/todayDrawn';
import { rawTables, rulesRecords } from './rulesRecords';
import { median, printTable, timed } from './table';

declare global {
  interface Window {
    openWorkbook(url: string): Promise<void>;
    openPane(url: string, wanted: string, known: readonly unknown[] | null): Promise<Opening>;
  }
}

/** Times as slow as this machine, for every page alike: what a manager's laptop is beside it. */
const slowness = 4;
const rounds = 5;

const officeScript = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js');

interface Contestant {
  readonly name: string;
  readonly url: string;
  /** What a person waits for. */
  readonly wanted: string;
}

const plain: Contestant = { name: 'plain template', url: 'plain/taskpane.html', wanted: 'button' };
const today: Contestant = { name: 'Today', url: 'pane/taskpane.html', wanted: '#root main li' };

interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly folders: Awaited<ReturnType<typeof buildPanes>>;
}

interface Loaded extends Opening {
  /** Scripts of the pane's folder that were loaded by then. */
  readonly scripts: readonly string[];
}

/** The pane against a plain task pane of the same libraries: bytes, first function, interactive; and 10 times the rows. */
export async function pane(): Promise<void> {
  await growth();
  const folders = await buildPanes();
  const server = await listen(folders, 0);
  const browser = await launchChromium();
  const stage = { browser, url: `http://localhost:${server.port}/`, folders };
  try {
    await race(stage);
  } finally {
    await browser.close();
    server.close();
  }
}

async function race(stage: Stage): Promise<void> {
  const contestants = [plain, today];
  const openings = await interleaved(contestants, (contestant, known) => openOnce(stage, contestant, known));
  const plainMs = median(openings[0]!.slice(1).map(({ interactive }) => interactive));
  const rows = contestants.map(({ name, url }, index) => {
    const folder = url.startsWith('pane/') ? stage.folders.pane : path.join(stage.folders.page, 'plain');
    const [asked, ...own] = openings[index]!;
    const middle = (of: (opening: Loaded) => number) => median(own.map(of));
    const functions = own[0]!.functions === null ? '' : middle((opening) => opening.functions!);
    const interactive = middle((opening) => opening.interactive);
    return {
      pane: name,
      'script kB until interactive': gzipKilobytes(folder, own[0]!.scripts),
      'first function ms': functions,
      'interactive ms': interactive,
      'of it waiting for Excel': middle(({ waited }) => waited),
      requests: asked!.requests,
      kB: asked!.kilobytes,
      'function / plain': functions === '' ? '' : functions / plainMs,
      'interactive / plain': interactive / plainMs,
    };
  });
  printTable(`Pane, sample workbook, processor ${slowness} times as slow, ${rounds} rounds`, rows);
  console.log(`functions ready after ${gzipKilobytes(stage.folders.pane, ['addin.js']).toFixed(1)} kB (gzip)`);
}

/** What the pane does after the last answer, by the rows of the workbook. */
async function growth(): Promise<void> {
  const clock = todaySerial(new Date());
  const sizes = [1_000, 10_000];
  const books = sizes.map((customers) => neededTables(rawTables(rulesRecords(customers * 10, clock), clock)));
  const times = sizes.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, tables] of books.entries()) {
      const { cpu } = await timed(() => todayItems(factsOf(decodeWorkbook(tables, false), clock)));
      if (round) times[index]!.push(cpu);
    }
  const listed = times.map(median);
  const drawn = await drawToday(books, rounds);
  const [script, all] = [drawn.map((one) => one.script), drawn.map((one) => one.all)];
  printTable(
    'Today after the last answer: decoded and listed (processor of Node, all threads), painted (main thread of Chromium)',
    sizes.map((customers, index) => ({
      customers,
      'listed ms': listed[index]!,
      'script until painted ms': script[index]!,
      'all until painted ms': all[index]!,
      ...{ 'listed x': listed[index]! / listed[0]!, 'script x': script[index]! / script[0]! },
      'all x': all[index]! / all[0]!,
    })),
  );
}

/** The tables as Today reads them. */
const neededTables = (tables: readonly RawTable[]): RawTable[] =>
  tables.map((table) => {
    const wanted = table.columnIds.map((column) => column !== null && isNeeded(todayNeeds, table.table, column));
    const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => wanted[at]);
    return { ...table, columnIds: kept(table.columnIds), rows: table.rows.map(kept) };
  });

/**
 * Everybody in turn, so that a busy moment of the machine hits all alike. The first round only warms up, and asks the
 * workbook; its answers serve the others.
 */
async function interleaved(
  contestants: readonly Contestant[],
  open: (contestant: Contestant, known: readonly unknown[] | null) => Promise<Loaded>,
): Promise<Loaded[][]> {
  const openings = contestants.map((): Loaded[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, contestant] of contestants.entries())
      openings[index]!.push(await open(contestant, openings[index]![0]?.answers ?? null));
  return openings;
}

async function openOnce(
  { browser, url }: Stage,
  { url: paneUrl, wanted }: Contestant,
  known: readonly unknown[] | null,
): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 400, height: 820 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  try {
    // office.js as Excel loads it; the preview serves the readable one.
    await page.route('**/office.js', (route) =>
      route.fulfill({ body: readFileSync(officeScript, 'utf8'), contentType: 'text/javascript' }),
    );
    await page.goto(url);
    await page.evaluate((workbook) => window.openWorkbook(workbook), 'workbooks/sample.en.xlsx');
    const scripts: string[] = [];
    page.on('request', (request) => {
      const name = /\/(?:pane|plain)\/([^/]+\.js)$/.exec(request.url())?.[1];
      if (name) scripts.push(name);
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    const opening = await page.evaluate(([address, selector, answers]) => window.openPane(address, selector, answers), [
      paneUrl,
      wanted,
      known,
    ] as const);
    return { ...opening, scripts: [...scripts] };
  } finally {
    await context.close();
  }
}
