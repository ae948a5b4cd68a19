import type { Page } from 'playwright-core';
import { toSerial } from '../../src/shared/dates';
import type { Language } from '../../src/template/types';
import { today } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';
import { focusOf } from './screens';

const words = {
  en: { table: 'As a table', step: /^From “Proposal and quote” to/, move: /^Move /, lost: 'Lost' },
  'zh-CN': { table: '以表格显示', step: /^从“方案报价”到/, move: /^推进./, lost: '输单' },
} as const;

/** The character that each line begins with; runs in the page. */
function firstOfLines(paragraphs: readonly Element[]): string[] {
  const range = document.createRange();
  return paragraphs.flatMap((paragraph) => {
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const first = new Map<number, { left: number; character: string }>();
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      [...node.textContent!].forEach((character, at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, bottom, width } = range.getBoundingClientRect();
        const line = Math.round(bottom / 10);
        if (width > 0 && left < (first.get(line)?.left ?? Infinity)) first.set(line, { left, character });
      });
    return [...first.values()].map(({ character }) => character);
  });
}

describe('the funnel', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage?.close());

  const open = (route = 'funnel', language: Language = 'en') =>
    stage.open(scene(language, { sample: true }), { route });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const rowsOf = async (page: Page): Promise<number> => {
    const first = page
      .getByRole('listitem')
      .filter({ has: button(page, /^Go to the row/) })
      .first();
    await first.waitFor();
    return Number(await first.getAttribute('aria-setsize'));
  };

  it('should say the biggest leak in a sentence and open the deals that were lost there', async () => {
    const page = await open();

    await page.getByText(/^From “Proposal and quote” only 88% go on to “Customer commitment”; .* 97%/).waitFor();
    await button(page, '2 lost deals').click();

    await page.getByRole('heading', { name: 'Lost at “Proposal and quote”' }).waitFor();
    expect(await rowsOf(page)).toBe(2);
  });

  it('should open the deals behind every figure', async () => {
    const page = await open();
    await button(page, 'As a table').click();
    const figures = page.locator('main button.fui-Link:not([aria-haspopup])');
    const count = await figures.count();
    expect(count).toBeGreaterThan(60);

    for (let at = 0; at < count; at += 4) {
      const name = await figures.nth(at).innerText();
      await figures.nth(at).click();
      const rows = await rowsOf(page);
      expect([name, rows]).toEqual([name, /^\d+( |$)/.test(name) ? Number.parseInt(name, 10) : expect.any(Number)]);
      await button(page, 'Back').click();
      await page.getByRole('heading', { name: 'Sales funnel' }).waitFor();
      await button(page, 'As a table').click();
    }
  });

  it('should tell on demand out of how many, how sure, and who went on, was lost or is still there', async () => {
    const page = await open();

    await button(page, words.en.step).click();

    const panel = page.getByRole('dialog');
    expect(await panel.innerText()).toMatch(/14 of 16 deals went on .*\n+With 95% certainty between 64% and 97%/);
    await panel.getByRole('button', { name: '2 lost here' }).click();
    expect(await rowsOf(page)).toBe(2);
  });

  it('should open the deals that a share is the share of', async () => {
    const page = await open();

    await button(page, 'Win rate: 74%').click();
    await button(page, '14 of 19 decided deals were won.').click();
    await page.getByRole('heading', { name: 'Won or lost' }).waitFor();
    expect(await rowsOf(page)).toBe(19);
    await button(page, 'Back').click();
    await button(page, words.en.step).click();
    await button(page, /^14 of 16 deals went on/).click();

    await page.getByRole('heading', { name: words.en.step }).waitFor();
    expect(await rowsOf(page)).toBe(16);
  });

  it('should keep what closes a sentence with the figure before it', async () => {
    const page = await open('funnel', 'zh-CN');
    const section = page.locator('section').filter({ hasText: '约损失加权金额' });
    const first: string[] = [];
    for (let width = 300; width <= 400; width += 10) {
      await page.setViewportSize({ width, height: 800 });
      first.push(...(await section.locator('p').evaluateAll(firstOfLines)));
    }

    expect(first.length).toBeGreaterThan(20);
    expect(first.filter((character) => /[，。；、！？）”]/.test(character))).toEqual([]);
  });

  it('should put every figure under the filters, and keep them while somebody looks at rows', async () => {
    const page = await open();
    const counts = async () =>
      (await page.getByRole('list', { name: 'Number of deals by stage' }).innerText()).split('\n');
    const before = await counts();

    await page.getByLabel('Owner').selectOption({ label: 'Sam Whitfield' });
    await page.getByLabel('Period').selectOption({ label: 'This year' });

    expect(await counts()).not.toEqual(before);
    const chosen = await button(page, /^\d+ deals$/).innerText();
    await button(page, chosen).click();
    expect(await rowsOf(page)).toBe(Number.parseInt(chosen, 10));
    await button(page, 'Back').click();
    await page.getByText('created or closed in the period').waitFor();
    expect(await page.getByRole('region', { name: 'Targets' }).getByRole('listitem').count()).toBe(1);
    await page.getByLabel('Period').selectOption({ label: 'All time' });
    await page.getByLabel('Owner').selectOption({ label: 'All' });
    await page.getByLabel('Source').selectOption({ label: 'Website' });
    await page.getByText('Targets are set for people and products, not for sources.').waitFor();
    await button(page, 'Show all').first().click();
    await button(page, '60 deals').waitFor();
  });

  it.each(languages)(
    'should offer choices whose deals add up to all, namesakes told apart, in %s',
    async (language) => {
      const deal = { customer: 'C-1', stage: 'met', createdAt: today - 9 };
      const owners = ['U-7', 'U-8', 'U-9', '1', null, '2'];
      const more = {
        team: [7, 8, 9].map((id) => ({
          id: `U-${id}`,
          name: id === 9 ? '9' : '1',
          role: id === 7 ? 'rep' : 'manager',
        })),
        opportunities: owners.map((owner, at) => ({ ...deal, id: `D-9${at}`, name: `${at}`, owner })),
      };
      const page = await stage.open(scene(language, { empty: true, more }), { route: 'funnel' });
      const selects = page.getByRole('group').first().getByRole('combobox');
      const deals = (on: Page, count: string) => button(on, new RegExp(`^${count} (deals?|个商机)$`)).first();
      const summed = async (at: number) => {
        const labels = await selects.nth(at).getByRole('option').allInnerTexts();
        const counts: number[] = [];
        for (const label of [...labels.slice(1), labels[0]!]) {
          await selects.nth(at).selectOption({ label });
          counts.push(Number.parseInt(await deals(page, '\\d+').innerText(), 10));
        }
        return { labels, counts };
      };

      const [owner, source, product] = [await summed(1), await summed(2), await summed(3)];

      expect(owner.counts).toEqual([1, 1, 1, 3, 6]);
      expect([source.counts, product.counts]).toEqual([
        [6, 6],
        [6, 6],
      ]);
      expect(owner.labels.filter((label) => /^1 · /.test(label))).toHaveLength(2);
      const unclear = { en: ['(nobody / unclear)', '(not set)'], 'zh-CN': ['（无人负责或不明确）', '（未填写）'] }[
        language
      ];
      expect([owner.labels.at(-1), source.labels.at(-1)]).toEqual(unclear);
      await selects.nth(1).selectOption({ label: unclear[0]! });
      await deals(page, '3').click();
      await page.locator('main [aria-setsize="3"]').first().waitFor();
      if (language === 'zh-CN') expect(await englishOf(page)).toEqual([]);
    },
  );

  it('should move a stuck deal with its checklist said, in one write that can be taken back', async () => {
    const page = await open();
    await page.getByText(/^Met the customer · usually at most \d+ days · \$18\.4K weighted · Sam Whitfield$/).waitFor();
    await button(page, words.en.move).first().click();
    await page.getByText('Met the customer: A named contact and their role').waitFor();
    expect(await button(page, 'Go on without the checklist').count()).toBe(1);

    await page.getByRole('checkbox', { name: 'This is done' }).check();
    await button(page, 'Move').click();

    await page.getByText('“Kestrel Airlines Lounge: espresso machines” is updated').first().waitFor();
    const [change] = await written(page);
    const updates = Object.fromEntries(change!.updates.map(({ field, after }) => [field, after]));
    expect(updates).toEqual({ stage: 'found', stageSince: today, exitDone: 'met' });
    expect(change!.appends).toMatchObject([
      { table: 'stageHistory', values: { stage: 'found', enteredAt: today, checklistDone: true } },
    ]);
    expect(await focusOf(page)).toBe('Move a deal');
    await button(page, 'Undo').click();
    await page.getByText('Taken back.').first().waitFor();
    expect(await focusOf(page)).toBe('Taken back.');
  });

  it('should lose a deal only with a reason, and open it again', async () => {
    const page = await open('move/D-GRB1AW6H');

    await page.getByRole('radio', { name: 'Lost' }).check();
    await button(page, 'Mark as lost').click();
    await page.getByText('Choose the reason').waitFor();
    expect(await written(page)).toEqual([]);
    await page.getByLabel('Why was it lost?').selectOption({ label: 'Price' });
    await page.getByLabel('Lost to (competitor)').fill('Bolt');
    await button(page, 'Mark as lost').click();

    await button(page, 'Open again').click();
    await page.waitForFunction(() => window.calls.filter(([name]) => name === 'apply').length === 2);
    const [lost, reopened] = (await written(page)).map(({ updates }) =>
      Object.fromEntries(updates.map(({ field, after }) => [field, after])),
    );
    expect(lost).toMatchObject({ outcome: 'lost', lostReason: 'price', competitor: 'Bolt', closedAt: today });
    expect(reopened).toMatchObject({ outcome: null, lostReason: null, closedAt: null });
  });

  it('should tell of a move that is made again after it was taken back, or after it was refused', async () => {
    const theirs = {
      table: 'opportunities',
      id: 'D-0-0',
      field: 'stage',
      before: 'met',
      after: 'found',
      current: 'won',
    };
    const refused = { appended: 0, updated: 0, alreadyDone: 0, conflicts: [{ ...theirs, reason: 'changed' as const }] };
    const page = await stage.open(scene('en', { outcomes: [refused] }), { route: 'move/D-0-0' });
    const move = () => page.locator('button[type=submit]').click();
    const conflict = page.getByText('somebody else', { exact: false }).first();
    await move();
    await conflict.waitFor();

    await move();
    await conflict.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    await move();

    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await page.getByText('Taken back.').count()).toBe(0);
    expect((await written(page)).map(({ action }) => action)).toEqual(['moveDeal', 'moveDeal', 'undo', 'moveDeal']);
  });

  it('should refuse a day that the history has passed, in words and dates of people', async () => {
    const page = await open('move/D-GRB1AW6H');

    await page.getByLabel('Day').fill('2024-01-02');

    await page.getByRole('alert').getByText('so Jan 2, 2024 is too early').waitFor();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    expect(await written(page)).toEqual([]);
  });

  it('should be done with the keyboard alone: from a figure to its rows, a row to its move, and the move itself', async () => {
    const page = await open();
    await button(page, 'Opportunity confirmed: 8').focus();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Opportunity confirmed' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Move /);
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Move a deal' }).waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    for (let at = 0; at < 8; at += 1) {
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (/^(Mark as won|Go on without the checklist)$/.test(text)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');

    await page
      .getByText(/is updated; its history has a new line/)
      .first()
      .waitFor();
    const [change] = await written(page);
    expect(change!.updates).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'outcome', after: 'won' })]),
    );
  });

  it('should put the chart into the sheet and say where it went', async () => {
    const page = await open();

    await button(page, 'Put into the sheet').click();

    await page.getByText('The funnel is on the sheet “Sheet1”, from cell B3 on.').first().waitFor();
    expect(await callsOf(page, 'insertFunnel')).toEqual([[]]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    expect(await callsOf(page, 'removeChart')).toMatchObject([[{ sheet: 'Sheet1', cell: 'B3' }]]);
  });

  it('should go to the row of a stuck deal and of a target', async () => {
    const page = await open();

    await button(page, /^Go to the row of Kestrel/).click();
    await button(page, 'Go to the row of Whole team').click();

    expect(await callsOf(page, 'selectRecord')).toEqual([
      ['opportunities', expect.stringMatching(/^D-/)],
      ['targets', 'Q-ZXE765SC'],
    ]);
  });

  it('should say what is missing, and show what can be shown', async () => {
    const show = async (more: Parameters<typeof scene>[1], text: string | RegExp, route = 'funnel') => {
      const page = await stage.open(scene('en', more), { route });
      await page.getByText(text).first().waitFor();
      return page;
    };

    await show({ empty: true }, 'No deals yet');
    await show({ sample: true, without: ['opportunities'] }, 'The table Opportunities is missing in this workbook');
    await show({ sample: true, without: ['stages'] }, 'The stages are missing');
    await show(
      { sample: true, without: ['targets', 'stageHistory', 'team', 'products'] },
      'This workbook has no Targets table.',
    );
    await show({ sample: true }, 'This deal is no longer in the workbook', 'move/D-NOBODY');
    const readOnly = await show({ sample: true, readOnly: true }, 'Biggest leak');
    expect(await button(readOnly, words.en.move).first().isDisabled()).toBe(true);
    expect(await button(readOnly, 'Put into the sheet').isDisabled()).toBe(true);
  });

  it('should show hostile text as text', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://x")',
      `\u202Eevil ${'x'.repeat(32_000)}`,
      '😀'.repeat(90),
    ];
    const opportunities = names.map((name, at) => ({
      ...{ id: `D-H${at}`, name, customer: 'C-1', stage: 'met', amount: 900_000, competitor: name },
      createdAt: toSerial('2023-01-02'),
    }));
    const page = await stage.open(scene('en', { more: { opportunities } }), { route: 'funnel' });

    for (const name of names.slice(0, 2)) await page.getByText(name, { exact: true }).first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.evaluate(() => (location.hash = '/move/D-H2'));
    await page.getByRole('heading', { name: 'Move a deal' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it.each(languages)('should be accessible, fit 320 px and speak one language: %s', async (language) => {
    const page = await open('funnel', language);
    const text = words[language];
    const look = async (place: string) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const english = language === 'zh-CN' ? await englishOf(page) : [];
      return [...(width > 320 ? [`${width} px`] : []), ...english, ...(await violationsOf(page))].map(
        (found) => `${place}: ${found}`,
      );
    };

    const found = await look('chart');
    await page.getByRole('button', { name: text.step }).click();
    found.push(...(await look('share')));
    await page.keyboard.press('Escape');
    await page.locator('nav:not([aria-hidden])').waitFor();
    await page.getByRole('button', { name: text.table }).click();
    found.push(...(await look('table')));
    await page.getByRole('button', { name: text.move }).first().click();
    await page.getByRole('radio').first().waitFor();
    found.push(...(await look('move')));
    await page.getByRole('radio', { name: text.lost }).check();
    await page.locator('form button[type=submit]').click();
    found.push(...(await look('loss')));

    expect(found).toEqual([]);
  });
});
