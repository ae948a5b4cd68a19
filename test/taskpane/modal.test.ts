import type { Locator, Page } from 'playwright-core';
import { today } from './fakeHome';
import { PaneStage, scene } from './paneStage';

/** Parts of the pane that screen readers do not hear, though somebody can use them. */
const unheard = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('[aria-hidden=true]')].filter((part) => part.querySelector('button, a')).length,
  );

describe('what keeps the focus inside while it is open', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const customers = [{ id: 'C-1', name: 'Acme Ltd', owner: 'Zoë', isKey: true, createdAt: today - 73 }];
  const team = [{ id: 'U-1', name: 'Zoë', active: true }];

  /** Opens it, closes it, and waits for the quarter of a second that Fluent takes. */
  const openAndClose = async (page: Page, opener: Locator) => {
    await opener.click();
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(() => document.querySelector('main > [aria-hidden=true]'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(400);
  };

  it.each([/^Snooze/, /somebody else/])('should leave nothing hidden from screen readers: %s', async (name) => {
    const page = await stage.open(scene('en', { empty: true, more: { customers, team } }));
    await page.getByRole('button', { name: 'More for Acme Ltd' }).click();

    await openAndClose(page, page.getByRole('menuitem', { name }));

    expect(await unheard(page)).toBe(0);
  });

  it('should leave nothing hidden after a share said how sure it is', async () => {
    const page = await stage.open(scene('en'), { route: 'funnel' });

    await openAndClose(page, page.getByRole('button', { name: /: \d+%$/ }).first());

    expect(await unheard(page)).toBe(0);
  });
});
