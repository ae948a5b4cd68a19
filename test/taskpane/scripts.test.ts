import type { Page } from 'playwright-core';
import { PaneStage, englishOf, languages, scene, violationsOf } from './paneStage';

/** Lets no further script of the pane arrive, as without a network; the answer lets them again. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route('**/*.js', (request) => request.abort());
  await page.context().setOffline(true);
  return async () => {
    await page.unroute('**/*.js');
    await page.context().setOffline(false);
  };
}

const words = {
  en: {
    offline: 'You are offline.',
    log: 'Log a revisit',
    title: 'Log a revisit',
    unloaded: 'This part of the pane could not be loaded.',
  },
  'zh-CN': { offline: '当前处于离线状态。', log: '登记回访', title: '登记回访', unloaded: '窗格的这一部分未能加载。' },
};

describe('the pane while its scripts come late or not at all', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise({ splitting: true });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each(languages)('should say what works and what waits, until the network is back (%s)', async (language) => {
    const { offline, log, title, unloaded } = words[language];
    const page = await stage.open(scene(language));
    const button = page.getByRole('button', { name: log, exact: true });
    await button.waitFor();
    const comeBack = await cutOff(page);
    await page.getByText(offline).waitFor();

    await button.click();
    const alert = page.getByRole('alert');
    await alert.getByText(unloaded).waitFor();

    expect(await violationsOf(page)).toEqual([]);
    if (language === 'zh-CN') expect((await englishOf(page)).filter((word) => word !== 'notLoaded')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await comeBack();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await page.getByText(offline).count()).toBe(0);
    expect(await alert.count()).toBe(0);
  });

  it('should load a view again on request, however often that failed', async () => {
    const page = await stage.open(scene('en'));
    await page.route('**/*.js', (request) => request.abort());
    await page.getByRole('navigation').getByRole('button', { name: 'Funnel' }).click();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/*.js');

    await again.click();

    await page.getByRole('heading', { name: 'Sales funnel' }).waitFor();
  });

  it('should go on with what is there already', async () => {
    const page = await stage.open(scene('en'), { route: 'log/C-1' });
    await page.getByRole('navigation').getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await cutOff(page);

    await page.evaluate(() => (location.hash = '/log/C-1'));

    await page.getByRole('heading', { name: 'Log a revisit' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('should bring what is typed right after Ctrl+K into the search, though its script is still on its way', async () => {
    const page = await stage.open(scene('en'));
    let arrive: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/SearchView*.js', (request) => late.then(() => request.fallback()));

    await page.keyboard.press('Control+k');
    await page.keyboard.type('lakf');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('e s');
    arrive();
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('ide');

    expect(await page.getByRole('combobox').inputValue()).toBe('lake side');
  });

  it('should stop keeping letters for a search that somebody left before it was there', async () => {
    const page = await stage.open(scene('en'));
    await page.route('**/SearchView*.js', () => new Promise(() => undefined));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('la');

    await page.getByRole('navigation').getByRole('button', { name: 'Customer' }).click();
    await page.getByRole('heading', { name: 'Customer', level: 1 }).waitFor();
    await page.keyboard.press('l');

    await page.getByRole('heading', { name: 'Log a revisit' }).waitFor();
  });
});
