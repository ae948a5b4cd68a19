import { PaneStage, englishOf, languages, scene, violationsOf, written } from './paneStage';

const parts = ['queue', 'escalations', 'complaints', 'feedback'];

describe('the service view', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (part = '', more = {}) =>
    stage.open(scene('en', { sample: true, ...more }), { route: `service/${part}` });

  it('should list open tickets by their clocks, in words, and answer one with the keyboard alone', async () => {
    const page = await open();
    const items = page.getByRole('list', { name: 'All open' }).getByRole('listitem');
    expect(await items.first().innerText()).toMatch(
      /Grinder is blocked\s+Late[^]*Resolution late by 4 working days 1 h/,
    );
    const waiting = items.filter({ hasText: 'Invoice shows the wrong quantity' }).first();
    expect(await waiting.innerText()).toContain('First response late by 1 working day 5 h');

    await waiting.getByRole('button', { name: 'Responded: Invoice shows the wrong quantity' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('First response noted: Invoice shows the wrong quantity').first().waitFor();

    const [change] = await written(page);
    expect(change).toMatchObject({ action: 'ticketState', appends: [], removals: [] });
    expect(change!.updates).toMatchObject([
      { table: 'tickets', field: 'status', before: 'submitted', after: 'inProgress' },
      { field: 'firstResponseAt', before: null, after: 45366.625 },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').first().waitFor();
    expect((await written(page))[1]).toMatchObject({
      action: 'undo',
      updates: [{ after: 'submitted' }, { after: null }],
    });
  });

  it('should resolve and reopen a ticket, counting that it came back', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Resolve: Grinder is blocked' }).click();
    await page.getByText('Resolved: Grinder is blocked').first().waitFor();

    await page.getByRole('combobox', { name: 'Show' }).selectOption('finished');
    const grinder = page.getByRole('listitem').filter({ hasText: 'Driftwood Resorts' });
    await grinder.getByRole('button', { name: 'Reopen: Grinder is blocked' }).click();
    await page.getByText('Reopened: Grinder is blocked').first().waitFor();

    expect((await written(page))[1]!.updates).toContainEqual(expect.objectContaining({ field: 'reopened', after: 1 }));
  });

  it('should open the tickets behind a figure, and come back to the same part', async () => {
    const page = await open('complaints');
    await page.getByRole('definition').first().getByRole('button', { name: '3' }).click();
    await page.getByRole('heading', { name: 'Open complaints' }).waitFor();
    expect(await page.getByText('3 records in Tickets').count()).toBe(1);

    await page.getByRole('button', { name: 'Back' }).click();

    await page.getByText('Every complaint goes through five steps').waitFor();
    await page.getByRole('button', { name: '1.2' }).click();
    await page.getByRole('heading', { name: 'Resolved complaints' }).waitFor();
    expect(await page.getByText('3 records in Tickets').count()).toBe(1);
  });

  it('should note the next step of a complaint, and that a customer was told of a suggestion', async () => {
    const page = await open('complaints');
    await page.getByRole('button', { name: /^Acknowledge: done/ }).click();
    await page
      .getByText(/^Noted: Acknowledge/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Feedback' }).click();
    await page.getByRole('button', { name: /^Customer told/ }).click();
    await page
      .getByText(/^Noted as told today/)
      .first()
      .waitFor();

    expect((await written(page)).map(({ updates }) => updates.map(({ field }) => field))).toEqual([
      ['acknowledgedAt'],
      ['repliedAt'],
    ]);
  });

  it('should show scores with their error and number of answers, and each quarter its answers', async () => {
    const page = await open('feedback');

    const scores = await page.getByRole('definition').allInnerTexts();
    expect(scores.slice(0, 6)).toEqual(['83%', '± 11%', '12', '44', '± 20', '16']);
    await page.getByRole('button', { name: '88% (n 8)' }).click();
    await page.getByText('8 records in Surveys').waitFor();
  });

  it('should say so when there are no tickets, and write nothing in a read-only workbook', async () => {
    const empty = await stage.open(scene('en'), { route: 'service' });
    await empty.getByText('No tickets yet').waitFor();
    const partial = await open('', { without: ['tickets'] });
    await partial.getByText('The table Tickets is missing in this workbook').waitFor();
    expect(await partial.getByText('No tickets yet').count()).toBe(0);
    const page = await open('', { readOnly: true });

    const answers = page.getByRole('button', { name: /^(Responded|Resolve|Wait for customer):/ });
    expect(await answers.count()).toBeGreaterThan(3);
    for (const button of await answers.all()) expect(await button.isDisabled()).toBe(true);
  });

  it('should say what went wrong and try again', async () => {
    const page = await open('', { outcomes: ['cellEditMode'] });
    await page.getByRole('button', { name: 'Resolve: Grinder is blocked' }).click();
    await page.getByRole('alert').waitFor();

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Resolved: Grinder is blocked').first().waitFor();
  });

  it.each(languages)(
    'should be accessible, fit 320 px and speak one language: %s',
    async (language) => {
      for (const part of parts) {
        const page = await stage.open(scene(language, { sample: true }), { route: `service/${part}` });
        await page.locator(`[role=tab][value=${part}]`).waitFor();
        expect([part, await violationsOf(page)]).toEqual([part, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        if (language === 'zh-CN') expect([part, await englishOf(page)]).toEqual([part, []]);
        await page.close();
      }
    },
    60_000,
  );
});
