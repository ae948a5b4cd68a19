import type { Page } from 'playwright-core';
import { today, type Scene } from './fakeHome';
import { PaneStage, languages, scene } from './paneStage';

/** What stands in each record of the list that is open. */
const recordsOf = async (page: Page): Promise<string[]> => {
  await page
    .getByText(/\d+ records? in |\d+ 条/)
    .first()
    .waitFor();
  return page.locator('main').getByRole('listitem').allInnerTexts();
};

/** The number before a word in each record, together. */
const sumOf = (records: readonly string[], number: RegExp): number =>
  records.reduce((sum, record) => sum + Number(number.exec(record)![1]!.replace(/,/g, '')), 0);

describe('figures and the rows that they open', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (route: string, more = {}, sample = true) =>
    stage.open(scene('en', { sample, more }), { route, width: 480 });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

  it('should leave deals out of the forecast’s rows that are left out of the forecast', async () => {
    const left = { id: 'D-LEFT', name: 'Left out', customer: 'C-1', stage: 'met', forecastJudgement: 'omitted' };
    const page = await open('funnel', { opportunities: [{ ...left, amount: 31_050, createdAt: today - 9 }] }, false);

    await button(page, /^About \$/).click();
    const forecast = (await page.getByText(/records in/).innerText()).match(/\d+/)![0];
    await page.goBack();
    const counts = await page
      .getByRole('table', { name: /categor/i })
      .getByRole('row', { name: /^(Pipeline|Best case|Commit)/ })
      .evaluateAll((rows) => rows.map((row) => Number(row.querySelector('td')!.textContent)));

    expect(Number(forecast)).toBe(counts.reduce((sum, count) => sum + count, 0));
    await page.locator('section', { hasText: 'About $' }).getByRole('button', { name: /^\$/ }).first().click();
    expect((await recordsOf(page)).join()).not.toContain('Left out');
  });

  it('should count what people were told about once, though two people heard of it', async () => {
    const step = { id: 'MS-1', name: 'Steering meeting', customer: 'C-1', owner: 'U-1', dueAt: today + 10 };
    const page = await open('team/notices', { milestones: [step] }, false);
    await button(page, /^Note all/).click();
    await page.getByText('Told already:').waitFor();

    await page.getByText('Told already:').getByRole('button', { name: '1 milestone' }).click();

    expect(await recordsOf(page)).toHaveLength(1);
  });

  it('should show the amounts behind the cost and the budget of a campaign, in the copy, too', async () => {
    const campaigns = [{ id: 'K-1', name: 'Fair', budget: 9_000 }];
    const campaignTasks = [1_200, 300, null].map((actualCost, at) => ({
      ...{ id: `L-${at}`, name: `Line ${at}`, campaign: 'K-1', actualCost, plannedCost: 2_000 },
    }));
    const page = await open('campaigns/K-1', { campaigns, campaignTasks }, false);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

    await button(page, /^\$1[.,]50?0?K?$/).click();
    const lines = await recordsOf(page);
    expect(sumOf(lines.slice(0, 2), /Actual cost \$([\d,]+)/)).toBe(1_500);
    await button(page, 'Copy as a table').click();
    await button(page, 'Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Actual cost\n.*\$1,200/);
    await page.goBack();
    await button(page, /^\$9(K|,000)$/).click();
    expect((await recordsOf(page)).join()).toContain('Budget $9,000');
  });

  it('should tell each customer’s visits behind a number of visits', async () => {
    const page = await open('tiers/try');
    const figures = page.getByRole('button', { name: /^Visits as planned: Everyone, week of/ });
    const week = await figures.first().innerText();
    await figures.first().click();
    expect(sumOf(await recordsOf(page), /([\d.]+) visits?/)).toBe(Number(week));
    await page.goBack();

    const year = button(page, /^Planned revisits a year: /);
    const planned = Number((await year.innerText()).replace(',', ''));
    await year.click();
    await page.setViewportSize({ width: 480, height: 6_000 });
    await page.waitForFunction(() => {
      const records = [...document.querySelectorAll('main li')];
      return records.length === Number(records[0]?.ariaSetSize);
    });
    const each = sumOf(await recordsOf(page), /([\d.]+) visits?/);
    expect(Math.abs(each - planned)).toBeLessThan(1);
  });

  it('should sum the set-up up with the rows that other views count, without those who have left', async () => {
    const more: Scene['more'] = {
      customers: [
        { id: 'C-1', name: 'Acme' },
        { id: 'C-2', owner: 'Bo' },
        { id: 'C-3', name: 'Old', archived: true },
      ],
      team: [
        { id: 'U-1', name: 'Bo' },
        { id: 'U-2', name: 'Al', active: true },
        { id: 'U-3', name: 'Ex', active: false },
      ],
    };
    const page = await stage.open(scene('en', { empty: true, more }), { route: 'start/summary' });

    for (const figure of ['2 people', '2 customers']) {
      await button(page, figure).click();
      expect(await recordsOf(page)).toHaveLength(2);
      await page.goBack();
    }
  });

  it.each(languages)('should move nobody while no starting value was moved: %s', async (language) => {
    const text = {
      en: { nobody: 'Nobody moves.', anyway: /^A review today would move \d+ customers? anyway$/, of: /^\d+ of these/ },
      'zh-CN': { nobody: '没有客户变动。', anyway: /^今天评审，本来就有 \d+ 家客户调级$/, of: /^其中 \d+ 家/ },
    }[language];
    const page = await stage.open(scene(language, { sample: true }), { route: 'tiers/try' });
    const change = () => page.locator('tbody tr td:last-child').allInnerTexts();

    const anyway = await button(page, text.anyway).innerText();
    expect(new Set(await change())).toEqual(new Set(['–']));
    await page.getByText(text.nobody).waitFor();

    await page.getByRole('slider').first().focus();
    await page.keyboard.press('Home');
    await button(page, text.of).waitFor();
    expect(new Set(await change()).size).toBeGreaterThan(1);
    await page.getByRole('button', { name: language === 'en' ? 'Reset' : '还原' }).click();
    await button(page, anyway).click();
    expect(await recordsOf(page)).toHaveLength(Number(/\d+/.exec(anyway)![0]));
  });
});
