import type { Page } from 'playwright-core';
import { sampleRecords } from '../../src/template/sample';
import { today } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';

const sample = sampleRecords('en', today);
const ids = (table: string) => sample[table]!.map(({ id }) => encodeURIComponent(String(id)));

/** Every view that shows figures, each customer, campaign and person that the sample has different figures for. */
const routes = [
  'today',
  ...ids('customers')
    .slice(0, 6)
    .map((id) => `customer/${id}`),
  'funnel',
  ...ids('opportunities')
    .slice(0, 2)
    .map((id) => `move/${id}`),
  ...['overview', 'try', 'review', 'overrides'].map((part) => `tiers/${part}`),
  ...['queue', 'escalations', 'feedback', 'complaints'].map((part) => `service/${part}`),
  'campaigns',
  ...ids('campaigns')
    .slice(0, 2)
    .map((id) => `campaigns/${id}`),
  ...['load', 'pool', 'notices', 'handover'].map((part) => `team/${part}`),
  ...ids('team')
    .slice(0, 4)
    .map((id) => `team/${id}`),
  'problems',
  'start/cadence',
  'start/summary',
];

/** Figures that open nothing themselves, and why that is right. Anything else has to open its records. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [/^\d+ things? waits?|^\d+ shown, \d+ of \d+ accepted$/, 'counts the list that stands below it'],
  [/^\d+ customers? in this review$|^\d+ exit checklists? (is|are) open$/, 'counts the list that stands below it'],
  [/^and \d+ more$/, 'the figures above it open all of them'],
  [/^Tiers set by hand: /, 'the button beside it opens them'],
  [
    /^\$[\d,.]+$|\bfrom \$[\d,.]+|new starting values/i,
    'cut points are rules; moves and sliders show whom they concern',
  ],
  [
    /^up to \d+%$|, every \d+ \w+$|^(Visits of the coming \d+ weeks|Due in \d+ days)$/,
    'settings, not figures of records',
  ],
  [/\(days\) \d+/, 'settings, not figures of records'],
  [/^0 of \d+/, 'none: there is no record to show'],
  [/^((.*· )?\d+ days? (late|left)|.* due for \d+ days?, since )/, 'days between today and the date beside them'],
  [/ · \$[\d,]+ · /, 'facts of the one deal that the view is about'],
  [/^Step \d of \d$|^P10 to P90$|\(P\d0\)/, 'names'],
];

/** What looks like a figure, in text that nobody can click. */
const deadFigures = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const clickable = 'button,a,input,select,textarea,th';
    // Whatever stands beside the way to its row is a fact of that record; but a share never is.
    const isOfRecord = (element: Element) =>
      element.closest('li,[role=listitem],[aria-label="Next step"]')?.querySelector('[aria-label^="Go to the row"]') &&
      !/[%×]/.test(element.textContent!);
    // The figure that these words explain opens the same records.
    const isReason = (element: Element) => element.closest('dd')?.querySelector('button.fui-Link');
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      if (element.closest(clickable) || !element.checkVisibility() || isOfRecord(element) || isReason(element))
        continue;
      found.push(walker.currentNode.textContent!.trim());
    }
    return found;
  });

/** Until nothing changes any more: views come with their scripts and figures. */
async function settled(page: Page): Promise<void> {
  let [before, now] = ['', 'loading'];
  while (before !== now) {
    await page.waitForTimeout(100);
    [before, now] = [now, await page.locator('main').innerText()];
  }
}

const dates = /[A-Z][a-z]{2} \d{1,2}, \d{4}|[A-Z][a-z]{2} \d{4}|Q\d \d{4}|\d+:\d\d [AP]M/g;

/** Texts of cells with digits in them, the longest first: names, addresses, phone numbers. */
const cells = [
  ...new Set(Object.values(sample).flatMap((rows) => rows.flatMap((row) => Object.values(row).map(String)))),
]
  .filter((cell) => /\D.*\d|\d.*\D/.test(cell) && Number.isNaN(Number(cell)))
  .sort((a, b) => b.length - a.length);

/** Digits beside dates and cells; none of nothing has no record that could be shown. */
const isFigure = (text: string): boolean =>
  /[1-9]/.test(cells.reduce((rest, cell) => rest.replace(cell, ''), text).replace(dates, ''));

const words = {
  en: { twins: '1 group of customers that may be the same', why: 'same name · same phone' },
  'zh-CN': { twins: '1 组客户可能重复', why: '名称相同 · 电话相同' },
} as const;

describe('figures', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage?.close());

  it('should open the records of every figure, in every view', async () => {
    const page = await stage.open(scene('en', { sample: true }), { route: routes[0] });
    const dead: string[] = [];
    for (const route of routes) {
      await page.evaluate((hash) => void (location.hash = hash), `/${route}`);
      await settled(page);
      const found = (await deadFigures(page)).filter(isFigure);
      dead.push(
        ...found.filter((text) => !allowed.some(([pattern]) => pattern.test(text))).map((text) => `${route}: ${text}`),
      );
    }

    expect(dead).toEqual([]);
  }, 120_000);

  it.each(languages)(
    'should show customers that may be the same, each one click from its row (%s)',
    async (language) => {
      const twins = ['C-8', 'C-9'].map((id) => ({ id, name: '<b>天河商贸</b>', phone: '020 5550 1234' }));
      const page = await stage.open(scene(language, { more: { customers: twins } }), { route: 'problems' });
      await page.getByRole('button', { name: words[language].twins }).click();

      await page.getByRole('button', { name: /天河商贸.* C-9/ }).press('Enter');

      await page.getByText(words[language].why).waitFor();
      expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-9']]);
      expect(await violationsOf(page)).toEqual([]);
      expect(language === 'en' ? [] : await englishOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );
});
