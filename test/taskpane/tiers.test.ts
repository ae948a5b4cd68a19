import type { Page } from 'playwright-core';
import { today } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';
import { focusOf, goTo } from './screens';

const sections = ['tiers', 'tiers/try', 'tiers/review', 'tiers/overrides'];
const until = '2024-06-30';

describe('customer tiers', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (route: string, sample = false) => stage.open(scene('en', { sample }), { route });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const updatesOf = async (page: Page) =>
    (await written(page)).at(-1)!.updates.map(({ id, field, after }) => [id, field, after]);

  it('should open the customers behind every figure, however the figure is shown', async () => {
    const page = await open('tiers', true);
    const figures = page.locator('main button.fui-Link');
    const count = await figures.count();
    expect(count).toBeGreaterThan(20);

    for (let at = 0; at < count; at += 3) {
      const name = await figures.nth(at).innerText();
      await figures.nth(at).click();
      const items = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /Go to the row/ }) });
      await items.first().waitFor();
      expect([name, await items.first().getAttribute('aria-setsize')]).toEqual([
        name,
        /^\d+( customers?| · \d+%)?$/.test(name) ? String(Number.parseInt(name)) : expect.stringMatching(/^[1-9]/),
      ]);
      await button(page, 'Back').click();
      await page.getByRole('heading', { name: 'Customer tiers' }).waitFor();
    }
  });

  it('should show who moves and why before a review is accepted, keep what was left out, and take it back', async () => {
    const page = await open('tiers/review');
    await page.getByText('1 customer in this review').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Acme <b>Robotics</b>' });
    expect(await row.innerText()).toMatch(/Above the cut point[\s\S]*value \$12K[\s\S]*Boris Lind[\s\S]*C → B/);
    expect(await page.getByText('A from $100,000 → $90,000').count()).toBe(1);
    expect(await callsOf(page, 'apply')).toEqual([]);

    await row.getByRole('checkbox').uncheck();
    await button(page, 'Accept the review').click();
    await page.getByText('The review is written.').first().waitFor();

    const lines = (await written(page))[0]!.appends.map(({ values }) => values);
    expect(lines).toMatchObject([{ customer: 'C-3', to: 'B', why: 'up', accepted: false }]);
    expect(await updatesOf(page)).toContainEqual(['A', 'minValue', 90_000]);
    expect(await updatesOf(page)).toContainEqual(['C-3', 'tierReviewed', 'C']);
    await page.getByText('1 declined').waitFor();
    await button(page, 'Undo').click();
    await page.getByText('Taken back.').first().waitFor();
    expect((await written(page)).at(-1)!.removals).toMatchObject([{ table: 'tierReviews' }]);
  });

  it('should accept and decline what a filter shows, and only that', async () => {
    const page = await open('tiers/review', true);
    await page.getByText('12 shown, 11 of 11 accepted').waitFor();

    await page.getByLabel('Tier').selectOption('A');
    await button(page, 'Accept none shown').click();
    const left = await page.getByText(/\d+ shown, \d+ of 11 accepted/).innerText();
    await page.getByLabel('Direction').selectOption('Waiting');
    await page.getByText(/^1 shown/).waitFor();
    expect(await page.getByRole('checkbox').isDisabled()).toBe(true);
    await page.getByLabel('Direction').selectOption('All');
    await page.getByLabel('Tier').selectOption('All');

    const [, shown, accepted] = /(\d+) shown, (\d+) of/.exec(left)!;
    expect(Number(accepted)).toBeGreaterThan(11 - Number(shown) - 1);
    expect(Number(accepted)).toBeLessThan(11);
    await button(page, 'Accept the review').click();
    await page.getByText('The review is written.').first().waitFor();
    const lines = (await written(page))[0]!.appends.map(({ values }) => values.accepted);
    expect(lines.filter(Boolean)).toHaveLength(Number(accepted));
  });

  it('should try cut points by keyboard, by number and by the shares, and say at once what they do', async () => {
    const page = await open('tiers/try');
    const after = (tier: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${tier}`) })
        .getByRole('cell')
        .nth(2);
    expect([await after('A').innerText(), await after('B').innerText()]).toEqual(['1', '1']);

    const slider = page.getByRole('slider', { name: 'A from' });
    await slider.focus();
    while ((await slider.getAttribute('aria-valuetext')) !== '$30,000') await page.keyboard.press('ArrowLeft');
    await page.getByText('$30,000 · now $100,000').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('td')[2]?.textContent === '2');
    const exact = page.getByLabel('Exact starting value of B');
    await exact.fill('1.2万');
    await page.getByText('$12,000 · now $20,000').waitFor();
    await page.getByText('2 up').waitFor();

    await exact.fill('much');
    await page.getByText('Enter a number, such as 50,000.').waitFor();
    await exact.fill('40000');
    await page.getByText('Between $0 and $30,000.').waitFor();
    await exact.blur();
    expect(await exact.inputValue()).toBe('12,000');
    expect(await callsOf(page, 'apply')).toEqual([]);

    await button(page, 'Apply as review').click();
    await page.getByText('The review is written.').first().waitFor();
    expect(await updatesOf(page)).toEqual([
      ['A', 'minValue', 30_000],
      ['B', 'minValue', 12_000],
      ['C-2', 'tierReviewed', 'A'],
      ['C-3', 'tierReviewed', 'B'],
    ]);
    await page.getByText('These are the starting values in force.').waitFor();
    await button(page, 'As the shares say').click();
    await page.getByText('$90,000 · now $30,000').waitFor();
    await button(page, 'Reset').click();
    expect(await slider.getAttribute('aria-valuetext')).toBe('$30,000');
  });

  it('should not apply cut points that the sliders have left already', async () => {
    const page = await open('tiers/try');
    await page.getByLabel('Exact starting value of B').fill('12000');
    await page.getByText('1 up').waitFor();

    await page.getByLabel('Exact starting value of A').evaluate(async (box: HTMLInputElement) => {
      const apply = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Apply as review');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, '40000');
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Time for what React owes to the key, and for nothing that it puts off.
      await Promise.resolve();
      apply!.click();
    });
    expect(await callsOf(page, 'apply')).toEqual([]);
    await button(page, 'Apply as review').click();
    await page.getByText('The review is written.').first().waitFor();

    expect(await updatesOf(page)).toContainEqual(['A', 'minValue', 40_000]);
  });

  it('should set a tier by hand with a reason and an end, change it, and take it away', async () => {
    const page = await open('tiers/overrides');
    await page.getByText('No tier is set by hand').waitFor();
    await button(page, 'Set a tier by hand').click();
    await button(page, 'Save').click();
    await page.getByText('Say why: without a reason').waitFor();
    expect(await callsOf(page, 'apply')).toEqual([]);

    await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('blue');
    await page.getByRole('option', { name: /Blue Ridge/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Tier' }).selectOption('A');
    await page.getByLabel('Last day').fill('2024-03-14');
    await page.getByLabel('Reason').fill('<img src=x onerror=alert(1)> =1+1');
    await button(page, 'Save').click();
    await page.getByText('Choose today or a later day.').waitFor();
    await page.getByLabel('Last day').fill('2024-03-29');
    await button(page, 'Save').click();
    await page.getByText('The tier set by hand is saved.').first().waitFor();

    const item = page.getByRole('listitem').filter({ hasText: 'Blue Ridge Labs' });
    const text = await item.innerText();
    expect(text).toContain('A by hand, otherwise B · 14 days left, until Mar 29, 2024');
    expect(text).toContain('<img src=x onerror=alert(1)> =1+1');
    await button(page, 'Extend the override of Blue Ridge Labs').click();
    await page.getByLabel('Last day').fill(until);
    await button(page, 'Save').click();
    await item.getByText('In force').waitFor();
    expect(await updatesOf(page)).toEqual([['C-2', 'tierOverrideUntil', 45473]]);
    await button(page, 'Remove the override of Blue Ridge Labs').click();
    await page.getByText('No tier is set by hand').waitFor();
    await page.getByText('The tier set by hand is removed.').first().waitFor();
    await button(page, 'Undo').click();
    await item.getByText('In force').waitFor();
  });

  it('should be taken back in the change log, too, with the focus where that is told', async () => {
    const cell = { table: 'customers', record: 'C-2', field: 'tierOverride', after: 'A' };
    const changeLog = [{ id: 'L-1', at: today, action: 'overrideTier', ...cell }];
    const page = await stage.open(scene('en', { more: { changeLog } }), { route: 'tiers/overrides' });
    await button(page, 'Set a tier by hand').click();
    await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('blue');
    await page.getByRole('option', { name: /Blue Ridge/ }).click();
    await page.getByRole('combobox', { name: 'Tier' }).selectOption('A');
    await page.getByLabel('Reason').fill('Growing');
    await button(page, 'Save').click();
    await page.getByText('The tier set by hand is saved.').first().waitFor();

    await goTo(page, 'changes');
    await button(page, 'Undo').click();

    await page.getByText('Taken back.').first().waitFor();
    expect(await focusOf(page)).toBe('Change log');
  });

  it('should tell past reviews, their customers, and the moves of one', async () => {
    const page = await open('tiers/review', true);
    const figure = button(page, '3 up');
    await figure.click();
    await page.getByRole('heading', { name: 'Review of Dec 12, 2023: 3 up' }).waitFor();
    const name = await page.getByRole('listitem').first().locator('span').first().innerText();
    await button(page, 'Back').click();

    await page.getByRole('combobox', { name: 'Customer' }).pressSequentially(name);
    await page.getByRole('option', { name }).click();

    const moves = page.getByRole('list', { name: 'Moves of one customer' });
    await moves.getByText('Dec 12, 2023').waitFor();
    expect(await moves.innerText()).toMatch(/(Key customer|Above the cut point)\s+B → A/);
  });

  it('should invite to import when there are no customers', async () => {
    const page = await stage.open(scene('en', { empty: true }), { route: 'tiers/try' });
    await page.getByText('No customers yet').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await button(page, 'Import').click();
    await page.getByRole('heading', { name: 'Import' }).waitFor();
  });

  describe.each(languages)('in %s', (language) => {
    it.each(sections)('should be readable, reachable and fit 320 px: %s', async (route) => {
      const page = await stage.open(scene(language, { sample: true }), { route });
      await page.getByRole('tab').first().waitFor();

      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (language === 'zh-CN') expect(await englishOf(page)).toEqual([]);
    });
  });
});
