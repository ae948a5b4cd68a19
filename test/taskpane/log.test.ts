import type { Page } from 'playwright-core';
import { toIso, toSerial } from '../../src/shared/dates';
import { today, type Scene } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';
import { focusOf } from './screens';

/** Beside the small firm: whom nobody should call, who is in the archive, who has agreed on a date. */
const more: Scene['more'] = {
  customers: [
    { id: 'C-7', name: 'Quiet', createdAt: toSerial('2024-01-02'), doNotContact: true },
    { id: 'C-8', name: 'Old', archived: true },
    { id: 'C-9', name: 'Agreed', createdAt: toSerial('2024-01-02') },
  ],
  followUps: [{ id: 'F-9', customer: 'C-9', heldAt: toSerial('2024-03-10'), nextAt: toSerial('2024-06-01') }],
};

describe('logging a revisit in the pane', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (route: string, language: Scene['language'] = 'en', given: Partial<Scene> = {}) =>
    stage.open(scene(language, { more, ...given }), { route });
  const log = (page: Page) => page.getByRole('button', { name: 'Log revisit' }).click();

  it.each([
    ['nobody has', 'log/NOPE', 'This customer is gone'],
    ['is in the archive', 'log/C-8', 'This customer is archived'],
  ])('should say so when the id in the address is one that %s, and lead to the search', async (_, route, title) => {
    const page = await open(route);
    await page.getByText(title, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Log revisit' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Search for a customer' }).click();

    await page.getByRole('heading', { name: 'Search' }).waitFor();
  });

  it.each(languages)(
    'should write nothing and keep the form when the customer was deleted meanwhile, in %s',
    async (language) => {
      const page = await open('log/C-9', language, { outcomes: ['recordNotFound'] });
      await page.getByRole('textbox').nth(1).waitFor();
      await page.locator('textarea').fill('123');

      await page.locator('button[type=submit]').click();

      const alert = await page.getByRole('alert').innerText();
      expect(alert).toContain(
        { en: 'This record is no longer in its table.', 'zh-CN': '该记录已不在表中。' }[language],
      );
      expect(await page.locator('textarea').inputValue()).toBe('123');
    },
  );

  it('should ask the workbook whether the customer is still there, and say who held the revisit', async () => {
    const page = await open('today');
    await page.evaluate(() => localStorage.setItem('workbook-crm.me', 'U-1'));
    await page.evaluate(() => (location.hash = '#/log/C-9'));

    await log(page);
    await page.getByText('Revisit logged.').first().waitFor();

    expect(await written(page)).toMatchObject([
      {
        appends: [{ values: { customer: 'Agreed', owner: 'Ana Reyes' } }],
        refersTo: [{ table: 'customers', id: 'C-9' }],
      },
    ]);
    expect((await callsOf(page, 'signAs')).at(-1)).toEqual(['Ana Reyes']);
  });

  it('should never log over what may have been written for another customer', async () => {
    const page = await open('log/C-9', 'en', { outcomes: ['unsureWritten', 'unsureWritten'] });
    const choose = async (typed: string, name: string) => {
      await page.getByRole('combobox', { name: 'Customer' }).fill('');
      await page.getByRole('combobox', { name: 'Customer' }).pressSequentially(typed);
      await page.getByRole('option', { name }).click();
    };
    const unsure = () => page.getByText('no need to enter it again').waitFor();

    await log(page);
    await unsure();
    await choose('blue', 'Blue Ridge Labs');
    await log(page);
    await unsure();
    await choose('agree', 'Agreed');
    await log(page);
    await page.getByText('Revisit logged.').first().waitFor();

    const [first, other, again] = (await written(page)).map(({ appends }) => appends[0]!);
    expect([first, other, again].map((record) => record!.values.customer)).toEqual([
      'Agreed',
      'Blue Ridge Labs',
      'Agreed',
    ]);
    expect(other!.id).not.toBe(first!.id);
    expect(again!.id).toBe(first!.id);
  });

  it('should log what is held on the day after the pane was opened', async () => {
    const page = await open('today');
    await page.evaluate(() => window.pane.nextDay());
    await page.evaluate(() => (location.hash = '#/log/C-9'));
    const held = () => page.getByLabel('Held on').inputValue();
    expect(await held()).toBe(toIso(today + 1));

    await log(page);
    await page.getByText('Revisit logged.').first().waitFor();

    expect((await written(page)).map(({ appends }) => appends[0]!.values.heldAt)).toEqual([today + 1]);
  });

  it('should keep the day of a form that somebody has begun overnight, and only of that one', async () => {
    const held = async (begin: (page: Page) => Promise<void>) => {
      const page = await open('log/C-9');
      await begin(page);
      await page.evaluate(() => window.pane.nextDay());
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      return page.getByLabel('Held on').inputValue();
    };

    expect(await held(async () => undefined)).toBe(toIso(today + 1));
    expect(await held((page) => page.locator('textarea').fill('They want a quote'))).toBe(toIso(today));
  });

  it('should show the write without reading again, also after it was taken back', async () => {
    const page = await open('log/C-9');
    const before = await callsOf(page, 'read');

    await log(page);
    await page.getByText('Revisit logged.').first().waitFor();
    const choose = async () => {
      await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('agree');
      await page.getByRole('option', { name: /Agreed/ }).click();
    };
    await choose();
    await page.getByLabel('Held on').fill('2024-03-01');
    // The revisit of today ended the agreement of the one before; a backdated one brings nothing back.
    await page.getByText('Next due on Apr 15, 2024', { exact: false }).waitFor();

    await log(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    expect(await focusOf(page)).toBe('Taken back.');
    await choose();
    await page.getByText('Next due on Apr 15, 2024', { exact: false }).waitFor();

    expect(await callsOf(page, 'read')).toEqual(before);
  });

  it('should say what decides about the next date, and warn where nobody should call', async () => {
    const page = await open('log/C-9');
    const next = () => page.getByLabel('Next revisit').inputValue();
    await page.getByLabel('Held on').fill('2024-03-01');
    await page.getByText('as agreed in the latest revisit', { exact: false }).waitFor();
    expect(await next()).toBe('2024-06-01');
    await page.getByLabel('Next revisit').fill('2024-03-05');
    await page.getByText('A later revisit decides', { exact: false }).waitFor();
    await page.getByLabel('Next revisit').fill('2024-02-29');
    await page.getByText('A later revisit decides', { exact: false }).waitFor({ state: 'detached' });

    const quiet = await open('log/C-7');

    await quiet.getByText('This customer must not be contacted', { exact: false }).waitFor();
    expect(await quiet.getByLabel('Next revisit').inputValue()).toBe('');
    expect(await violationsOf(quiet)).toEqual([]);
  });

  it.each([
    ['en', 'A revisit is logged once it has been held.'],
    ['zh-CN', '回访完成后才能登记。'],
  ] as const)(
    'should say at once that a day is still to come, and propose nothing from it, in %s',
    async (language, text) => {
      const page = await open('log/C-7', language, {
        more: { customers: [{ id: 'C-7', name: '7', createdAt: today - 9 }] },
      });
      const [held, next] = [page.locator('input[type=date]').first(), page.locator('input[type=date]').last()];
      const proposed = await next.inputValue();

      await held.fill('2024-06-01');

      await page.getByText(text, { exact: true }).waitFor();
      expect(await next.inputValue()).toBe('');
      expect(await page.getByText(/Next due on|下次应于/).count()).toBe(0);
      await held.fill(toIso(today));
      await page.getByText(text, { exact: true }).waitFor({ state: 'detached' });
      expect([await next.inputValue(), proposed]).toEqual([proposed, expect.stringMatching(/^2024-/)]);
    },
  );

  it('should find customers by the sound of their names, as the search does', async () => {
    const page = await stage.open(scene('zh-CN', { sample: true }), { route: 'log' });

    for (const typed of ['chishan', 'csdjd', '大酒店 赤杉']) {
      await page.getByRole('combobox').first().fill('');
      await page.getByRole('combobox').first().pressSequentially(typed);
      await page.getByRole('option', { name: /赤杉大酒店/ }).waitFor();
    }
    await page.getByRole('option', { name: /赤杉大酒店/ }).click();

    expect(await page.getByRole('combobox').first().inputValue()).toBe('赤杉大酒店');
  });

  it('should be about the customer of the selected row until somebody fills it in, and only once', async () => {
    const page = await open('log');
    const customer = page.getByRole('combobox').first();
    const select = (name: string) =>
      page.evaluate((value) => window.pane.select({ table: 'orders', cells: [{ column: 'customer', value }] }), name);
    await select('Blue Ridge Labs');
    await page.waitForFunction(() => document.querySelector('input')?.value === 'Blue Ridge Labs');
    await select('Agreed');
    await page.waitForFunction(() => document.querySelector('input')?.value === 'Agreed');
    await select('Old');
    await page.getByLabel('What was said').fill('They will call back');
    await select('Blue Ridge Labs');

    await log(page);
    await page.getByText('Revisit logged.').first().waitFor();

    expect(await written(page)).toMatchObject([{ appends: [{ values: { customer: 'Agreed' } }] }]);
    expect(await customer.inputValue()).toBe('');
  });

  it('should stay about the customer whom it was sent for, whatever is selected until the answer is sure', async () => {
    const page = await open('log', 'en', { outcomes: ['unsureWritten'] });
    const select = (name: string) =>
      page.evaluate((value) => window.pane.select({ table: 'orders', cells: [{ column: 'customer', value }] }), name);
    await select('Blue Ridge Labs');
    await page.waitForFunction(() => document.querySelector('input')?.value === 'Blue Ridge Labs');
    await page.getByRole('button', { name: 'Log revisit' }).click();
    await page.getByRole('button', { name: 'Check now' }).waitFor();
    await select('Agreed');

    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Revisit logged.').first().waitFor();

    const sent = (await written(page)).map(({ appends: [record] }) => [record!.id, record!.values.customer]);
    expect(sent).toEqual([sent[0], sent[0]]);
    expect(sent[0]![1]).toBe('Blue Ridge Labs');
  });

  it('should choose what was typed by somebody who presses the keys faster than the list is drawn', async () => {
    const page = await open('log');
    const customer = page.getByRole('combobox').first();
    await customer.click();
    await page.getByRole('option', { name: 'Blue Ridge Labs' }).waitFor();

    await customer.evaluate(async (box: HTMLInputElement) => {
      const press = async (event: Event) => {
        box.dispatchEvent(event);
        // Time for what React owes to the key, and for nothing that it puts off.
        await Promise.resolve();
      };
      const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, 'blue');
      await press(new InputEvent('input', { bubbles: true }));
      await press(key('ArrowDown'));
      await press(key('Enter'));
    });

    expect(await customer.inputValue()).toBe('Blue Ridge Labs');
  });

  it('should tell after a second that Excel may wait for a cell to be left', async () => {
    const page = await open('log/C-9', 'en', { isSlowWriting: true });

    await log(page);

    await page.getByText('If a cell is being edited, press Enter or Esc in the sheet.', { exact: false }).waitFor();
  });

  it.each(['log/NOPE', 'log/C-8', 'log/C-7', 'log/C-9'])('should speak Chinese in %s', async (route) => {
    const page = await open(route, 'zh-CN', { more: chinese });
    await page.locator('main').getByRole('button').first().waitFor();

    expect((await englishOf(page)).filter((word) => word !== 'NOPE')).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
  });
});

const chinese: Scene['more'] = {
  ...more,
  customers: more.customers!.map((customer, index) => ({ ...customer, name: `客户${index}` })),
};
