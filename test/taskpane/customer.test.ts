import type { Page } from 'playwright-core';
import type { Selection } from '../../src/template/selected';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';

const acme = 'Acme <b>Robotics</b>';

describe('Customer 360', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const select = (page: Page, selection: Selection | null) =>
    page.evaluate((selected) => window.pane.select(selected), selection);
  const order = (customer: string): Selection => ({
    table: 'orders',
    cells: [{ column: 'customer', value: customer }],
  });

  it('should follow the selection over sheets, show cell text as text, and keep the last customer', async () => {
    const page = await stage.open(scene('en'), { route: 'customer' });
    await page.getByText('Select a row').waitFor();

    await select(page, order(acme));
    await page.getByRole('heading', { name: acme }).waitFor();
    await select(page, null);
    await select(page, { table: 'opportunities', cells: [{ column: 'customer', value: 'C-2' }] });
    await page.getByRole('heading', { name: 'Blue Ridge Labs' }).waitFor();
    await select(page, { table: 'settings', cells: [] });

    expect(await heading(page).innerText()).toBe('Blue Ridge Labs');
    await select(page, order('Nobody'));
    await page.getByText('Nobody is called "Nobody"').waitFor();
  });

  it.each(languages)('should offer all customers of a name that a selected row holds, in %s', async (language) => {
    const customers = [7, 8].map((number) => ({ id: `C-${number}`, name: '同名', owner: `U-${number - 6}` }));
    const page = await stage.open(scene(language, { more: { customers } }), { route: 'customer' });
    const words = {
      en: ['2 customers are called "同名"', 'Log a revisit'],
      'zh-CN': ['有 2 个客户都叫“同名”', '登记回访'],
    };
    const [title, log] = words[language] as [string, string];

    for (const selection of [order('同名'), { table: null, cells: [{ column: null, value: '同名' }] }]) {
      await select(page, order('C-4'));
      await page.getByRole('button', { name: log, exact: true }).waitFor();
      await select(page, selection);
      await page.getByRole('list', { name: title }).waitFor();
      expect(await page.getByRole('button', { name: log, exact: true }).count()).toBe(0);
    }
    expect(await violationsOf(page)).toEqual([]);
    if (language === 'zh-CN') expect(await englishOf(page)).toEqual([]);
    expect(await page.getByRole('list', { name: title }).getByRole('button').count()).toBe(2);
    await page.getByRole('button', { name: /C-8/ }).click();

    await page.waitForFunction(() => location.hash.endsWith('customer/C-8'));
    await page.getByRole('heading', { name: '同名' }).waitFor();
  });

  it('should tell why, what next and what is late, each one click from its row or its rows', async () => {
    const page = await stage.open(scene('en'), { route: 'customer/C-1' });

    await page.getByText('revisit was due on Feb 27, 2024, 17 days ago').waitFor();
    const facts = await page.getByRole('region').or(page.locator('section')).allInnerTexts();
    await page.getByRole('button', { name: 'Go to the row of Harbor', exact: false }).first().click();
    await page.getByRole('button', { name: '1', exact: true }).click();

    expect(facts.join('\n')).toContain('Ana Reyes, reports to Boris Lind');
    expect(facts.join('\n')).toContain('key customer');
    expect(facts.join('\n')).toContain('Key customers, every week; last revisit Feb 20, 2024');
    expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-1']]);
    await page.getByRole('heading', { name: 'Orders of Harbor Freight', exact: false }).waitFor();
  });

  it('should narrow the timeline down by kind, with the keyboard', async () => {
    const page = await stage.open(scene('en'), { route: 'customer/C-1' });
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await timeline.getByText('Deal opened').first().waitFor();

    await page.getByRole('button', { name: 'Visits 1' }).focus();
    await page.keyboard.press('Space');

    expect(await timeline.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Revisit')]);
    await timeline.getByRole('button', { name: /Revisit Feb 20, 2024/ }).press('Enter');
    expect(await callsOf(page, 'selectRecord')).toEqual([['followUps', 'F-0']]);
  });

  it('should keep a customer that was pinned, log and move from there, and follow again', async () => {
    const page = await stage.open(scene('en'), { route: 'customer' });
    await select(page, order('C-2'));

    await page.getByRole('button', { name: 'Keep this customer here' }).click();
    await page.waitForFunction(() => location.hash.endsWith('customer/C-2'));
    await select(page, order('C-1'));
    expect(await heading(page).innerText()).toBe('Blue Ridge Labs');
    await page
      .getByRole('button', { name: /^Move the deal/ })
      .first()
      .click();
    await page.waitForFunction(() => location.hash.includes('move/D-'));
    await page.goBack();
    await page.getByRole('button', { name: 'Log a revisit' }).click();

    await page.waitForFunction(() => location.hash.endsWith('log/C-2'));
  });

  it('should say why the selection could not be read, and write nothing to a locked workbook', async () => {
    const page = await stage.open(scene('en', { failures: { selection: 'tooMuchData' } }), { route: 'customer' });

    await page.getByText('more data than Excel hands over', { exact: false }).first().waitFor();
    const locked = await stage.open(scene('en', { readOnly: true }), { route: 'customer/C-1' });

    expect(await locked.getByRole('button', { name: 'Log a revisit' }).isDisabled()).toBe(true);
  });

  it.each(languages)('should be accessible at 320 px and all in one language (%s)', async (language) => {
    for (const route of ['customer', 'customer/C-1', 'customer/C-99']) {
      const page = await stage.open(scene(language), { route });
      await page.waitForTimeout(200);

      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (language === 'zh-CN') expect(await englishOf(page)).toEqual([]);
    }
  });
});
