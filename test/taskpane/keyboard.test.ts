import type { Page } from 'playwright-core';
import bound from '../../src/commands/shortcuts.json';
import { excelShortcuts, printed, shortcuts } from '../../src/taskpane/shortcuts';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';

/** Names of keys, which stay as keyboards have them printed. */
const keyNames = /^(Ctrl|Alt|Shift|Tab|Esc|[A-Z])$/;

describe('the keys of the pane', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('should go to a view with one key, and back to Today with t', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const views = { l: 'Log a revisit', c: 'Customer', F: 'Sales funnel', s: 'Service', '?': keys, '？': keys };

    for (const [key, name] of Object.entries(views)) {
      await press(page, key);
      await heading(page, name);
      await press(page, 't');
      await heading(page, 'Today');
    }
  });

  it('should read the workbook again with r', async () => {
    const page = await stage.open(scene('en'));
    const before = (await callsOf(page, 'read')).length;

    await page.keyboard.press('r');

    await page.waitForFunction(
      (count) => window.calls.filter(([name]) => name === 'read').length === count,
      before + 1,
    );
  });

  it('should keep the focus in a long list when the page is scrolled away from it', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const first = page.getByRole('button', { name: /^More for / }).first();
    const name = await first.getAttribute('aria-label');
    await first.focus();

    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[aria-posinset]')].some(
        (item) => item.ariaPosInSet === item.ariaSetSize && item.getBoundingClientRect().top < innerHeight,
      ),
    );

    expect(await page.evaluate(() => document.activeElement!.ariaLabel)).toBe(name);
  });

  it('should leave letters to fields and menus, and keys with Ctrl or Alt to Excel and the browser', async () => {
    const page = await stage.open(scene('en'), { route: 'log/C-1' });
    await page.getByLabel('What was said').fill('');
    await page.keyboard.type('fresh talk?');
    await page.getByRole('heading', { level: 1 }).click();
    for (const key of ['Control+f', 'Alt+t', 'Control+s']) await press(page, key);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menu').press('s');
    await page.keyboard.press('Escape');

    expect(await page.getByLabel('What was said').inputValue()).toBe('fresh talk?');
    await heading(page, 'Log a revisit');
  });

  it('should let letters be switched off, for good, and Ctrl+K stay', async () => {
    const page = await stage.open(scene('en'), { route: 'keys' });
    await page.getByRole('switch', { name: 'Letters work as shortcuts' }).press('Space');
    expect(
      await page.getByRole('navigation').getByRole('button', { name: 'Today' }).getAttribute('aria-keyshortcuts'),
    ).toBeNull();

    await press(page, 'f');
    await heading(page, 'Keyboard shortcuts');
    await press(page, 'Control+k');

    await heading(page, 'Search');
    expect(await page.evaluate(() => localStorage.getItem('workbook-crm.singleKeys'))).toBe('off');
  });

  it('should tell assistive technology the keys of what it reads', async () => {
    const page = await stage.open(scene('en'));

    expect(
      await page.getByRole('navigation').getByRole('button', { name: 'Funnel' }).getAttribute('aria-keyshortcuts'),
    ).toBe('F');
    expect(await page.getByRole('button', { name: 'Search' }).getAttribute('aria-keyshortcuts')).toBe('Control+k');
  });

  it.each(languages)('should list every key, reachable from the menu (%s)', async (language) => {
    const { more, entry } = {
      en: { more: 'More', entry: 'Keyboard shortcuts' },
      'zh-CN': { more: '更多', entry: '键盘快捷键' },
    }[language];
    const page = await stage.open(scene(language));
    await page.getByRole('button', { name: more, exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).press('Enter');
    await heading(page, entry);

    const listed = await page.getByRole('definition').allInnerTexts();

    expect(listed).toEqual([...shortcuts.map(printed), ...excelShortcuts.map(({ key }) => key)]);
    expect(await violationsOf(page)).toEqual([]);
    if (language === 'zh-CN') expect((await englishOf(page)).filter((word) => !keyNames.test(word))).toEqual([]);
  });

  it('should name the keys that Excel is told', () => {
    const { resources, shortcuts: told } = bound;
    const keys = told.map(
      ({ action }) => (resources.default as Record<string, { value: string }>)[`${action}_key`]?.value,
    );

    expect(excelShortcuts.map(({ key }) => key)).toEqual(keys);
  });
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();

/** Title of the view that lists them. */
const keys = 'Keyboard shortcuts';

/** Presses a key while nothing that takes letters has the focus. */
async function press(page: Page, key: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  if (key === '？') await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: '？' })));
  else await page.keyboard.press(key);
}
