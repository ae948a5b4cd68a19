import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';

describe('search', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('should open with Ctrl+K, find while typing and open a customer, all by keyboard', async () => {
    const page = await stage.open(scene('en'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search for anything' }).waitFor();

    await page.keyboard.type('l');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('LAKE');
    await page.getByText('2 records found').waitFor();
    const texts = await page.getByRole('option').allInnerTexts();
    await page.keyboard.press('Enter');

    expect(texts[0]).toContain('Lakeside Foods');
    await page.getByRole('heading', { name: 'Lakeside Foods' }).waitFor();
    expect(await callsOf(page, 'selectRecord')).toEqual([]);
  });

  it('should select the row of anything else and show its customer; Escape goes back', async () => {
    const page = await stage.open(scene('en'));
    await page.keyboard.press('Control+k');
    await page.locator('[role=combobox]:focus').waitFor();
    await page.keyboard.type('D-4-1');
    await page.getByText('1 record found').waitFor();

    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Blue Ridge Labs' }).waitFor();
    expect(await callsOf(page, 'selectRecord')).toEqual([['opportunities', 'D-4-1']]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search for anything' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('heading', { name: 'Blue Ridge Labs' }).waitFor();
  });

  it('should not take anybody away from what they went on to before Excel answered', async () => {
    const page = await stage.open(scene('en'), { route: 'search' });
    await page.getByRole('combobox').fill('D-4-1');
    await page.getByText('1 record found').waitFor();
    await page.evaluate(() => window.pane.hold('selectRecord'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'selectRecord'));
    await page.evaluate(() => (location.hash = '#/log/C-1'));
    await page.locator('textarea').fill('They want a quote');

    await page.evaluate(() => window.pane.release('selectRecord'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

    expect(await page.locator('textarea').inputValue()).toBe('They want a quote');
  });

  it('should move through the results with the arrow keys, further than can be seen', async () => {
    const page = await stage.open(scene('en', { sample: true }), { route: 'search' });
    await page.keyboard.type('o');
    await page.getByRole('option').first().waitFor();

    for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageDown');
    const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');

    const chosen = page.locator(`[id="${active}"]`);
    await chosen.waitFor();
    expect(active).toBe('found-96');
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('option').count()).toBeLessThan(80);
  });

  it('should find Chinese names by pinyin as soon as letters are typed', async () => {
    const page = await stage.open(scene('zh-CN'), { route: 'search' });

    await page.keyboard.type('nbhg');

    await page
      .getByRole('option', { name: /宁波海港国际/ })
      .first()
      .waitFor();
  });

  it('should show hostile text as text and say when nothing is found', async () => {
    const page = await stage.open(scene('en'), { route: 'search' });
    await page.keyboard.type('<b>Robotics');
    await page.getByRole('option', { name: 'Acme <b>Robotics</b>' }).first().waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('<img src=x onerror=alert(1)>');

    await page.getByText('Nothing found for "<img src=x onerror=alert(1)>"').waitFor();
  });

  it.each(languages)('should be accessible at 320 px and all in one language (%s)', async (language) => {
    for (const typed of ['', language === 'en' ? 'lake' : '湖滨', '888888']) {
      const page = await stage.open(scene(language), { route: 'search' });
      await page.keyboard.type(typed);
      await page.waitForTimeout(200);

      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (language === 'zh-CN') expect(await englishOf(page)).toEqual([]);
    }
  });
});
