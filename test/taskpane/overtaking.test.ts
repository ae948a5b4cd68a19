/** Answers that come late: what was asked, written or chosen meanwhile must not be lost, nor what is shown be older. */
import type { Page } from 'playwright-core';
import type { LiveHome } from '../../src/actions/home';
import { PaneStage, callsOf, scene, written } from './paneStage';

let stage: PaneStage;

beforeAll(async () => {
  stage = await PaneStage.raise();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const play = (page: Page, what: 'hold' | 'pass' | 'release', name: keyof LiveHome) =>
  page.evaluate(([does, of]) => window.pane[does](of), [what, name] as const);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const cards = (page: Page) => page.locator('ul[aria-label^="What waits"] > li');
const withAct = (page: Page, act: RegExp) => cards(page).filter({ has: page.getByRole('button', { name: act }) });
const nameOf = async (page: Page, act: RegExp) => (await withAct(page, act).first().innerText()).split('\n')[0]!;
const countOf = (page: Page) => cards(page).first().getAttribute('aria-setsize').then(Number);
const reads = async (page: Page) => (await callsOf(page, 'read')).length;

describe('a question that was changed before its answer', () => {
  it('should be answered as it was asked last: what would be removed', async () => {
    const page = await stage.open(scene('en'), { route: 'setup' });
    await page.getByRole('radio', { name: /Also empty tables/ }).check();
    await play(page, 'hold', 'planRemoval');
    await button(page, 'See what would be removed').click();
    await page.locator('input[type=radio][value=keep]').check();
    await button(page, 'See what would be removed').click();
    await play(page, 'release', 'planRemoval');

    await button(page, 'Remove now').click();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'applyRemoval'));

    expect(await callsOf(page, 'planRemoval')).toEqual([['empty'], ['keep']]);
    expect(await callsOf(page, 'applyRemoval')).toEqual([['keep']]);
  });

  it('should be answered as it was asked last: the language of the sheets', async () => {
    const page = await stage.open(scene('en', { installed: false, empty: true }), { route: 'setup' });
    await button(page, 'Install').waitFor();
    await play(page, 'hold', 'plan');
    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByRole('radio', { name: 'English' }).check();
    await play(page, 'release', 'plan');

    await button(page, 'Install').click();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'applyPlan'));

    expect(await callsOf(page, 'applyPlan')).toEqual([['en']]);
  });
});

describe('a second act while the first is being written', () => {
  it('should wait where it would be lost, with what was typed', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const [first, second] = [withAct(page, /^Paid/).nth(0), withAct(page, /^Paid/).nth(1)];
    await second.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Snooze…' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('on holiday');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await play(page, 'hold', 'apply');

    await first.getByRole('button', { name: /^Paid/ }).click();
    await second.getByRole('button', { name: /^More for/ }).click();

    expect(await page.getByRole('menuitem', { name: 'Snooze…' }).isDisabled()).toBe(true);
    await play(page, 'release', 'apply');
    await page
      .getByText(/^Paid: /)
      .first()
      .waitFor();
    expect(await written(page)).toHaveLength(1);
  });

  it('should note one milestone at a time', async () => {
    const page = await stage.open(scene('en', { sample: true }), { route: 'customer/C-KBXM6N84' });
    await page.locator('h1').first().waitFor();
    const done = page.getByRole('button', { name: /^Done/ });
    await play(page, 'hold', 'apply');
    await done.first().click();

    expect(await done.last().getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a reading that is overtaken by a write', () => {
  it('should not bring back what is done', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const [before, name] = [await countOf(page), await nameOf(page, /^Paid/)];
    await play(page, 'hold', 'open');
    await page.locator('h1').first().click();
    await page.keyboard.press('r');
    await withAct(page, /^Paid/).first().getByRole('button', { name: /^Paid/ }).click();
    await page.getByText(`Paid: ${name}`).first().waitFor();
    expect(await countOf(page)).toBe(before - 1);
    const asked = await reads(page);

    await play(page, 'release', 'open');
    await page.waitForFunction((least) => window.calls.filter(([call]) => call === 'read').length > least, asked);
    await page.getByText('Reading').waitFor({ state: 'hidden' });

    expect(await countOf(page)).toBe(before - 1);
  });

  it('should be done again when somebody asks for news meanwhile', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'reconcile'));
    const asked = await reads(page);
    await play(page, 'hold', 'open');
    await page.locator('h1').first().click();
    await page.keyboard.press('r');
    await page.evaluate(() => window.pane.tell({ tables: ['orders'], remote: true, structure: false }));
    await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
    await play(page, 'release', 'open');

    await page.waitForFunction((least) => window.calls.filter(([call]) => call === 'read').length === least, asked + 2);
  });
});

describe('a write that ends after the next one', () => {
  it('should leave what came after it, also in another view', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const before = await countOf(page);
    await withAct(page, /^Log/).first().getByRole('button', { name: /^Log/ }).click();
    const form = new URL(page.url()).hash;
    await page.goBack();
    await play(page, 'hold', 'apply');
    await withAct(page, /^Paid/).first().getByRole('button', { name: /^Paid/ }).click();
    await play(page, 'pass', 'apply');
    await page.evaluate((to) => (location.hash = to), form);
    await page.locator('button[type=submit]').click();
    await page.getByText('Revisit logged.').first().waitFor();
    await page.evaluate(() => (location.hash = '#/today'));
    await cards(page).first().waitFor();
    expect(await countOf(page)).toBe(before - 1);

    await play(page, 'release', 'apply');
    await page.waitForFunction(
      (least) =>
        document.querySelector('ul[aria-label^="What waits"] > li')?.getAttribute('aria-setsize') === `${least}`,
      before - 2,
    );
  });

  it('should leave a form with what was typed into it', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    await play(page, 'hold', 'apply');
    await withAct(page, /^Paid/).first().getByRole('button', { name: /^Paid/ }).click();
    await page.evaluate(() => (location.hash = '#/tiers/overrides'));
    await button(page, 'Set a tier by hand').click();
    await page.getByLabel('Reason').fill('promised');

    await play(page, 'release', 'apply');
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));
    await page.waitForTimeout(300);

    expect(await page.getByLabel('Reason').inputValue()).toBe('promised');
  });
});
