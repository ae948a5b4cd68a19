import type { Page } from 'playwright-core';
import { translator } from '../../src/shared/i18n';
import { viewNames } from '../../src/taskpane/viewNeeds';
import type { Scene } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf } from './paneStage';
import { goTo } from './screens';

/** What a person may find instead of the everyday pane. */
interface State {
  readonly given: Partial<Scene>;
  readonly route?: string;
  /** Keys of what it says. */
  readonly says: readonly string[];
  /** Key of the button that leads on. */
  readonly next?: string;
}

const failing = (code: string): State => ({
  given: { failures: { read: code } },
  says: [`pane.failure.${code}`, `pane.next.${code}`],
  next: 'pane.retry',
});

const states: Readonly<Record<string, State>> = {
  'no CRM yet': { given: { installed: false }, says: ['wizard.title'], next: 'pane.setup.install.button' },
  empty: { given: { empty: true }, says: ['today.empty.newTitle', 'today.empty.add'], next: 'today.empty.start' },
  partial: {
    given: { incomplete: true, without: ['campaigns', 'campaignTasks'] },
    says: ['today.title'],
    next: 'pane.repair.button',
  },
  'read-only': { given: { readOnly: true }, says: ['pane.readOnly'] },
  'of a newer version': { given: { schemaVersion: 99 }, says: ['pane.newer'] },
  'open elsewhere, too': {
    given: { sharedNow: true },
    route: 'refresh',
    says: ['pane.refresh.shared'],
    next: 'pane.refresh.start',
  },
  'busy with a cell': failing('cellEditMode'),
  'of an Excel that cannot do that': failing('unsupported'),
  'cut off': failing('network'),
  'too large': failing('tooLarge'),
  'not understood': { ...failing('odd'), says: ['pane.failure.unexpected', 'pane.next.unexpected'] },
};

/** Stay as they are in Chinese: codes for support, names of keys and of products. */
const foreign = [
  ...Object.values(states).flatMap(({ given }) => Object.values(given.failures ?? {})),
  ...['Esc', 'Microsoft'],
];

describe('the states of the pane', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  /** What a screen must not have, whatever it shows. */
  const flaws = async (page: Page): Promise<string[]> => {
    const isChinese = (await page.evaluate(() => document.documentElement.lang)) === 'zh-CN';
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    return [
      ...(await violationsOf(page)),
      ...(width > 320 ? [`${width} px`] : []),
      ...(isChinese ? (await englishOf(page)).filter((word) => !foreign.includes(word)) : []),
    ];
  };

  describe.each(languages)('in %s', (language) => {
    const t = translator(language);

    it.each(Object.entries(states))('should say what to do in a workbook that is %s', async (_, state) => {
      const page = await stage.open(scene(language, state.given), { route: state.route });

      for (const key of state.says) await page.getByText(t(key)).first().waitFor();
      if (state.next)
        await page
          .getByRole('button', { name: t(state.next), exact: true })
          .first()
          .waitFor();

      expect(await flaws(page)).toEqual([]);
    });

    it('should show how far it is while it reads, let that be cancelled, and begin anew', async () => {
      const page = await stage.open(scene(language, { isSlow: true }));
      await page.getByText(t('pane.doneOf', { done: 1, total: 2 })).waitFor();
      expect(await flaws(page)).toEqual([]);

      await page.getByRole('button', { name: t('pane.cancel') }).click();
      await page.getByText(t('pane.cancelled')).waitFor();
      expect(await flaws(page)).toEqual([]);
      await page.getByRole('button', { name: t('pane.retry') }).click();

      await page.getByText(t('pane.doneOf', { done: 1, total: 2 })).waitFor();
    });

    it('should have its frame before Excel answers where there was a CRM, and leave the focus there', async () => {
      const page = await stage.open(scene(language, { isKnown: true, isHeld: true, sample: true }));
      const logButton = page.getByRole('button', { name: t('today.logRevisit') });
      await logButton.focus();
      await page.getByText(t('pane.loading')).waitFor();
      expect(await flaws(page)).toEqual([]);

      await page.evaluate(() => window.pane.answer());
      await page.getByRole('list', { name: t('today.list') }).waitFor();

      expect(await logButton.evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await page.getByText(t('pane.loading')).count()).toBe(0);
    });

    it('should open the view that was chosen before Excel answered', async () => {
      const page = await stage.open(scene(language, { isKnown: true, isHeld: true, sample: true }));
      await page.getByRole('button', { name: t('pane.tab.funnel') }).click();

      await page.evaluate(() => window.pane.answer());

      await page.getByRole('heading', { level: 1, name: t('funnel.title') }).waitFor();
    });

    it('should say that Excel is too old, and what goes on without the pane', async () => {
      const page = await stage.open(scene(language));

      await page.evaluate(async (displayLanguage) => {
        const context = { displayLanguage, requirements: { isSetSupported: () => false } };
        Object.assign(window, { Office: { context } });
        await window.pane.openPane(document.body);
      }, language);

      await page.getByRole('heading', { name: t('states.tooOld.title') }).waitFor();
      await page.getByText(t('states.tooOld.next')).waitFor();
      expect(await flaws(page)).toEqual([]);
    });
  });

  it('should lead from the first, empty Today into the set-up', async () => {
    const page = await stage.open(scene('en', { empty: true }));

    await page.getByRole('button', { name: 'Set up in five minutes' }).click();

    await page.getByRole('heading', { name: 'Your industry' }).waitFor();
  });

  it('should show what is due on the day on which somebody comes back to it', async () => {
    const page = await stage.open(scene('en'));
    await page.getByText('17 days late').waitFor();

    await page.evaluate(() => window.pane.nextDay());
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    await page.getByText('18 days late').waitFor();
    await page.getByText('as of Mar 16, 2024', { exact: false }).waitFor();
  });

  it('should write nothing into a workbook that it only showed', async () => {
    const page = await stage.open(scene('en', { readOnly: true, sample: true }));

    await onEveryView(page);

    expect(await callsOf(page, 'apply')).toEqual([]);
  });

  it.each(['customers', 'team', 'opportunities', 'settings'])(
    'should show every view of a workbook whose table %s was deleted',
    async (table) => {
      const page = await stage.open(scene('en', { sample: true, incomplete: true, without: [table] }));

      expect(await onEveryView(page)).toEqual([]);
    },
  );
});

/** Failures that any view shows. */
async function onEveryView(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const view of viewNames) {
    await goTo(page, view);
    const alerts = await page.getByRole('alert').allInnerTexts();
    found.push(...alerts.map((text) => `${view}: ${text}`));
  }
  return found;
}
