/** What is open or half done when the workbook is read again, with what co-authors wrote meanwhile. */
import type { Page } from 'playwright-core';
import type { Changeset, FieldChange } from '../../src/crm/changeset';
import { sampleRecords } from '../../src/template/sample';
import { today } from './fakeHome';
import { callsOf, PaneStage, scene, written } from './paneStage';

let stage: PaneStage;

beforeAll(async () => {
  stage = await PaneStage.raise();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const reads = async (page: Page) => (await callsOf(page, 'read')).length;
const update = (table: string, id: string, field: string, after: FieldChange['after']): FieldChange => ({
  ...{ table, id, field, before: null, after },
});

/** A co-author writes. */
const theyWrite = (page: Page, change: Partial<Changeset>) =>
  page.evaluate((wrote) => window.pane.coauthor(wrote), change);

const readAgain = async (page: Page) => {
  const before = await reads(page);
  await page.locator('h1').first().click();
  await page.keyboard.press('r');
  await page.waitForFunction((count) => window.calls.filter(([name]) => name === 'read').length > count, before);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
};

describe('a draft of the set-up', () => {
  it('should write what was changed of a person, and nothing that somebody else changed since', async () => {
    const page = await stage.open(scene('en'), { route: 'start/people' });
    await button(page, 'Change Ana Reyes').click();
    await page.getByLabel('E-mail').fill('ana@example.com');
    await theyWrite(page, {
      updates: [update('team', 'U-2', 'role', 'manager'), update('team', 'U-1', 'role', 'rep')],
    });
    await readAgain(page);

    await button(page, 'Save and go on').click();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));

    expect((await written(page))[0]).toMatchObject({
      updates: [{ id: 'U-1', field: 'email', before: null, after: 'ana@example.com' }],
      appends: [],
    });
  });

  it('should show what somebody else wrote until it is begun', async () => {
    const page = await stage.open(scene('en'), { route: 'start/people' });
    await theyWrite(page, {
      appends: [{ table: 'team', id: 'U-3', values: { id: 'U-3', name: 'Cyd', active: true } }],
    });
    await readAgain(page);

    await button(page, 'Change Cyd').waitFor();
  });

  it('should be told apart by what was seen, where both changed the same', async () => {
    const page = await stage.open(scene('en'), { route: 'start/cadence' });
    await page.getByLabel('Key customers: visit every').fill('3');
    await theyWrite(page, {
      updates: [update('cadenceRules', 'key', 'every', 5), update('cadenceRules', 'key', 'unit', 'months')],
    });
    await readAgain(page);

    await button(page, 'Save and go on').click();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));

    expect((await written(page))[0]!.updates).toEqual([
      { table: 'cadenceRules', id: 'key', field: 'every', before: 1, after: 3 },
    ]);
  });

  it('should be over when its conflicts were decided', async () => {
    const theirs = { ...update('team', 'U-1', 'email', 'mine@example.com'), current: 'theirs@example.com' };
    const refused = {
      ...{ appended: 0, updated: 0, alreadyDone: 0 },
      conflicts: [{ ...theirs, reason: 'changed' as const }],
    };
    const page = await stage.open(scene('en', { outcomes: [refused] }), { route: 'start/people' });
    await button(page, 'Change Ana Reyes').click();
    await page.getByLabel('E-mail').fill('mine@example.com');
    await theyWrite(page, { updates: [update('team', 'U-1', 'email', 'theirs@example.com')] });
    await button(page, 'Save and go on').click();

    await button(page, 'Save these choices').click();
    await button(page, 'Save these choices').waitFor({ state: 'detached' });
    await button(page, 'Change Ana Reyes').click();

    expect(await page.getByLabel('E-mail').inputValue()).toBe('theirs@example.com');
  });
});

it('should keep an open menu with its ticket when the rows change places', async () => {
  const ticket = (id: string) => ({
    ...{
      id,
      customer: 'C-1',
      subject: `Subject ${id}`,
      status: 'submitted',
      priority: 'high',
      submittedAt: today - 30,
    },
  });
  const page = await stage.open(scene('en', { more: { tickets: ['T-8', 'T-9'].map(ticket) } }));
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('ticket');
  const order = async () => (await page.getByText(/^Subject T-/).allInnerTexts()).join();
  expect(await order()).toBe('Subject T-8,Subject T-9');
  await theyWrite(page, { removals: [{ table: 'tickets', id: 'T-8' }] });
  await theyWrite(page, { appends: [{ table: 'tickets', id: 'T-8', values: ticket('T-8') }] });
  await page.evaluate(() => window.pane.hold('open'));
  await page.locator('h1').first().click();
  await page.keyboard.press('r');
  await button(page, 'More for Subject T-8').click();
  await page.getByRole('menuitem', { name: 'Solved' }).waitFor();

  await page.evaluate(() => window.pane.release('open'));
  await page.waitForFunction(() => /T-9[^]*T-8/.test(document.querySelector('main')!.innerText));
  await page.getByRole('menuitem', { name: 'Solved' }).click();
  await page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));

  expect((await written(page))[0]!.updates[0]!.id).toBe('T-8');
});

it('should be read again when what was asked for is there already', async () => {
  const page = await stage.open(scene('en'));
  await theyWrite(page, { updates: [update('customers', 'C-1', 'owner', 'Boris Lind')] });
  await button(page, /^More for Harbor/).click();
  await page.getByRole('menuitem', { name: 'Give to somebody else…' }).click();
  await page.getByRole('radio', { name: /Boris Lind/ }).check();
  await button(page, 'Give over').click();
  await page.getByText('is now with Boris Lind.').first().waitFor();

  const card = page.getByRole('listitem').filter({ hasText: 'Harbor' }).first();
  await card.filter({ hasText: 'Boris Lind' }).waitFor();

  expect((await written(page))[0]).toMatchObject({ updates: [], appends: [] });
});

it('should note once who was told, however often it is said before the list is read again', async () => {
  const page = await stage.open(scene('en'), { route: 'team/notices' });
  const all = button(page, /^Note all/);
  await page.evaluate(() => window.pane.hold('open'));
  await all.click();
  await page.waitForFunction(() => window.calls.filter(([name]) => name === 'apply').length === 1);

  await all.click();
  await page.waitForFunction(() => window.calls.filter(([name]) => name === 'apply').length === 2);

  const [first, second] = await written(page);
  expect(first!.appends.length).toBeGreaterThan(0);
  expect(second!.appends).toEqual([]);
});

describe('an older reading', () => {
  it('should not stay on sliders that nobody touches', async () => {
    const page = await stage.open(scene('en'), { route: 'tiers/try' });
    const slider = page.getByRole('slider', { name: 'A from' });
    await slider.waitFor();
    await theyWrite(page, { updates: [update('tiers', 'A', 'minValue', 80_000)] });
    await readAgain(page);
    expect(await slider.getAttribute('aria-valuetext')).toBe('$80,000');

    await page.getByLabel('Exact starting value of B').fill('12000');
    await button(page, 'Apply as review').click();
    await page.getByText('The review is written.').first().waitFor();
    await theyWrite(page, { updates: [update('tiers', 'A', 'minValue', 70_000)] });
    await readAgain(page);

    expect(await slider.getAttribute('aria-valuetext')).toBe('$70,000');
    expect(await page.getByLabel('Exact starting value of B').inputValue()).toBe('12,000');
  });

  it('should not stay in the proposal of who goes back into the pool', async () => {
    const page = await stage.open(scene('en', { more: { customers: neglected } }), { route: 'team/pool' });
    await button(page, 'Show who may be put back…').click();
    await page.getByRole('checkbox', { name: /^Left alone 1:/ }).uncheck();
    await button(page, 'Put 1 back').waitFor();

    await theyWrite(page, { updates: [update('customers', 'C-91', 'archived', true)] });
    await readAgain(page);

    expect(await page.getByRole('checkbox').count()).toBe(1);
    await button(page, 'Put 1 back').click();
    await page.getByText('1 customer put back into the pool.').first().waitFor();
    expect((await written(page))[0]!.updates.map(({ id }) => id)).toEqual(['C-92']);
  });

  it('should not stay in the preview of what is handed over', async () => {
    const team = [{ id: 'U-8', name: 'Gus', active: false }];
    const customers = neglected.map((customer) => ({ ...customer, owner: 'Gus' }));
    const page = await stage.open(scene('en', { more: { team, customers } }), { route: 'team/handover' });
    await button(page, 'Hand over what Gus holds').click();
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Boris Lind' });
    const show = button(page, 'Show what changes');
    const preview = page.getByRole('group', { name: 'Gus → Boris Lind' });
    await show.click();
    await preview.waitFor();

    await theyWrite(page, { updates: [update('customers', 'C-91', 'owner', 'Ana Reyes')] });
    await readAgain(page);
    await preview.waitFor({ state: 'detached' });
    await show.click();
    await preview.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('1 customer handed over to Boris Lind.').first().waitFor();
  });

  it('should not stay in the proposal that spreads the visits', async () => {
    const page = await stage.open(scene('en', { sample: true }), { route: 'team' });
    await button(page, 'Spread the visits…').click();
    await button(page, /^Move \d+ visit/).waitFor();

    const customers = sampleRecords('en', today).customers!;
    await theyWrite(page, { updates: customers.map(({ id }) => update('customers', String(id), 'archived', true)) });
    await readAgain(page);

    await page.getByText('Nothing to move:').waitFor();
  });
});

/** Customers of whom nobody heard for years. */
const neglected = [1, 2].map((number) => ({
  ...{ id: `C-9${number}`, name: `Left alone ${number}`, owner: 'U-1', createdAt: today - 900 },
}));
