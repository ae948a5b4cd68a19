import type { Page } from 'playwright-core';
import { PaneStage, scene } from './paneStage';

/** Forms by their route: the button that saves, and what has to be filled in before. */
const forms: readonly (readonly [route: string, save: string, fill: (page: Page) => Promise<unknown>])[] = [
  ['log/C-1', 'Log revisit', (page) => page.locator('textarea').fill('They want a quote')],
  ['move/D-0-0', 'Go on without the checklist', (page) => page.locator('textarea').fill('They signed')],
  ['tiers/overrides', 'Save', fillOverride],
  ['start/industry', 'Use these rules', (page) => page.getByRole('radio', { name: /Software/ }).check()],
  ['start/people', 'Save and go on', changePerson],
  ['start/cadence', 'Save and go on', (page) => page.getByLabel('Key customers: visit every').fill('2')],
];

async function fillOverride(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set a tier by hand' }).click();
  await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('blue');
  await page.getByRole('option', { name: /Blue Ridge/ }).click();
  await page.getByLabel('Reason').fill('They grow');
}

async function changePerson(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ana Reyes/ }).click();
  await page.getByLabel('E-mail').fill('ana@example.com');
}

describe('a form that is being saved', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage?.close());

  /** Opens a form whose saving fails as soon as it is let go on. */
  const open = async (route: string) => {
    const page = await stage.open(scene('en', { outcomes: ['sheetProtected'] }), { route });
    await page.evaluate(() => window.pane.hold('apply'));
    return page;
  };
  const isSaving = (page: Page) => page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));
  const fail = async (page: Page) => {
    await page.evaluate(() => window.pane.release('apply'));
    await page.getByRole('alert').waitFor();
  };
  const openFields = (page: Page) => page.locator('main').locator('input:enabled, select:enabled, textarea:enabled');

  it.each(forms)('should take nothing more, and leave the keyboard where it was: %s', async (route, save, fill) => {
    const page = await open(route);
    await fill(page);
    const button = page.getByRole('button', { name: save, exact: true });
    const before = await openFields(page).count();

    await button.focus();
    await page.keyboard.press('Enter');
    await isSaving(page);

    expect(before).toBeGreaterThan(0);
    expect(await openFields(page).count()).toBe(0);
    await fail(page);
    expect(await openFields(page).count()).toBe(before);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('should open no list for the mouse either', async () => {
    const page = await open('log/C-1');
    await page.getByRole('button', { name: 'Log revisit' }).click();
    await isSaving(page);
    const { x, y, width, height } = (await page.getByRole('button', { name: 'Show customers' }).boundingBox())!;

    await page.mouse.click(x + width / 2, y + height / 2);

    expect(await page.getByRole('combobox', { name: 'Customer', expanded: true }).count()).toBe(0);
  });

  it('should give the focus back to the field that it was saved from', async () => {
    const page = await open('log/C-1');
    await page.getByLabel('Held on').press('Enter');
    await isSaving(page);

    await fail(page);

    await page.locator('input[type=date]:focus').waitFor();
    expect(await page.getByLabel('Held on').evaluate((field) => field === document.activeElement)).toBe(true);
  });
});
