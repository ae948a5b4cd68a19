import type { Page } from 'playwright-core';
import type { Changeset } from '../../src/crm/changeset';
import type { Scene } from './fakeHome';
import { ownList } from './ownList';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';

describe('the task pane', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (given: Scene, route = 'today', language = given.language) => stage.open(given, { route, language });

  /** Records that the pane had written. */
  const appended = async (page: Page): Promise<unknown[]> =>
    (await callsOf(page, 'apply')).flatMap(([changeset]) =>
      (changeset as Changeset).appends.map(({ values }) => values),
    );

  it('should show what will be added before it installs, and go on with the set-up afterwards', async () => {
    const page = await open(scene('en', { installed: false }));
    await page.getByRole('button', { name: 'What will be added' }).click();
    await page.getByRole('button', { name: /^\d+ sheets$/ }).click();
    await page.getByText('Customers', { exact: true }).first().waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([]);

    await page.getByRole('radio', { name: '中文（简体）' }).check();
    await page.getByRole('button', { name: 'Install' }).click();

    await page.getByRole('heading', { name: 'Your industry' }).waitFor();
    expect(await callsOf(page, 'applyPlan')).toEqual([['zh-CN']]);
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
        customer: 'Harbor Freight & Marine Supply International',
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
    expect(await appended(page)).toMatchObject([{ customer: 'Blue Ridge Labs' }]);
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

  it('should keep a formula of the person, and take ours only where that is ticked', async () => {
    const own = ['probability', 'weightedAmount'].map((column) => ({
      ...{ table: 'opportunities', column, found: '=0.5', formula: '1' },
    }));
    const page = await open(scene('en', { own }), 'setup');
    await page.getByText('Formulas of your own stand in 2 columns').waitFor();
    expect(await page.getByRole('button', { name: 'Add what is missing' }).count()).toBe(0);

    await page.getByRole('checkbox', { name: 'Probability' }).click();
    await page.getByRole('button', { name: 'Add what is missing' }).click();

    await page.getByText('Done. The CRM is in your workbook.').first().waitFor();
    expect(await callsOf(page, 'replaced')).toEqual([['probability', '=0.5']]);
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
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitemradio', { name: '中文（简体）' }).click();

    await page.getByRole('heading', { name: '今日' }).waitFor();

    expect(
      await page.evaluate(() => [document.documentElement.lang, localStorage.getItem('workbook-crm.language')]),
    ).toEqual(['zh-CN', 'zh-CN']);
  });

  it('should adopt a selected list after its columns were shown and corrected', async () => {
    const page = await open(scene('en', { installed: false, selection: ownList('en') }), 'setup');
    await page.getByRole('radio', { name: 'In a sheet of this workbook' }).check();
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

    await page.getByRole('heading', { name: 'Your industry' }).waitFor();
    const [[plan]] = (await callsOf(page, 'adopted')) as [[{ headers: { column: string | null }[] }]];
    expect(plan.headers.map(({ column }) => column)).toEqual(['name', null, 'createdAt', null]);
  });

  it.each(languages)('should ask calmly before a list takes the place of an empty table (%s)', async (language) => {
    const words = {
      en: {
        map: ['Use this selection', 'That is right', 'See what will be done'],
        ask: "Your CRM's sheet “Customers” is still empty. Use yours in its place?",
        yes: ['Use my sheet in its place', 'Back'],
        gone: "Remove the CRM's empty sheet “Customers”: yours takes its place",
      },
      'zh-CN': {
        map: ['使用所选区域', '正确', '查看将要执行的操作'],
        ask: 'CRM 的工作表“客户”还是空的。用您的工作表取代它吗？',
        yes: ['用我的工作表取代', '返回'],
        gone: '移除 CRM 的 1 个空工作表（客户），由您的工作表取代',
      },
    }[language];
    const page = await open(scene(language, { empty: true, selection: ownList(language) }), 'adopt');
    for (const name of words.map) await page.getByRole('button', { name }).click();

    await page.getByText(words.ask, { exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual(words.yes);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: words.yes[0] }).click();

    await page.getByText(words.gone, { exact: true }).waitFor();
    await page.locator('h1:focus').waitFor();
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
      const found: string[] = [];
      const words: string[] = [];
      const lookAround = async () => {
        // The folded parts of the plan list names of the workbook's inside.
        words.push(...(await englishOf(page)));
        await page.evaluate(openAll);
        found.push(...(await violationsOf(page)));
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
      if (language === 'zh-CN') expect(words.filter((word) => !ownWords.test(word))).toEqual([]);
    },
  );

  it('should adopt a list with the keyboard alone', async () => {
    const page = await open(scene('en', { installed: false, selection: ownList('en') }), 'setup');
    await page.getByRole('radio', { name: 'Nowhere yet' }).press('ArrowDown');
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
    await page.getByRole('button', { name: look }).click();
    await page.getByText(step).waitFor();

    await page.getByRole('radio', { name: scope }).check();
    expect(await page.getByText(step).count()).toBe(0);
    await page.getByRole('button', { name: look }).click();
    await page.getByText(step).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await callsOf(page, 'applyRemoval')).toEqual([]);
    await page.getByRole('button', { name: remove }).click();
    await page.getByRole('button', { name: close }).waitFor();

    expect(await callsOf(page, 'applyRemoval')).toEqual([['empty']]);
  });

  it.each(languages)('should switch a column after a look, and turn all back with a proof (%s)', async (language) => {
    const words = {
      en: {
        ...{ look: 'Show these columns', name: 'Use the function in Customers: Tier', apply: 'Switch now' },
        ...{ back: 'Back to the formula in Customers: Tier', find: 'See what needs the add-in' },
        ...{ safe: 'Make share-safe', proven: '3 cells were compared', left: '1 still needs the add-in' },
      },
      'zh-CN': {
        ...{ look: '显示这些列', name: '改用函数：客户: 等级', apply: '立即切换' },
        ...{ back: '恢复公式：客户: 等级', find: '查看哪些内容需要加载项' },
        ...{ safe: '使其便于共享', proven: '已比较恢复前后的 3 个单元格', left: '仍有 1 个需要加载项' },
      },
    }[language];
    const page = await open(scene(language), 'setup');
    await page.getByRole('button', { name: words.look }).click();
    await page.getByRole('button', { name: words.name }).click();
    await page.getByText('CRM.TIER(').waitFor();
    expect(await callsOf(page, 'switchColumns')).toEqual([]);
    await page.getByRole('button', { name: words.apply }).click();
    await page.getByRole('button', { name: words.back }).waitFor();

    await page.getByRole('button', { name: words.find }).click();
    await page.getByRole('checkbox', { name: 'Mine!B2' }).check();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: words.safe }).click();
    await page.getByText(words.proven).first().waitFor();
    await page.getByText(words.left).first().waitFor();

    expect(await callsOf(page, 'switchColumns')).toEqual([
      [1, 'twin'],
      [1, 'native'],
    ]);
    expect(await callsOf(page, 'freezeFunctionCells')).toEqual([[1]]);
  });

  describe.each(languages)('in %s', (language) => {
    it('should pass the accessibility rules and fit 320 px on every view', async () => {
      const page = await open(scene(language));
      const found = await onEveryView(page, async (view) => {
        await page.evaluate(openAll);
        const violations = await violationsOf(page);
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
      return (await englishOf(page)).map((word) => `${view}: ${word}`);
    });

    expect(words).toEqual([]);
  });

  it('should leave no English before the CRM is installed, and none in a failure', async () => {
    const fresh = await open(scene('zh-CN', { installed: false }));
    const failed = await open(scene('zh-CN', { failures: { insertFunnel: 'noDashboard' } }), 'funnel');
    await failed.getByRole('button', { name: '插入工作表' }).click();
    await failed.getByRole('alert').waitFor();

    const words = [...(await englishOf(fresh)), ...(await englishOf(failed))];

    expect(words.filter((word) => word !== 'noDashboard')).toEqual([]);
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

/** What a Chinese workbook of the test shows in Latin letters: names of sheets, tables and the rows' own columns. */
const ownWords = /^(Clients|Customers|crm|D)$/;

/** Opens every part that is folded; runs in the page. */
const openAll = (): void =>
  document
    .querySelectorAll<HTMLElement>('.fui-AccordionHeader button[aria-expanded=false]')
    .forEach((button) => button.click());
