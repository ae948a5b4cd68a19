import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Changeset } from '../../src/crm/changeset';
import type { SourceSheet } from '../../src/template/adopt';
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
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Workbook CRM</title></head>
<body><div id="root"></div><script src="/pane.js"></script></body></html>`;

const languages = ['en', 'zh-CN'] as const;
const scene = (language: Language, more: Partial<Scene> = {}): Scene => ({ language, installed: true, ...more });

describe('the task pane', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    const [bundle, started] = await Promise.all([
      build({
        entryPoints: [path.join(__dirname, 'harness.tsx')],
        bundle: true,
        write: false,
        format: 'iife',
        globalName: 'pane',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
      }),
      launchChromium(),
    ]);
    script = bundle.outputFiles[0]!.text;
    browser = started;
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());

  /** The pane as Excel shows it: 320 px wide. */
  async function open(given: Scene, route = 'today', paneLanguage = given.language): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.route('https://pane.test/**', (request) =>
      request.request().url().endsWith('.js')
        ? request.fulfill({ body: script, contentType: 'text/javascript' })
        : request.fulfill({ body: html, contentType: 'text/html' }),
    );
    await page.goto(`https://pane.test/#/${route}`);
    await page.evaluate(
      ([sceneGiven, language]) => {
        window.calls = window.pane.mount(sceneGiven, language);
      },
      [given, paneLanguage] as const,
    );
    await page.locator('h1').waitFor();
    return page;
  }

  const callsOf = async (page: Page, name: string): Promise<unknown[][]> =>
    (await page.evaluate(() => window.calls)).filter(([called]) => called === name).map((call) => call.slice(1));

  /** Records that the pane had written. */
  const appended = async (page: Page): Promise<unknown[]> =>
    (await callsOf(page, 'apply')).flatMap(([changeset]) =>
      (changeset as Changeset).appends.map(({ values }) => values),
    );

  it('should show what will be added before it installs, and open Today afterwards', async () => {
    const page = await open(scene('en', { installed: false }));
    await page.getByRole('button', { name: /^\d+ sheets$/ }).click();
    await page.getByText('Customers', { exact: true }).first().waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([]);

    await page.getByRole('radio', { name: '中文（简体）' }).check();
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByRole('button', { name: 'Start working' }).click();

    await page.getByRole('heading', { name: 'Today' }).waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([['zh-CN']]);
  });

  it('should list overdue revisits with reason, owner and supervisor, and show cell text as text', async () => {
    const page = await open(scene('en'));
    const first = page.getByRole('listitem').first();

    const text = await first.innerText();

    expect(text).toContain('Harbor Freight & Marine Supply International');
    expect(text).toContain('17 days late');
    expect(text).toContain('Key customers, every week, last revisit 2024-02-20');
    expect(text).toContain('Ana Reyes · Supervisor: Boris Lind');
    await first.getByRole('button', { name: /Go to the row/ }).click();
    expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-1']]);
  });

  it('should log a revisit in one step with the next date proposed, and take it back', async () => {
    const page = await open(scene('en'), 'log/C-1');
    expect(await page.getByLabel('Next revisit').inputValue()).toBe('2024-03-22');
    await page.getByLabel('Held on').fill('2024-03-14');
    expect(await page.getByLabel('Next revisit').inputValue()).toBe('2024-03-21');
    await page.getByLabel('What was said').fill('=1+1 wants a quote');

    await page.getByRole('button', { name: 'Log revisit' }).click();
    await page.getByText('Revisit logged.').first().waitFor();

    expect(await appended(page)).toMatchObject([
      {
        customer: 'C-1',
        heldAt: 45365,
        channel: 'call',
        outcome: 'progress',
        note: '=1+1 wants a quote',
        nextAt: null,
      },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    expect(await callsOf(page, 'apply')).toMatchObject([
      [{}],
      [{ action: 'undo', removals: [{ table: 'followUps' }] }],
    ]);
  });

  it('should find a customer by keyboard, and refuse a form without one', async () => {
    const page = await open(scene('en'), 'log');
    await page.getByRole('button', { name: 'Log revisit' }).click();
    await page.getByText('Choose a customer from the list.').waitFor();

    await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('blue');
    await page.getByRole('option', { name: /Blue Ridge Labs/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Log revisit' }).click();

    await page.getByText('Revisit logged.').first().waitFor();
    expect(await appended(page)).toMatchObject([{ customer: 'C-2' }]);
  });

  it('should show an import row by row before it writes', async () => {
    const page = await open(scene('en'), 'import');
    await page.getByLabel('Into the table').selectOption('opportunities');
    const csv = 'Deal name,Customer,stage,amount,Weird\nA,Blue Ridge Labs,Met the customer,abc,1\n';
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

    await page.getByText('Row 2: "abc" in "Amount" is not a number.').waitFor();
    expect(await callsOf(page, 'apply')).toEqual([]);
    await page.getByRole('button', { name: 'Import 1 record' }).click();

    await page.getByText('1 record imported.').first().waitFor();
    expect(await appended(page)).toMatchObject([{ name: 'A', customer: 'Blue Ridge Labs', stage: 'met' }]);
  });

  it('should show who moves before it writes new cut points', async () => {
    const page = await open(scene('en'), 'tiers');
    await page.getByRole('button', { name: 'Recompute' }).click();
    await page.getByText('1 customer would move').waitFor();
    expect(await page.getByRole('listitem').last().innerText()).toMatch(
      /^Acme <b>Robotics<\/b> \(Above the cut point\)\s+C → B$/,
    );
    expect(await callsOf(page, 'apply')).toEqual([]);

    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('The tiers are updated.').first().waitFor();

    expect(await page.getByText('from $90,000').count()).toBe(1);
  });

  it('should offer a repair when the tables cannot be read', async () => {
    const page = await open(scene('en', { incomplete: true, failures: { read: 'unknownColumn' } }));

    expect(await page.getByRole('alert').innerText()).toContain('A column that the CRM needs is missing.');
    await page.getByRole('heading', { name: 'Complete the CRM' }).waitFor();
  });

  it('should lead from the banner to the preview of what is missing', async () => {
    const page = await open(scene('en', { incomplete: true }));

    await page.getByRole('button', { name: 'See what is missing' }).click();

    await page.getByRole('button', { name: 'Add what is missing' }).waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([]);
  });

  it('should ask before a refresh while others are editing', async () => {
    const page = await open(scene('en', { sharedNow: true }), 'refresh');
    await page.getByText('Others may be editing').waitFor();
    expect(await callsOf(page, 'writeFigures')).toEqual([]);

    await page.getByRole('button', { name: 'Refresh now' }).click();

    await page.getByText('3 cells updated.').first().waitFor();
  });

  it('should say what to do when Excel is busy with a cell, and try again', async () => {
    const failing = scene('en', { failures: { insertFunnel: 'cellEditMode' } });
    const page = await open(failing, 'funnel');

    await page.getByRole('button', { name: 'Put into the sheet' }).click();

    await page.getByRole('alert').getByText('Press Enter or Esc in the sheet, then try again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
  });

  it.each([
    ['read-only', { readOnly: true }],
    ['of a newer version', { schemaVersion: 99 }],
  ])('should show but not change a workbook that is %s', async (_, more) => {
    const page = await open(scene('en', more));

    expect(await page.getByRole('button', { name: 'Log a revisit', exact: true }).isDisabled()).toBe(true);
    expect(await page.getByText('Blue Ridge Labs').count()).toBe(1);
    expect(await callsOf(page, 'plan')).toEqual([]);
  });

  it('should change its language from the menu and remember it', async () => {
    const page = await open(scene('en'));
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitemradio', { name: '中文（简体）' }).click();

    await page.getByRole('heading', { name: '今日' }).waitFor();

    expect(await page.evaluate(() => [document.documentElement.lang, localStorage.length])).toEqual(['zh-CN', 1]);
  });

  it('should adopt a selected list after its columns were shown and corrected', async () => {
    const page = await open(scene('en', { installed: false, selection: ownList('en') }), 'setup');
    await page.getByRole('button', { name: 'Use my existing sheet' }).click();
    await page.getByRole('button', { name: 'Use this selection' }).click();

    await page.getByText('2 records', { exact: true }).waitFor();
    expect(await page.getByLabel('Meaning of “Company”').inputValue()).toBe('name');
    await page.getByLabel('Meaning of “Ring”').selectOption({ label: 'mine, untouched' });
    await page.getByRole('button', { name: 'That is right' }).click();
    await page.getByRole('button', { name: 'See what will be done' }).click();
    await page.getByText('“Clients”, A3:D5, becomes the table Customers.').waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([]);
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByRole('button', { name: 'Start working' }).click();

    await page.getByRole('heading', { name: 'Today' }).waitFor();
    const [[plan]] = (await callsOf(page, 'adopted')) as [[{ headers: { column: string | null }[] }]];
    expect(plan.headers.map(({ column }) => column)).toEqual(['name', null, 'createdAt', null]);
  });

  it('should ask what a list is when nothing in it tells', async () => {
    const selection = {
      ...ownList('en'),
      rows: [
        ['Quux', 'Frob'],
        ['Acme', 1],
      ],
    };
    const page = await open(scene('en', { installed: false, selection }), 'adopt');
    await page.getByRole('button', { name: 'Use this selection' }).click();
    await page.getByText('No headings that the CRM knows were found on "Clients".').waitFor();

    await page.getByLabel('These are my').selectOption({ label: 'Products' });
    await page.getByLabel('Meaning of “Quux”').selectOption({ label: 'Product' });

    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'That is right' }).isEnabled()).toBe(true);
  });

  it.each(languages)(
    'should pass the accessibility rules and fit 320 px while a list is adopted in %s',
    async (language) => {
      const page = await open(scene(language, { installed: false, selection: ownList(language) }), 'adopt');
      await page.evaluate(axe);
      const found: string[] = [];
      const words: string[] = [];
      const lookAround = async () => {
        // The folded parts of the plan list names of the workbook's inside.
        words.push(...(await page.evaluate(visibleWords)));
        await page.evaluate(openAll);
        found.push(...(await page.evaluate(accessibilityViolations)));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) found.push(`${width} px`);
      };

      await lookAround();
      for (const name of language === 'en'
        ? ['Use this selection', 'That is right', 'See what will be done']
        : ['使用所选区域', '正确', '查看将要执行的操作']) {
        await page.getByRole('button', { name }).click();
        await page.locator('[role=progressbar]').first().waitFor({ state: 'detached' });
        await lookAround();
      }

      expect(found).toEqual([]);
      if (language === 'zh-CN') expect(words.filter((word) => !exempt.test(word) && !ownWords.test(word))).toEqual([]);
    },
  );

  it('should adopt a list with the keyboard alone', async () => {
    const page = await open(scene('en', { installed: false, selection: ownList('en') }), 'setup');
    const names = ['Use my existing sheet', 'Use this selection', 'That is right', 'See what will be done', 'Do it'];

    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).waitFor();
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    }

    await page.getByRole('button', { name: 'Start working' }).waitFor();
    expect(await callsOf(page, 'adopted')).toHaveLength(1);
  });

  it.each(languages)('should say what would be removed before it removes it (%s)', async (language) => {
    const words = {
      en: ['Also empty tables and the settings', 'See what would be removed', '1 name goes', 'Remove now', 'Close'],
      'zh-CN': ['同时移除空表和设置', '查看将移除的内容', '移除 1 个名称', '立即移除', '关闭'],
    }[language];
    const [scope, look, step, remove, close] = words as [string, string, string, string, string];
    const page = await open(scene(language), 'setup');
    await page.evaluate(axe);
    await page.getByRole('button', { name: look }).click();
    await page.getByText(step).waitFor();

    await page.getByRole('radio', { name: scope }).check();
    expect(await page.getByText(step).count()).toBe(0);
    await page.getByRole('button', { name: look }).click();
    await page.getByText(step).waitFor();
    expect(await page.evaluate(accessibilityViolations)).toEqual([]);
    expect(await callsOf(page, 'applyRemoval')).toEqual([]);
    await page.getByRole('button', { name: remove }).click();
    await page.getByRole('button', { name: close }).waitFor();

    expect(await callsOf(page, 'applyRemoval')).toEqual([['empty']]);
  });

  describe.each(languages)('in %s', (language) => {
    it('should pass the accessibility rules and fit 320 px on every view', async () => {
      const page = await open(scene(language));
      await page.evaluate(axe);

      const found = await onEveryView(page, async (view) => {
        await page.evaluate(openAll);
        const violations = await page.evaluate(accessibilityViolations);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        return [
          ...violations.map((violation) => `${view}: ${violation}`),
          ...(width > 320 ? [`${view}: ${width} px`] : []),
        ];
      });

      expect(found).toEqual([]);
    });
  });

  it('should leave no English on any view in Chinese', async () => {
    const page = await open(scene('zh-CN'));

    const words = await onEveryView(page, async (view) => {
      await page.evaluate(openAll);
      const found = await page.evaluate(visibleWords);
      return found.filter((word) => !exempt.test(word)).map((word) => `${view}: ${word}`);
    });

    expect(words).toEqual([]);
  });

  it('should leave no English before the CRM is installed, and none in a failure', async () => {
    const fresh = await open(scene('zh-CN', { installed: false }));
    const failed = await open(scene('zh-CN', { failures: { insertFunnel: 'noDashboard' } }), 'funnel');
    await failed.getByRole('button', { name: '插入工作表' }).click();
    await failed.getByRole('alert').waitFor();

    const words = [...(await fresh.evaluate(visibleWords)), ...(await failed.evaluate(visibleWords))];

    expect(words.filter((word) => !exempt.test(word) && word !== 'noDashboard')).toEqual([]);
  });
});

/** Presses Tab until the button has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
    if (focused.trim() === name) return;
  }
  throw new Error(`"${name}" cannot be reached with Tab`);
}

const views = ['today', 'log/C-1', 'funnel', 'tiers', 'import', 'problems', 'changes', 'refresh', 'setup'];

/** Collects what `look` finds on each view, after the view has settled. */
async function onEveryView(page: Page, look: (view: string) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const view of views) {
    await page.evaluate((hash) => {
      location.hash = `/${hash}`;
    }, view);
    await page.locator('[role=progressbar]').first().waitFor({ state: 'detached' });
    await page.locator('h1').waitFor();
    found.push(...(await look(view)));
  }
  return found;
}

/** A person's list with a title, a heading that says nothing and a blank one. */
const ownList = (language: Language): SourceSheet => ({
  sheet: 'Clients',
  top: 0,
  left: 0,
  pointer: null,
  rows: {
    en: [
      ['Clients 2026', '', '', ''],
      ['', '', '', ''],
      ['Company', 'Ring', 'Since', ''],
      ['Acme', '+44 20 7946 0958', 45000, 'x'],
      ['Bolt', '+47 22 33 44 55', 45001, ''],
    ],
    'zh-CN': [
      ['二〇二六年客户', '', '', ''],
      ['', '', '', ''],
      ['公司', '打这里', '等级', ''],
      ['远大', '021-55667788', '金牌', '甲'],
      ['新元', '010-88990011', '银牌', ''],
    ],
  }[language],
  formulas: {},
  numberFormats: [],
  merges: [],
  table: null,
  boundTo: null,
  protected: false,
  filtered: false,
  spills: false,
  freeColumns: null,
  date1904: false,
});

/** What a Chinese workbook of the test shows in Latin letters: names of sheets, tables and the rows' own columns. */
const ownWords = /^(Clients|Customers|crm|D)$/;

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Names and formats that stay as they are (decision 28): CRM, CSV, Excel, RFM, ids, tiers, hostile sample text. */
const exempt = /^(CRM|CSV|Excel|ID|English|RFM|[A-C]|[RFM]|[A-Z]-\d+|b)$/;

/** Opens every part that is folded; runs in the page. */
const openAll = (): void =>
  document
    .querySelectorAll<HTMLElement>('.fui-AccordionHeader button[aria-expanded=false]')
    .forEach((button) => button.click());

/** Rules that the page breaks; runs in the page. Tabster's focus sentinels are invisible stops of Fluent's own making. */
async function accessibilityViolations(): Promise<string[]> {
  const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] });
  return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 200)).join(' ')}`);
}

/** Runs of Latin letters in everything a person reads or hears; runs in the page. */
function visibleWords(): string[] {
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
}
