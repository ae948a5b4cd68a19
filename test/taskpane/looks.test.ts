import type { Page } from 'playwright-core';
import { viewNames } from '../../src/taskpane/viewNeeds';
import { PaneStage, languages, scene, violationsOf } from './paneStage';
import { goTo, lostParts, unreachable } from './screens';

/** Parts of views that are routes of their own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  start: ['industry', 'people', 'cadence', 'customers', 'summary'],
  tiers: ['try', 'review', 'overrides'],
  service: ['escalations', 'complaints', 'feedback'],
  team: ['pool', 'handover', 'notices'],
};

/** Every screen of a CRM workbook. */
const screens = [...viewNames, 'setup', 'adopt'].flatMap((view) => [
  view,
  ...(parts[view] ?? []).map((part) => `${view}/${part}`),
]);

/** Longest run over all screens, in ms. */
const patience = 180_000;

describe('the looks of every view', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each([
    ['dark', { colorScheme: 'dark' }],
    ['high contrast on white', { forcedColors: 'active' }],
    ['high contrast on black', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)(
    'should be readable in %s',
    async (_, media) => {
      const page = await stage.open(scene('en', { sample: true }));
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });

      expect(await onEveryScreen(page, () => violationsOf(page))).toEqual([]);
    },
    patience,
  );

  it.each(languages)(
    'should lose nothing, and let everything be pressed, when a pane of 320 px is zoomed to 200 %% (%s)',
    async (language) => {
      const page = await stage.open(scene(language, { sample: true }), { width: 160 });

      const look = async () => [...(await lostParts(page)), ...(await unreachable(page))];

      expect(await onEveryScreen(page, look)).toEqual([]);
    },
    patience,
  );

  it('should tell the browser that fields and scroll bars are dark, too', async () => {
    const page = await stage.open(scene('en'));
    await page.emulateMedia({ colorScheme: 'dark' });

    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
  });
});

/** What `look` finds on each screen, once it has settled. */
async function onEveryScreen(page: Page, look: () => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens) {
    await goTo(page, screen);
    found.push(...(await look()).map((what) => `${screen}: ${what}`));
  }
  return found;
}
