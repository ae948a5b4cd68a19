import { today, type Scene } from './fakeHome';
import { PaneStage, callsOf, englishOf, languages, scene, violationsOf, written } from './paneStage';

/** Somebody with too much to do, somebody who left, neglected customers and one without an owner. */
const busy: Scene['more'] = {
  team: [
    { id: 'U-8', name: 'Gus', active: false },
    { id: 'U-9', name: 'Cyd', capacity: 2, industries: 'Hotels', active: true, email: 'cyd@x' },
  ],
  customers: [
    { id: 'C-80', name: '<img src=x onerror=alert(1)>\u202e', owner: 'U-8', createdAt: today - 30 },
    { id: 'C-90', name: '+1', owner: 'U-9', createdAt: today - 300 },
    { id: 'C-91', name: '@2', owner: 'U-9', createdAt: today - 300 },
    { id: 'C-92', name: '3 \ud83d', owner: 'U-9', createdAt: today - 40 },
    { id: 'C-93', name: '9'.repeat(32_000), industry: 'Hotels', createdAt: today - 3 },
  ],
};

/** Words that are names in the records themselves. */
const foreign = (words: string[]) => words.filter((word) => !/^(img|src|x|onerror|alert|Gus|Cyd)$/.test(word));

describe('the team view', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const sample = (route = 'team') => stage.open(scene('en', { sample: true }), { route });
  const small = (route: string, more = {}) => stage.open(scene('en', { more }), { route });

  it('should show the visits of everybody by week as a table, and open those behind a cell with the keyboard', async () => {
    const page = await sample();
    const sam = page.getByRole('row', { name: /Sam Whitfield/ });
    expect(await sam.getByRole('cell').allInnerTexts()).toEqual(['4', '3', '5', '4', '4', '4', '5', '4']);

    await sam.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Sam Whitfield, week of Mar 18, 2024' }).waitFor();
    await page.getByText('3 records in Customers').waitFor();
  });

  it('should open the visits of a load with a click, and break no date, in 320 px', async () => {
    const page = await sample();
    const weeks = page.locator('thead abbr');
    // The longest that a date of a week gets.
    await weeks.evaluateAll((dates) => dates.forEach((date) => (date.textContent = '12/28')));
    const [starts, widths] = [
      await weeks.evaluateAll((dates) => dates.map((date) => date.getBoundingClientRect().left)),
      await weeks.evaluateAll((dates) => dates.map((date) => date.getBoundingClientRect().width)),
    ];

    expect(await weeks.evaluateAll((dates) => dates.map((date) => date.getClientRects().length))).not.toContain(2);
    starts.slice(1).forEach((start, at) => expect(start).toBeGreaterThan(starts[at]! + widths[at]! + 1));
    await page
      .getByRole('button', { name: /visits \(\d+%\)/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Due in 7 days: / }).waitFor();
  });

  it('should show a person with what he holds, and hand some of it over after showing it', async () => {
    const page = await sample();
    await page.getByRole('button', { name: 'Open Sam Whitfield' }).click();
    await page.getByRole('heading', { name: 'Sam Whitfield' }).waitFor();
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Priya Nair' });
    await page.getByRole('radio', { name: 'Some customers' }).check();
    await page.getByRole('list', { name: 'Customers to hand over' }).getByRole('checkbox').first().check();

    await page.getByRole('button', { name: 'Show what changes' }).click();
    const preview = page.getByRole('group', { name: 'Sam Whitfield → Priya Nair' });
    expect((await preview.getByRole('definition').allInnerTexts())[0]).toBe('1');
    expect(await written(page)).toEqual([]);
    await preview.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('1 customer handed over to Priya Nair.').first().waitFor();

    const [change] = await written(page);
    expect(change!.updates.filter(({ table }) => table === 'customers')).toMatchObject([{ field: 'owner' }]);
    expect(change!.appends).toMatchObject([{ table: 'ownerHistory', values: { kind: 'handover' } }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
  });

  it('should propose who takes a customer without an owner, and give him away in one click', async () => {
    const page = await small('team/pool', { customers: [{ id: 'C-70', name: 'Free Ltd' }] });
    const free = page.getByRole('listitem').filter({ hasText: 'Free Ltd' });
    await free.getByRole('button', { name: 'Go to the row of Free Ltd' }).click();
    expect(await callsOf(page, 'selectRecord')).toEqual([['customers', 'C-70']]);
    // Its owner cell says "?": a data problem, not a free customer.
    expect(await page.getByText('Quiet Co.').count()).toBe(0);
    expect(await free.innerText()).toContain('Nothing speaks for anybody in particular.');

    await page.evaluate(() => localStorage.setItem('workbook-crm.me', 'U-1'));
    await page.getByRole('tab', { name: 'Workload' }).click();
    await page.getByRole('tab', { name: 'Pool' }).click();
    await page.getByRole('button', { name: 'Claim for me' }).click();
    await page.getByText('Free Ltd now belongs to Ana Reyes.').first().waitFor();

    expect((await written(page))[0]).toMatchObject({
      updates: [{ table: 'customers', id: 'C-70', field: 'owner', after: 'Ana Reyes' }],
      appends: [{ values: { kind: 'claim', to: 'U-1' } }],
    });
  });

  it('should list who has to be told, with a message, and note each once', async () => {
    const page = await small('team/notices');
    const ana = page.getByRole('listitem').filter({ hasText: 'Ana Reyes' }).first();
    expect(await ana.innerText()).toContain('Harbor Freight & Marine Supply International: revisit was due');
    const link = await ana.getByRole('link', { name: 'Write an e-mail to Ana Reyes' }).getAttribute('href');
    expect(decodeURIComponent(link!)).toContain('Harbor Freight & Marine Supply International');

    await ana.getByRole('button', { name: 'Note as told: Ana Reyes' }).click();
    await page.getByText('Noted: Ana Reyes was told today.').first().waitFor();

    const [change] = await written(page);
    expect(new Set(change!.appends.map(({ values }) => values.person))).toEqual(new Set(['U-1']));
    expect(await page.getByRole('button', { name: 'Note as told: Ana Reyes' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Note as told: Ana Reyes' }).waitFor();
  });

  it('should tell when a milestone is due, not when to remind of it, and call customers without a name by their id', async () => {
    const customers = [{ id: 'C-70', name: null, owner: 'U-1', createdAt: today - 300 }];
    const milestones = [{ id: 'MS-7', name: 'Plan', customer: 'C-70', owner: 'U-1', dueAt: today + 10 }];
    const page = await small('team/notices', { customers, milestones });
    const ana = page.getByRole('listitem').filter({ hasText: 'Ana Reyes' }).first();

    const mail = ana.getByRole('link', { name: 'Write an e-mail to Ana Reyes' });
    const lines = decodeURIComponent((await mail.getAttribute('href'))!);
    expect(lines).toContain('- Plan, C-70: due Mar 25, 2024 (in charge)');
    expect(lines).toContain('- C-70: revisit was due');
    await ana.getByRole('button', { name: 'Note as told: Ana Reyes' }).click();
    await page.getByText('Noted: Ana Reyes was told today.').first().waitFor();

    const rows = (await written(page))[0]!.appends.map(({ values }) => values);
    expect(rows.find(({ kind }) => kind === 'milestone')).toMatchObject({ dueAt: today - 5, milestone: 'MS-7' });
    expect(await ana.getByText('Plan, C-70').count()).toBe(0);
  });

  it('should spread the visits only after showing which', async () => {
    const page = await sample();
    await page.getByRole('button', { name: 'Spread the visits…' }).click();
    const preview = page.getByRole('group', { name: /would move/ });
    const apply = preview.getByRole('button', { name: /^Move \d+ visit/ });
    const before = Number((await apply.innerText()).match(/\d+/)![0]);
    expect(await written(page)).toEqual([]);

    await preview.getByRole('checkbox').first().uncheck();
    await apply.click();
    await page
      .getByText(/visits? moved\./)
      .first()
      .waitFor();

    const [change] = await written(page);
    expect(new Set(change!.updates.map(({ field }) => field))).toEqual(new Set(['nextAt']));
    expect(change!.updates.length).toBe(before - 1);
  });

  it('should say who fits a customer and why, warn of too much work, and recycle only what stays ticked', async () => {
    const page = await small('team', busy);
    await page.getByRole('button', { name: '3 (too much): Cyd, week of Mar 11, 2024' }).waitFor();
    await page.getByRole('tab', { name: 'Pool' }).click();
    await page.getByText('Cyd: knows the industry').first().waitFor();

    await page.getByRole('button', { name: /^Cyd \d+%: takes 999/ }).click();
    await page
      .getByText(/now belongs to Cyd\./)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Show who may be put back…' }).click();
    await page.getByRole('checkbox', { name: /^@2: protected until/ }).uncheck();
    await page.getByRole('button', { name: 'Put 1 back' }).click();
    await page.getByText('1 customer put back into the pool.').first().waitFor();

    expect(
      (await written(page)).map(({ action, updates }) => [action, updates.map(({ id, after }) => [id, after])]),
    ).toEqual([
      ['claimCustomer', [['C-93', 'Cyd']]],
      ['recycleCustomers', [['C-90', null]]],
    ]);
  });

  it('should hand over everything of somebody who left, hostile names and all', async () => {
    const page = await small('team/handover', busy);
    await page.getByRole('button', { name: 'Hand over what Gus holds' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Cyd' });
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('group', { name: 'Gus → Cyd' }).getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('1 customer handed over to Cyd.').first().waitFor();

    expect((await written(page))[0]!.updates).toMatchObject([{ id: 'C-80', before: 'U-8', after: 'Cyd' }]);
    await page.getByRole('tab', { name: 'Notices' }).click();
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  });

  it('should say so when there is no team', async () => {
    const page = await stage.open(scene('en', { without: ['team'] }), { route: 'team' });

    await page.getByText('The table Team is missing in this workbook').waitFor();
  });

  it('should show hostile names as text', async () => {
    const page = await small('team/handover');
    await page.getByRole('combobox', { name: 'From' }).selectOption({ label: 'Boris Lind' });
    await page.getByRole('radio', { name: 'Some customers' }).check();

    await page.getByRole('checkbox', { name: 'Acme <b>Robotics</b>' }).waitFor();
  });

  it.each(languages)(
    'should be accessible, fit 320 px and speak one language: %s',
    async (language) => {
      for (const part of ['load', 'pool', 'handover', 'notices']) {
        for (const given of [scene(language, { sample: true }), scene(language, { more: busy })]) {
          const page = await stage.open(given, { route: `team/${part}` });
          await page.locator(`[role=tab][value=${part}]`).waitFor();
          expect([part, await violationsOf(page)]).toEqual([part, []]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
          if (language === 'zh-CN') expect([part, foreign(await englishOf(page))]).toEqual([part, []]);
          await page.close();
        }
      }
    },
    90_000,
  );
});
