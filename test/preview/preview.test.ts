/** The preview as a person meets it: built, served, in a real browser, with the unchanged add-in as its pane. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { buildPreview } from '../../src/cli/preview/build';
import { listen } from '../../src/cli/preview/server';
import { readBook } from '../../src/xlsx/read';
import { launchChromium } from '../support/chromium';
import { exportFiles, exportMap, realExport } from '../support/realExport';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const minutes = 60_000;
const slow = { timeout: minutes };

let browser: Browser;
let url: string;
let stop: () => void;

beforeAll(async () => {
  const folders = await buildPreview(() => undefined);
  const server = await listen(folders, 0);
  url = `http://localhost:${server.port}/`;
  stop = server.close;
  browser = await launchChromium();
}, 5 * minutes);

/** A page left open goes on calculating beside the next test. */
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser?.close();
  stop?.();
});

interface Opened {
  readonly page: Page;
  readonly pane: Frame;
  /** Errors of the pages and requests to anywhere but the preview server. */
  readonly complaints: string[];
}

async function openPreview(locale: string, search = '', ready = 'nav button'): Promise<Opened> {
  const context = await browser.newContext({ locale, viewport: { width: 1600, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) complaints.push(request.url());
  });
  await page.goto(url + search);
  const pane = await (await page.waitForSelector('iframe.pane', slow)).contentFrame();
  await pane!.waitForSelector(ready, slow);
  return { page, pane: pane!, complaints };
}

/** What axe finds in the page around pane and grid: the one has tests of its own, the other's inside is Univer's. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof Axe }).axe.run(
      { exclude: ['.univer'] },
      { iframes: false },
    );
    return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}

const sheetTabs = (page: Page) => page.getByRole('tablist').first().getByRole('tab').allTextContents();

/** What office.js in the pane reads. */
const readCell = (pane: Frame, sheet: string, address: string): Promise<unknown> =>
  pane.evaluate(
    ([name, cell]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name!).getRange(cell);
        range.load('values');
        await context.sync();
        return range.values[0]![0] as unknown;
      }),
    [sheet, address],
  );

const selectCell = (pane: Frame, sheet: string, address: string): Promise<void> =>
  pane.evaluate(
    ([name, cell]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name!).getRange(cell).select();
        await context.sync();
      }),
    [sheet, address],
  );

/** Types into a cell as a person does: focus on the grid, the selection there, keys. */
async function typeInto({ page, pane }: Opened, sheet: string, address: string, text: string): Promise<void> {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.locator('canvas[id^="univer-sheet-main-canvas"]').click({ position: { x: 300, y: 300 } });
  await selectCell(pane, sheet, address);
  const nameBox = (wanted: string) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted);
  await page.waitForFunction(nameBox, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

it(
  'should show the sample with the same figures in sheet and pane when it is opened in English',
  async () => {
    const { page, pane, complaints } = await openPreview('en-US');
    expect((await sheetTabs(page)).slice(0, 4)).toEqual(['Dashboard', 'Customers', 'Contacts', 'Milestones']);
    const openTickets = await readCell(pane, 'Dashboard', 'E8');
    expect(openTickets).toBeGreaterThan(0);
    await pane.evaluate(() => (location.hash = '#/service'));
    await pane
      .getByText(`All open (${String(openTickets)})`)
      .first()
      .waitFor({ state: 'attached', ...slow });
    expect(await page.getByRole('img', { name: 'Sales funnel' }).textContent()).toContain('Proposal and quote');
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

it(
  'should speak Chinese in page, sheets and pane when the browser does',
  async () => {
    const { page, pane, complaints } = await openPreview('zh-CN');
    expect((await sheetTabs(page)).slice(0, 4)).toEqual(['仪表盘', '客户', '联系人', '里程碑']);
    expect(await pane.evaluate(() => Office.context.displayLanguage)).toBe('zh-CN');
    await page.getByText('打开 .xlsx').waitFor(slow);
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

it(
  'should keep the open view, and say the new language in its address, when a person switches the language',
  async () => {
    const { page, pane, complaints } = await openPreview('en-US', '?scenario=sample&language=en');
    const addresses = async () => ({
      page: new URL(page.url()).search,
      pane: await page
        .frameLocator('iframe.pane')
        .locator('body')
        .evaluate(() => location.hash),
    });
    const id = String(await readCell(pane, 'Customers', 'A3'));
    await pane.evaluate((customer) => (location.hash = `#/customer/${customer}`), id);
    await pane.getByRole('heading', { name: String(await readCell(pane, 'Customers', 'B3')) }).waitFor(slow);

    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('tab', { name: '客户', exact: true }).waitFor(slow);
    const shown = page.frameLocator('iframe.pane');
    await shown.getByText('下一步建议').waitFor(slow);
    expect(await addresses()).toEqual({ page: '?scenario=sample&language=zh-CN', pane: `#/customer/${id}` });

    // A workbook with changes stays as it is when the language goes back.
    await typeInto({ page, pane: page.frames()[1]!, complaints }, '客户', 'L2', '否');
    await page.getByRole('button', { name: 'English' }).click();
    await shown.getByText('Next step').waitFor(slow);
    expect(await addresses()).toEqual({ page: '?scenario=sample&language=en', pane: `#/customer/${id}` });
    expect(await sheetTabs(page)).toContain('客户');
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

it(
  'should recalculate, tell the pane, and keep the edit in the file when a person types',
  async () => {
    const opened = await openPreview('en-US');
    const { page, pane, complaints } = opened;
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async ({ address, source }) => {
          document.title = `${address} ${source}`;
        });
        await context.sync();
      }),
    );
    expect(await readCell(pane, 'Customers', 'J2')).toBe('Key customers');
    await typeInto(opened, 'Customers', 'L2', 'No');
    await pane.waitForFunction(() => document.title === 'L2 Local', undefined, slow);
    expect(await readCell(pane, 'Customers', 'J2')).toBe('All other customers');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save .xlsx' }).click();
    const path = await (await download).path();
    const customers = readBook(readFileSync(path)).sheets.find(({ name }) => name === 'Customers');
    expect(customers?.cells.get(1)?.get(11)?.value).toBe('No');
    expect(customers?.cells.get(1)?.get(9)).toMatchObject({
      value: 'All other customers',
      formula: expect.any(String),
    });

    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.xlsx', mimeType: '', buffer: readFileSync(path) });
    await page.getByRole('option', { name: 'Your file: mine.xlsx' }).waitFor({ state: 'attached', ...slow });
    expect((await sheetTabs(page)).slice(0, 2)).toEqual(['Dashboard', 'Customers']);
    expect(complaints).toEqual([]);
  },
  3 * minutes,
);

it.each([
  ['en-US', 'This file is no Excel workbook. Choose an .xlsx file.', 'Customers'],
  ['zh-CN', '此文件不是 Excel 工作簿。请选择 .xlsx 文件。', '客户'],
])(
  'should say what to do next when a file is no workbook (%s)',
  async (locale, said, sheet) => {
    const { page } = await openPreview(locale);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('notes') });
    await page.getByRole('alert').filter({ hasText: said }).waitFor(slow);
    expect(await sheetTabs(page)).toContain(sheet);
  },
  2 * minutes,
);

it(
  'should let a person change sheets and filter a table with the keyboard alone',
  async () => {
    const { page, pane, complaints } = await openPreview('en-US');
    await page.getByRole('tab', { name: 'Dashboard', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await selectCell(pane, 'Customers', 'J2');
    const filter = page.getByRole('button', { name: 'Filter: Cadence rule' });
    await filter.waitFor(slow);
    await filter.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor(slow);
    await page.keyboard.type('key');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Filter: Cadence rule', pressed: true }).waitFor(slow);
    const shown = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const view = context.workbook.tables.getItem('Customers').columns.getItemAt(9).getDataBodyRange();
        const visible = view.getVisibleView().load('values');
        await context.sync();
        return [...new Set(visible.values.flat() as string[])];
      }),
    );
    expect(shown).toEqual(['Key customers']);
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

it(
  'should open 10,000 customers, and stop when a person does not want to wait',
  async () => {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(`${url}?scenario=large&language=en`);
    await page.getByRole('progressbar').waitFor(slow);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('No workbook is open.').waitFor(slow);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Open “10,000 customers”' }).click();
    const wanted = { timeout: 4 * minutes };
    const pane = await (await page.waitForSelector('iframe.pane', wanted)).contentFrame();
    await pane!.getByText(/things wait/).waitFor(wanted);
    expect(page.url()).toContain('scenario=large');
  },
  6 * minutes,
);

it(
  'should move charts with the cells that they stand on',
  async () => {
    const { page, complaints } = await openPreview('en-US');
    await page.getByRole('tab', { name: 'Dashboard', exact: true }).click();
    const left = async () => (await page.locator('figure.chart').first().boundingBox())!.x;
    const before = await left();
    await page.mouse.move(500, 500);
    await page.mouse.wheel(120, 0);
    await page.waitForFunction(
      (x) => document.querySelector('figure.chart')!.getBoundingClientRect().x <= x - 119,
      before,
    );
    expect(await left()).toBeCloseTo(before - 120, 0);
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

it(
  'should show a cell that is selected far below the others',
  async () => {
    const { page, pane, complaints } = await openPreview('en-US');
    await selectCell(pane, 'Orders', 'B900');
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'B900'));
    await selectCell(pane, 'Orders', 'A2');
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'A2'));
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);

(realExport ? it : it.skip)(
  'should give the same figures as the command line when a real export comes in through the pane',
  async () => {
    const { page } = await openPreview('en-US');
    await page.locator('select').first().selectOption('empty');
    // Another workbook gets a pane of its own.
    await page.frameLocator('iframe.pane').getByText('Your CRM is ready').waitFor(slow);
    const pane = (await (await page.waitForSelector('iframe.pane')).contentFrame())!;
    for (const [table, file] of Object.entries(exportFiles)) await importInto(pane, table, join(realExport!, file));

    await pane.evaluate(() => (location.hash = '#/funnel'));
    const text = async () => (await pane.locator('body').innerText()).replace(/\s+/g, ' ');
    await pane.getByText('Bookings').first().waitFor(slow);

    for (const figure of ['4,238', '2,473', '63']) expect(await text()).toContain(figure);
    expect(await readCell(pane, 'Dashboard', 'B8')).toBe(10_005_534);
  },
  8 * minutes,
);

/** What a person does in the pane: table, map, file, accept. */
async function importInto(pane: Frame, table: string, path: string): Promise<void> {
  await pane.evaluate(() => (location.hash = '#/today'));
  await pane.evaluate(() => (location.hash = '#/import'));
  await pane.getByLabel('Into the table').selectOption(table);
  const map = { name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(exportMap)) };
  await pane.locator('input[type=file]').nth(1).setInputFiles(map);
  await pane.locator('input[type=file]').first().setInputFiles(path);
  // The host calculates thousands of new rows on the page's own thread: the click returns when it is done.
  const imported = { timeout: 3 * minutes };
  await pane.getByRole('button', { name: /^Import [\d,]+ record/ }).click(imported);
  await pane
    .getByText(/records? imported/)
    .first()
    .waitFor(imported);
}

it.each([
  ['en-US', 'Second person', /Grace Liu wrote a note/, 'Changed since you last looked'],
  ['zh-CN', '另一位用户', /刘雅文在.*写了备注/, '客户'],
])(
  'should announce what a second person edits, until they leave (%s)',
  async (locale, button, said, told) => {
    const { page, pane, complaints } = await openPreview('en-US', `?scenario=coauthor&language=${locale}`);
    await page.getByText(said).waitFor(slow);
    await pane.getByRole('status').filter({ hasText: told }).first().waitFor(slow);

    const second = page.getByRole('button', { name: button });
    expect(await second.getAttribute('aria-pressed')).toBe('true');
    await second.click();
    expect(await second.getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(complaints).toEqual([]);
  },
  3 * minutes,
);

it(
  'should lead from a messy list to the set-up, by its address',
  async () => {
    const { page, complaints } = await openPreview('en-US', '?scenario=messy', 'text=In a sheet of this workbook');
    expect(await sheetTabs(page)).toEqual(['Clients']);
    expect(page.url()).toContain('scenario=messy&language=en');
    expect(complaints).toEqual([]);
  },
  2 * minutes,
);
