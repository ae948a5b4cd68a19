import type { Page } from 'playwright-core';
import { toSerial } from '../../src/shared/dates';
import { PaneStage, languages, scene } from './paneStage';
import { goTo, lostParts } from './screens';

/** What cells may hold: overrides that nobody closes, a whole cell of one word, closers of what was never opened. */
const [override, endless, popped] = ['\u202EABC Trading 123', 'x'.repeat(32_767), '\u2069\u2067 إلى 9'];

const names = [override, endless, popped, `\u202E${'九'.repeat(4000)}`];

/** A firm with such cells wherever people type. */
const more = {
  team: names.map((name, at) => ({ id: `U-H${at}`, name, phone: name, active: true })),
  customers: names.map((name, at) => ({
    ...{ id: `H-${at}`, name, owner: `U-H${at}`, createdAt: toSerial('2023-01-31'), isKey: true },
    ...{ phone: name, email: name, note: name, region: name, industry: name, source: name, address: name },
  })),
  contacts: names.map((name, at) => ({ id: `HC-${at}`, name, customer: `H-${at}`, title: name, phone: name })),
  orders: names.map((name, at) => ({
    ...{ id: `HO-${at}`, customer: `H-${at}`, amount: 45_678, product: name },
    ...{ orderedAt: toSerial('2023-01-01'), dueAt: toSerial('2023-01-20') },
  })),
  tickets: names.map((subject, at) => ({
    ...{ id: `HT-${at}`, customer: `H-${at}`, subject, type: at ? 'complaint' : 'repair', priority: 'high' },
    ...{ status: 'submitted', owner: `U-H${at}`, submittedAt: toSerial('2023-01-10') + 0.4 },
  })),
  opportunities: names.map((name, at) => ({
    ...{ id: `HD-${at}`, name, customer: `H-${at}`, stage: 'met', amount: 98_765, owner: `U-H${at}`, source: name },
    ...{ createdAt: toSerial('2023-01-02'), stageSince: toSerial('2023-01-02'), product: name },
  })),
  followUps: names.map((note, at) => ({
    ...{ id: `HF-${at}`, customer: `H-${at}`, heldAt: toSerial('2023-01-05'), channel: 'call', note },
    ...{ owner: `U-H${at}`, outcome: 'progress' },
  })),
  campaigns: names.map((name, at) => ({ id: `HK-${at}`, name, goal: name, owner: `U-H${at}`, budget: 5_000 })),
  campaignTasks: names.map((name, at) => ({
    ...{ id: `HL-${at}`, name, campaign: 'HK-0', owner: `U-H${at}`, dueAt: toSerial('2023-01-20') },
  })),
  milestones: names.map((name, at) => ({
    ...{ id: `HM-${at}`, name, customer: `H-${at}`, owner: `U-H${at}`, dueAt: toSerial('2023-01-20') },
  })),
};

/** Where such cells are shown; people and records by their numbers. */
const screens = [
  ...['today', 'me', 'funnel', 'problems', 'tiers', 'tiers/try', 'tiers/review', 'campaigns', 'rows', 'log'],
  ...['service', 'service/escalations', 'service/complaints', 'team', 'team/pool', 'team/notices', 'team/handover'],
  ...names.flatMap((_, at) => [`customer/H-${at}`, `move/HD-${at}`, `campaigns/HK-${at}`, `team/U-H${at}`]),
];

/** Longest run over all screens, in ms. */
const patience = 180_000;

describe('cells that are hostile to the layout', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each(languages)(
    'should stay within the pane and turn nothing around them: %s',
    async (language) => {
      const page = await stage.open(scene(language, { more }));
      const found: string[] = [];
      for (const screen of screens) {
        await goTo(page, screen);
        found.push(...(await defects(page)).map((what) => `${screen}: ${what}`));
      }

      await goTo(page, 'search');
      await page.getByRole('combobox').fill('ABC');
      await page.getByRole('option').first().waitFor();
      found.push(...(await defects(page)).map((what) => `found: ${what}`));

      expect(found).toEqual([]);
    },
    patience,
  );
});

const defects = async (page: Page): Promise<string[]> => [
  ...(await lostParts(page)),
  ...(await tooTall(page)),
  ...(await halfLines(page)),
  ...(await turning(page)),
];

/** Texts that end in the middle of a line. */
const halfLines = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter((element) => {
        const { overflowY, whiteSpace, lineHeight } = getComputedStyle(element);
        const isCut = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
        const part = (element.clientHeight / parseFloat(lineHeight)) % 1;
        return isCut && whiteSpace !== 'nowrap' && element.textContent && Math.min(part, 1 - part) > 0.1;
      })
      .map((element) => `half a line: ${element.textContent.slice(0, 30)}`),
  );

/** Texts that take more of the pane than a cell of words deserves. */
const tooTall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const most = 420;
    const texts = [...document.querySelectorAll('#root *')].filter((element) => !element.children.length);
    return texts
      .filter((element) => element.getBoundingClientRect().height > most)
      .map(
        (element) => `${Math.round(element.getBoundingClientRect().height)} px: ${element.textContent.slice(0, 30)}`,
      );
  });

/** Texts in which a character turns the direction of what is beside it: they stand neither alone nor isolated. */
const turning = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = /[\u202A-\u202E\u2066-\u2069]/;
    const isAlone = (node: Node) => {
      const parent = node.parentElement!;
      return parent.childNodes.length === 1 && getComputedStyle(parent).unicodeBidi !== 'normal';
    };
    const outside = (text: string) => {
      let depth = 0;
      return [...text].some((character) => {
        if (character === '\u2068') depth += 1;
        else if (character === '\u2069') depth -= 1;
        else return depth <= 0 && controls.test(character);
        return depth < 0;
      });
    };
    const walker = document.createTreeWalker(document.querySelector('#root')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      if (controls.test(text) && outside(text) && !isAlone(node))
        found.push(`turns: ${JSON.stringify(text.slice(0, 60))}`);
    }
    const spoken = [...document.querySelectorAll('#root [aria-label], #root [title]')]
      .flatMap((element) => ['aria-label', 'title'].map((name) => element.getAttribute(name) ?? ''))
      .filter((text) => text.length > 2000);
    return [...found, ...spoken.map((text) => `endless name: ${text.slice(0, 40)}`)];
  });
