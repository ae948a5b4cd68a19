import type { Page } from 'playwright-core';
import { today } from './fakeHome';
import { PaneStage, languages, scene } from './paneStage';

/** What lies on the paper, and what a person sees again after it. */
interface Printed {
  readonly names: readonly string[];
  /** Items that begin above the end of the one before. */
  readonly overlaps: number;
  readonly breakInside: readonly string[];
  /** Parts that would lie over the rows of some page. */
  readonly sticking: number;
}

/** What stands there when the printer asks, as if the browser's dialog had been answered at once. */
const print = (page: Page, press: string | null): Promise<Printed> =>
  page.evaluate((name) => {
    const items = () => [...document.querySelectorAll<HTMLElement>('main li')];
    const look = () => {
      const places = items().map((item) => item.getBoundingClientRect());
      return {
        names: items().map((item) => item.textContent ?? ''),
        overlaps: places.filter(({ top }, at) => at > 0 && top < places[at - 1]!.bottom - 0.5).length,
        sticking: [...document.querySelectorAll('body *')].filter(
          (part) => /sticky|fixed/.test(getComputedStyle(part).position) && part.checkVisibility(),
        ).length,
        breakInside: [...new Set(items().map((item) => getComputedStyle(item).breakInside))],
      };
    };
    return new Promise<Printed>((resolve) => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        const printed = look();
        dispatchEvent(new Event('afterprint'));
        resolve(printed);
      };
      if (name === null) window.print();
      else document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!.click();
    });
  }, press);

describe('a list on paper', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const firm = (count: number) => ({
    empty: true,
    more: {
      customers: Array.from({ length: count }, (_, row) => ({
        ...{ id: `C-${row}`, name: `Firm ${row}.`, createdAt: today - 400 - row },
      })),
    },
  });
  const items = (page: Page) => page.locator('main li');

  it.each(languages)(
    'should have all its rows, none over another, and be short again after it (%s)',
    async (language) => {
      const page = await stage.open(scene(language, firm(120)), { route: 'tiers' });
      await page.getByRole('button', { name: /120/ }).first().click();
      await items(page).first().waitFor();
      const before = await items(page).count();

      for (const press of [{ en: 'Print', 'zh-CN': '打印' }[language], null]) {
        await page.emulateMedia({ media: 'print' });
        const { names, overlaps, breakInside, sticking } = await print(page, press);
        await page.emulateMedia({ media: null });
        expect(new Set(names.map((name) => /Firm \d+\./.exec(name)?.[0])).size).toBe(120);
        expect({ overlaps, breakInside, sticking }).toEqual({ overlaps: 0, breakInside: ['avoid'], sticking: 0 });
      }

      await page.waitForFunction((count) => document.querySelectorAll('main li').length === count, before);
      expect(before).toBeLessThan(60);
    },
  );

  it('should be printed with thousands of rows', async () => {
    const page = await stage.open(scene('en', firm(5_000)), { route: 'tiers' });
    await page.getByRole('button', { name: /5,000/ }).first().click();
    await items(page).first().waitFor();

    const { names } = await print(page, 'Print');

    expect(names).toHaveLength(5_000);
  });
});
