import type { Page } from 'playwright-core';
import { today } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';

const words = {
  en: {
    who: 'Who are you?',
    more: /^More for/,
    snooze: 'Snooze…',
    give: 'Give to somebody else…',
    since: /^Since/,
    whose: 'Whose',
    kind: 'Kind',
    menu: 'More',
    me: 'Who I am',
  },
  'zh-CN': {
    who: '您是哪位？',
    more: /的更多操作$/,
    snooze: '稍后提醒…',
    give: '转交他人…',
    since: /^自/,
    whose: '范围',
    kind: '类别',
    menu: '更多',
    me: '我的身份',
  },
} as const;

describe('Today', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  /** Opens the pane again on the same machine. */
  const again = async (page: Page) => {
    await page.reload();
    await page.evaluate((given) => {
      window.calls = window.pane.mount(given, given.language);
    }, scene('en'));
    await page.locator('h1').waitFor();
  };
  const cards = (page: Page) => page.getByRole('list', { name: 'What waits, the most urgent first' }).locator('> li');

  it('should list what waits with lateness, reason and owner, and lead to its row', async () => {
    const page = await stage.open(scene('en'));
    const first = cards(page).first();

    const text = await first.innerText();

    expect(text).toContain('Harbor Freight & Marine Supply International');
    expect(text).toContain('17 days late');
    expect(text).toContain('Key customers, every week; last revisit Feb 20, 2024');
    expect(text).toContain('Ana Reyes · $90K at stake');
    await first.getByRole('button', { name: /^Go to the row/ }).click();
    expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-1']]);
  });

  it('should read only what it declares', async () => {
    const page = await stage.open(scene('en', { sample: true }));

    const [[needs]] = (await callsOf(page, 'read')) as [[Record<string, string[]>]];

    expect(needs.customers).toContain('snoozeUntil');
    expect(Object.values(needs).flat()).not.toContain('note');
    expect(await cards(page).count()).toBeLessThan(30);
    expect(await cards(page).first().getAttribute('aria-setsize')).toBe('55');
  });

  it('should ask once who works here, show a supervisor the own people, and let that be changed', async () => {
    const page = await stage.open(scene('en'));
    const all = await cards(page).count();
    await page.getByRole('combobox', { name: 'Person' }).selectOption('Ana Reyes');
    await page.getByRole('button', { name: "That's me" }).click();

    const whose = page.getByRole('combobox', { name: 'Whose' });
    expect(await whose.inputValue()).toBe('me');
    expect(await whose.innerText()).not.toContain('My people');

    await again(page);
    expect(await page.getByText('Who are you?').count()).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Who I am' }).click();
    await page.getByRole('radio', { name: 'Boris Lind' }).check();
    await page.getByRole('main').getByRole('button', { name: 'Today' }).click();
    expect(await whose.inputValue()).toBe('team');
    expect(await cards(page).count()).toBe(all);
    await whose.selectOption('me');
    await page.getByText('All done').waitFor();
    await page.getByRole('button', { name: /^Show everybody/ }).click();
    expect(await cards(page).count()).toBe(all);
  });

  it('should work without an answer', async () => {
    const page = await stage.open(scene('en'));

    await page.getByRole('button', { name: 'Not now' }).click();
    await again(page);

    expect(await page.getByText('Who are you?').count()).toBe(0);
    expect(await cards(page).count()).toBeGreaterThan(0);
  });

  it('should snooze with a reason by keyboard, and take it back', async () => {
    const page = await stage.open(scene('en'));
    const count = await cards(page).count();
    await page.getByRole('button', { name: /^More for Harbor/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Snooze…' }).waitFor();
    for (let step = 0; step < 9; step += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Snooze…') break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Why').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Say why, so that others understand.').waitFor();
    expect(await written(page)).toEqual([]);

    await page.getByRole('dialog').getByLabel('Why').pressSequentially('=HYPERLINK() on holiday');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByText('waits until Mar 22, 2024.').first().waitFor();
    expect(await written(page)).toMatchObject([
      {
        action: 'postpone',
        updates: [
          { table: 'customers', id: 'C-1', field: 'snoozeUntil', after: today + 7 },
          { field: 'note', after: '2024-03-15 → 2024-03-22: =HYPERLINK() on holiday' },
        ],
      },
    ]);
    await page.waitForFunction(
      (left) => document.querySelectorAll('ul[aria-label^="What waits"] > li').length === left,
      count - 1,
    );
    expect(await page.getByRole('button', { name: /^More for Harbor/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
  });

  it('should settle what is done with one click', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('money');
    const first = cards(page).first();
    const name = (await first.innerText()).split('\n')[0]!;

    await first.getByRole('button', { name: /^Paid/ }).click();
    await page.getByText(`Paid: ${name}`).first().waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('ticket');
    await cards(page)
      .first()
      .getByRole('button', { name: /^(Answered|Solved)/ })
      .click();
    await page
      .getByText(/^(Answered|Solved): /)
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('milestone');
    await cards(page).first().getByRole('button', { name: /^Done/ }).click();
    await page
      .getByText(/^Done: /)
      .first()
      .waitFor();

    expect(await written(page)).toMatchObject([
      { action: 'collectOrder', updates: [{ table: 'orders', field: 'collectedAt', after: today }, {}] },
      { action: 'ticketState', updates: [{ table: 'tickets' }, {}] },
      { action: 'noteDone', updates: [{ table: 'milestones', field: 'doneAt', after: today }] },
    ]);
  });

  it('should open the form that settles a deal or a revisit', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('deal');

    await cards(page).first().getByRole('button', { name: /^Move/ }).click();

    await page.waitForURL(/#\/move\//);
  });

  it('should say of whom nothing ever falls due, why, and what to do', async () => {
    const page = await stage.open(scene('en'));

    await page.getByRole('button', { name: '1 customer without a date to count from' }).click();
    await page.getByText('Log a revisit, or fill in “Created”.').waitFor();
    await page.getByRole('button', { name: 'Log: Quiet Co.' }).click();

    await page.getByRole('heading', { name: 'Log a revisit' }).waitFor();
  });

  it('should give something to somebody else, knowing what they have to do', async () => {
    const page = await stage.open(scene('en'));
    await page.getByRole('button', { name: /^More for Harbor/ }).click();
    await page.getByRole('menuitem', { name: 'Give to somebody else…' }).click();
    const boris = page.getByRole('radio', { name: /Boris Lind/ });
    expect(await page.getByRole('dialog').innerText()).toMatch(/Boris Lind\s+\d+ waiting/);

    await boris.check();
    await page.getByRole('button', { name: 'Give over' }).click();

    await page.getByText('is now with Boris Lind.').first().waitFor();
    expect(await written(page)).toMatchObject([
      { action: 'reassign', updates: [{ table: 'customers', id: 'C-1', field: 'owner', after: 'Boris Lind' }] },
    ]);
  });

  it('should call and write only to what is a number and an address, and let both be copied', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    await page.getByRole('button', { name: 'More for Cedar & Stone Restaurants' }).first().click();

    const call = page.getByRole('menuitem', { name: /^Call/ });
    const mail = page.getByRole('menuitem', { name: /^Write to/ });

    expect(await call.getAttribute('href')).toMatch(/^tel:\+?\d+$/);
    expect(await mail.getAttribute('href')).toMatch(/^mailto:[^?]+@[^?]+\?subject=Cedar%20%26%20Stone/);
    expect(await page.getByRole('menuitem', { name: /^Copy the/ }).count()).toBe(2);
  });

  it('should say nothing of changes the first time, and what happened since on the next', async () => {
    const page = await stage.open(scene('en'));
    expect(await page.getByRole('button', { name: /^Since/ }).count()).toBe(0);
    await page.evaluate(() => {
      const key = 'workbook-crm.seen.W-1';
      const seen = JSON.parse(localStorage.getItem(key)!) as { at: number; items: string[] };
      const items = [...seen.items.filter((item) => item !== 'revisit customers C-1'), 'revisit customers C-5'];
      localStorage.setItem(key, JSON.stringify({ at: seen.at - 1, items }));
    });

    await again(page);
    const line = page.getByRole('button', { name: /^Since Mar 14, 2024 15:00: 1 new, 1 settled/ });
    await line.click();

    await page.getByRole('button', { name: 'Lakeside Foods', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Harbor Freight & Marine Supply International', exact: true }).click();
    expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-1']]);
  });

  it('should not stumble over what somebody else left in its memory', async () => {
    const page = await stage.open(scene('en'));
    await page.evaluate(() => localStorage.setItem('workbook-crm.seen.W-1', '{"at":"x"'));

    await again(page);

    expect(await cards(page).count()).toBeGreaterThan(0);
  });

  it('should take off the list what was done without reading the workbook again', async () => {
    const page = await stage.open(scene('en', { sample: true }));
    const readings = await callsOf(page, 'read');
    const paid = cards(page).filter({ has: page.getByRole('button', { name: /^Paid/ }) });
    const size = Number(await paid.first().getAttribute('aria-setsize'));

    await paid.first().getByRole('button', { name: /^Paid/ }).click();

    await page
      .locator(`li[aria-setsize="${size - 1}"]`)
      .first()
      .waitFor();
    expect(await callsOf(page, 'read')).toEqual(readings);
  });

  it('should keep the list on the screen while it is read again, with the item marked as done at once', async () => {
    // Formulas of the person's own may show something else now: only a reading tells.
    const report = { appended: 0, updated: 1, alreadyDone: 0, conflicts: [], recalculated: true };
    const page = await stage.open(scene('en', { sample: true, isSlowAfterwards: true, outcomes: [report] }));
    const paid = cards(page)
      .filter({ has: page.getByRole('button', { name: /^Paid/ }) })
      .first();

    await paid.getByRole('button', { name: /^Paid/ }).click();

    await paid.getByText('done', { exact: true }).waitFor();
    expect(await paid.getAttribute('aria-setsize')).toBe('55');
    expect(await paid.getByRole('button', { name: /^Paid/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('should change nothing in a workbook that is read-only', async () => {
    const page = await stage.open(scene('en', { readOnly: true }));
    expect(await cards(page).first().getByRole('button', { name: /^Log/ }).isDisabled()).toBe(true);
    await cards(page)
      .first()
      .getByRole('button', { name: /^More for/ })
      .click();

    const snooze = page.getByRole('menuitem', { name: 'Snooze…' });

    expect(await snooze.getAttribute('aria-disabled')).toBe('true');
  });

  describe.each(languages)('in %s', (language) => {
    const { who, more, snooze, give, menu, me } = words[language];

    it('should be accessible, complete in its language and fit 320 px, with everything open', async () => {
      const page = await stage.open(scene(language));
      const found: string[] = [];
      const look = async (place: string) => {
        found.push(...(await violationsOf(page)).map((violation) => `${place}: ${violation}`));
        if (language === 'zh-CN') found.push(...(await englishOf(page)).map((word) => `${place}: ${word}`));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) found.push(`${place}: ${width} px`);
      };

      await page.getByText(who).waitFor();
      await look('first day');
      for (const entry of [snooze, give]) {
        await page.getByRole('button', { name: more }).first().click();
        await look('menu');
        await page.getByRole('menuitem', { name: entry }).click();
        await page.getByRole('dialog').waitFor();
        await look(entry);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: menu, exact: true }).click();
      await look('navigation');
      await page.getByRole('menuitem', { name: me }).click();
      await page.getByRole('radiogroup').waitFor();
      await look('me');

      expect(found).toEqual([]);
    });
  });
});
