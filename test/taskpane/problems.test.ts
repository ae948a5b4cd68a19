import type { Page } from 'playwright-core';
import { toSerial } from '../../src/shared/dates';
import { translator } from '../../src/shared/i18n';
import type { Language } from '../../src/template/types';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';

/** A customer of the small firm, by its name and by one that it had before. */
const names: Readonly<Record<Language, { readonly now: string; readonly before: string; readonly typed: string }>> = {
  en: { now: 'Lakeside Foods', before: 'Lakeside Food', typed: 'nova' },
  'zh-CN': { now: '湖滨食品', before: '湖滨食品厂', typed: '新星' },
};

const wrong = (customer: string) => ({
  followUps: ['F-8', 'F-9'].map((id) => ({ id, customer, heldAt: toSerial('2024-03-12') })),
  orders: [
    { id: 'O-9', customer, amount: 900 },
    { id: null, customer, amount: 90 },
  ],
});

describe.each(languages)('cells that lead to no record, in %s', (language) => {
  const t = translator(language);
  const { now, before, typed } = names[language];
  const meant = (key: string, values = {}) => t(`pane.problems.meant.${key}`, { value: before, ...values });
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  /** The line of the old name, by keyboard. */
  async function openLine(press: 'chooseNamed' | 'rowsNamed'): Promise<Page> {
    const page = await stage.open(scene(language, { more: wrong(before) }), { route: 'problems' });
    const kind = t('pane.problems.kind.unknownReference', { count: 5 });
    await page.getByRole('button', { name: kind }).press('Enter');
    await page.getByRole('button', { name: meant(press) }).press('Enter');
    return page;
  }

  const saysDone = (page: Page, after: string) => page.getByRole('group').getByText(meant('done', { after })).waitFor();

  it('should all be mended at once with the name that comes closest, and be taken back', async () => {
    const page = await openLine('chooseNamed');
    const choice = page.getByRole('combobox');
    await choice.waitFor();

    expect(await choice.inputValue()).toBe(now);
    expect(await choice.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.getByText(meant('withoutId', { count: 1 })).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(language === 'en' ? [] : await englishOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    await page.getByRole('button', { name: meant('apply') }).press('Enter');
    await saysDone(page, now);
    const [mended] = await written(page);
    expect(mended!.updates).toEqual(
      [
        ['followUps', 'F-8'],
        ['followUps', 'F-9'],
        ['orders', 'O-9'],
      ].map(([table, id]) => ({ table, id, field: 'customer', before, after: now })),
    );
    await page.getByRole('button', { name: t('pane.problems.kind.unknownReference', { count: 2 }) }).waitFor();
    expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('H1');

    await page.getByRole('button', { name: t('pane.undo') }).press('Enter');
    await page.getByRole('group').getByText(t('pane.undone')).waitFor();
    expect((await written(page))[1]!.updates[0]).toMatchObject({ before: now, after: before });
  });

  it('should be given to another record that is searched for, and to none before one is chosen', async () => {
    const page = await openLine('chooseNamed');
    const choice = page.getByRole('combobox');

    await choice.fill('');
    await page.getByRole('button', { name: meant('apply') }).press('Enter');
    await page.getByText(meant('error')).waitFor();
    await choice.fill(typed);
    await choice.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await choice.press('Enter');
    const chosen = await choice.inputValue();
    await page.getByRole('button', { name: meant('apply') }).press('Enter');
    await saysDone(page, chosen);

    const changesets = await written(page);
    expect(chosen).toContain(language === 'en' ? 'Nova' : typed);
    expect(changesets.map(({ updates }) => updates.length)).toEqual([3]);
  });

  it('should offer first the records that share an ambiguous name, and say the id of the chosen one', async () => {
    const more = {
      customers: ['C-8', 'C-9'].map((id) => ({ id, name: before })),
      orders: [{ id: 'O-9', customer: before, amount: 900 }],
    };
    const page = await stage.open(scene(language, { more }), { route: 'problems' });
    await page.getByRole('button', { name: t('pane.problems.kind.ambiguousReference', { count: 1 }) }).press('Enter');
    await page.getByRole('button', { name: meant('chooseNamed') }).press('Enter');

    await page.getByRole('combobox').press('ArrowDown');
    await page.getByRole('option').nth(1).click();
    await page.getByRole('button', { name: meant('apply') }).press('Enter');
    await saysDone(page, 'C-9');

    expect((await written(page))[0]!.updates).toMatchObject([{ table: 'orders', before, after: 'C-9' }]);
  });

  it('should each be one click from their row', async () => {
    const page = await openLine('rowsNamed');

    await page.getByRole('button', { name: t('pane.goToNamed', { name: 'F-9' }) }).press('Enter');

    expect(await callsOf(page, 'selectRecord')).toEqual([['followUps', 'F-9']]);
    expect(await violationsOf(page)).toEqual([]);
  });
});
