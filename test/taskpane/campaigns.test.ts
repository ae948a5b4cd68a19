import { PaneStage, englishOf, languages, scene, violationsOf, written } from './paneStage';

/** Campaigns of the sample: one that runs, with a late line; one that is over. */
const [running, over] = ['M-6XEF6JX6', 'M-0EDN51ZS'];

describe('the campaigns view', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (id = '') => stage.open(scene('en', { sample: true }), { route: `campaigns/${id}` });

  it('should list campaigns with their step, late lines and results, and never a 0 for what nobody can compute', async () => {
    const page = await open();
    const planned = page.getByRole('listitem').filter({ hasText: 'New year trade-in' });

    expect(await planned.getByRole('definition').allInnerTexts()).toEqual(Array(3).fill('not computable'));
    const text = await page.getByRole('listitem').filter({ hasText: 'Spare filter reminder' }).innerText();
    expect(text).toMatch(/Schedule · 3 of 7 lines done · 1 late[^]*\+605%/);
    await page.getByRole('button', { name: '1 late' }).click();
    await page.getByText('1 record in', { exact: false }).waitFor();
  });

  it('should open a campaign with the keyboard and note a line as done today', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Open Spare filter reminder' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Spare filter reminder' }).waitFor();

    await page.getByRole('button', { name: 'Done today: Fix dates and people' }).press('Enter');
    await page.getByText('Noted as done today: Fix dates and people').first().waitFor();

    expect((await written(page))[0]!.updates).toMatchObject([
      { table: 'campaignTasks', field: 'doneAt', before: null, after: 45366 },
    ]);
    await page.getByText('4 of 7 lines done').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 of 7 lines done').waitFor();
  });

  it('should show whom it may address and why others are left out, invite all but one, and take it back', async () => {
    const page = await open(running);
    await page.getByText('13 customers match').waitFor();
    await page.getByRole('button', { name: '9 contacted lately' }).waitFor();
    await page.getByRole('button', { name: 'Show the 3 to invite' }).click();
    expect(await written(page)).toEqual([]);

    await page.getByRole('group', { name: 'Whom to invite' }).getByRole('checkbox').first().uncheck();
    await page.getByRole('button', { name: 'Invite 2' }).click();
    await page.getByText('2 customers invited.').first().waitFor();

    const [change] = await written(page);
    expect(change!.appends.map(({ values }) => [values.campaign, values.state, values.at])).toEqual([
      ['Spare filter reminder', 'invited', 45366],
      ['Spare filter reminder', 'invited', 45366],
    ]);
    await page.getByRole('button', { name: '1 to invite', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    expect((await written(page))[1]!.removals).toHaveLength(2);
  });

  it('should tell won deals without an amount, which the return does not know of, and show them (C-61)', async () => {
    const deal = { id: 'D-1', name: 'Nobody priced it', campaign: over, stage: 'accepted', outcome: 'won' };
    const withDeal = scene('en', { sample: true, more: { opportunities: [deal] } });
    const page = await stage.open(withDeal, { route: `campaigns/${over}` });

    await page.getByRole('button', { name: '1 won deal has no amount and is not in the ROI.' }).click();

    await page.getByText('Nobody priced it').waitFor();
    await page.getByText('1 record in Opportunities').waitFor();
  });

  it('should open the customers behind every reason', async () => {
    const page = await open(running);

    await page.getByRole('button', { name: '9 contacted lately' }).click();

    await page.getByText('9 records in Customers').waitFor();
  });

  it('should say so when there are no campaigns', async () => {
    const page = await stage.open(scene('en'), { route: 'campaigns' });
    await page.getByText('No campaigns yet').waitFor();

    const without = ['campaignTasks', 'campaignMembers', 'audienceRules', 'opportunities'];
    const partial = await stage.open(scene('en', { sample: true, without }), { route: `campaigns/${running}` });
    await partial.getByText('No task lines yet', { exact: false }).waitFor();
  });

  it.each(languages)(
    'should be accessible, fit 320 px and speak one language: %s',
    async (language) => {
      for (const id of ['', running, over]) {
        const page = await stage.open(scene(language, { sample: true }), { route: `campaigns/${id}` });
        expect([id, await violationsOf(page)]).toEqual([id, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        if (language === 'zh-CN') expect([id, await englishOf(page)]).toEqual([id, []]);
        await page.close();
      }
    },
    60_000,
  );
});
