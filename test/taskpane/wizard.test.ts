import type { Page } from 'playwright-core';
import { ownList } from './ownList';
import { callsOf, englishOf, languages, PaneStage, scene, violationsOf, written } from './paneStage';

let stage: PaneStage;
const minute = 60_000;
jest.setTimeout(minute);

beforeAll(async () => {
  stage = await PaneStage.raise();
}, 3 * minute);
afterEach(() => stage.clear());
afterAll(() => stage?.close());

const fresh = (language: (typeof languages)[number] = 'en') => scene(language, { installed: false, empty: true });
const empty = (language: (typeof languages)[number] = 'en') => scene(language, { empty: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('should lead from a workbook without CRM to Today with rows', async () => {
  const page = await stage.open(fresh(), { route: 'setup' });
  await button(page, 'Install').click();

  await heading(page, 'Your industry');
  await page.getByRole('radio', { name: /Retail/ }).check();
  await page.getByText(/^\d+ rules change$/).click();
  await page.getByText('Dormant after (days): 90 → 60').waitFor();
  expect(await written(page)).toEqual([]);
  await button(page, 'Use these rules').click();

  await heading(page, 'Who is who');
  await page.getByLabel('Name').fill('Ana Reyes');
  await page.getByLabel('Role').selectOption({ label: 'Manager' });
  await button(page, 'Add a person').click();
  await page.getByLabel('Name').nth(1).fill('Boris Lind');
  await page.getByLabel('Supervisor').nth(1).selectOption({ label: 'Ana Reyes' });
  await page.getByLabel('I am').selectOption({ label: 'Ana Reyes' });
  await button(page, 'Save and go on').click();

  await heading(page, 'How often you visit');
  await page.getByLabel('Key customers: visit every').fill('3');
  await button(page, 'Save and go on').click();

  await heading(page, 'Your customers');
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Nowhere yet' }).check();
  await button(page, 'Add the sample').click();

  await heading(page, 'Ready');
  await page.getByText(/^Visits a week, together: about \d+\.$/).waitFor();
  await button(page, 'Open Today').click();
  await heading(page, 'Today');
  await page.getByRole('listitem').first().waitFor();

  const [industry, people, cadence, sample] = await written(page);
  expect(industry!.updates).toContainEqual({
    table: 'settings',
    id: 'dormantDays',
    field: 'value',
    before: 90,
    after: 60,
  });
  expect(people!.appends.map(({ values }) => [values.name, values.role, values.supervisor])).toEqual([
    ['Ana Reyes', 'manager', null],
    ['Boris Lind', null, 'Ana Reyes'],
  ]);
  expect(cadence!.updates).toEqual([{ table: 'cadenceRules', id: 'key', field: 'every', before: 2, after: 3 }]);
  expect(sample!.appends.filter(({ table }) => table === 'customers')).toHaveLength(40);
  expect(sample!.appends.find(({ values }) => values.name === 'Helen Marsh')!.values.supervisor).toBe('Ana Reyes');
});

it('should go on where the work stopped, and let every step be skipped', async () => {
  const page = await stage.open(scene('en'), { route: 'start' });
  await heading(page, 'Ready');

  const skipped = await stage.open(empty(), { route: 'start' });
  for (const name of ['Your industry', 'Who is who', 'How often you visit', 'Your customers']) {
    await heading(skipped, name);
    await button(skipped, 'Skip for now').click();
  }
  await heading(skipped, 'Ready');
  await button(skipped, 'Change: Who is who').click();
  await heading(skipped, 'Who is who');
  await button(skipped, 'Back').click();
  await heading(skipped, 'Your industry');
  expect(await written(skipped)).toEqual([]);
});

it('should offer a sheet of the workbook again where no customers came of the first one', async () => {
  const page = await stage.open({ ...fresh(), selection: ownList('en') }, { route: 'setup' });
  const sheet = page.getByRole('radio', { name: 'In a sheet of this workbook' });
  await sheet.check();
  await button(page, 'Use my existing sheet').click();
  await button(page, 'Back').click();
  await heading(page, 'Set up your CRM');
  expect(await sheet.isChecked()).toBe(true);

  await button(page, 'Use my existing sheet').click();
  for (const name of ['Use this selection', 'That is right', 'See what will be done', 'Do it', 'Start working'])
    await button(page, name).click();
  for (const name of ['Your industry', 'Who is who', 'How often you visit']) {
    await heading(page, name);
    await button(page, 'Skip for now').click();
  }
  await heading(page, 'Your customers');
  expect(await sheet.isChecked()).toBe(true);
  await button(page, 'Use my existing sheet').click();
  await heading(page, 'Use my existing sheet');
  await button(page, 'Back').click();
  await heading(page, 'Your customers');
});

it('should take a step back with undo', async () => {
  const page = await stage.open(empty(), { route: 'start/industry' });
  await page.getByRole('radio', { name: /Software/ }).check();
  await button(page, 'Use these rules').click();
  await button(page, 'Undo').click();

  await page.getByText('Taken back').first().waitFor();
  const [done, undone] = await written(page);
  expect(undone!.updates).toHaveLength(done!.updates.length);
});

it.each(['log/C-1', 'start/industry'])(
  'should not lead away from %s, where somebody went while it saved',
  async (route) => {
    const page = await stage.open(empty(), { route: 'start/people' });
    await page.getByLabel('Name').fill('Ana Reyes');
    await page.evaluate(() => window.pane.hold('apply'));
    await button(page, 'Save and go on').click();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'apply'));
    await page.evaluate((elsewhere) => (location.hash = `#/${elsewhere}`), route);
    const title = await page.locator('h1', { hasNotText: 'Who is who' }).innerText();
    const reads = (await callsOf(page, 'read')).length;

    await page.evaluate(() => window.pane.release('apply'));
    await page.waitForFunction((count) => window.calls.filter(([name]) => name === 'read').length > count, reads);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

    expect(await page.locator('h1').innerText()).toBe(title);
  },
);

it('should show what the visits come to, and who is meant', async () => {
  const page = await stage.open(scene('en', { sample: true }), { route: 'start/cadence' });
  const rule = page.getByRole('group', { name: 'Key customers' });
  const before = await rule.innerText();
  await page.getByLabel('Key customers: visit every').fill('2');
  expect(await rule.innerText()).not.toBe(before);

  await page.getByLabel('Key customers: visit every').fill('1.5');
  await page.getByText('A whole number from 1 to 999, or nothing.').waitFor();
  expect(await button(page, 'Save and go on').isDisabled()).toBe(true);
  await rule.getByRole('button', { name: /customers?$/ }).click();
  await heading(page, 'Key customers');
});

it('should take people over from cells, and refuse circles and twins', async () => {
  const page = await stage.open(empty(), { route: 'start/people' });
  await button(page, 'Paste from cells').click();
  await page
    .getByRole('textbox', { name: 'Paste from cells' })
    .fill(
      'Name\tRole\tSupervisor\tE-mail\n<img src=x onerror=alert(1)>\tManager\t\ta@example.com\nBo\tSalesperson\t<img src=x onerror=alert(1)>\t',
    );
  expect(await page.getByLabel('Name').nth(0).inputValue()).toBe('<img src=x onerror=alert(1)>');
  expect(await page.getByLabel('Role').nth(1).inputValue()).toBe('rep');

  await page.getByLabel('Supervisor').nth(0).selectOption({ label: 'Bo' });
  await page.getByText('their own supervisor').first().waitFor();
  await page.getByLabel('Supervisor').nth(0).selectOption({ label: 'Nobody' });
  await page.getByLabel('Name').nth(0).fill('bo');
  await page.getByText('Somebody else has this name').first().waitFor();
  expect(await button(page, 'Save and go on').isDisabled()).toBe(true);
});

it('should be taken with the keyboard alone', async () => {
  const page = await stage.open(fresh(), { route: 'setup' });
  const press = async (name: string) => {
    await button(page, name).waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
      if (focused.trim() === name) return page.keyboard.press('Enter');
    }
    throw new Error(`"${name}" cannot be reached with Tab`);
  };
  await press('Install');
  for (const name of ['Your industry', 'Who is who', 'How often you visit']) {
    await heading(page, name);
    await press('Skip for now');
  }
  await heading(page, 'Your customers');
  await page.getByRole('radio', { name: 'In a sheet of this workbook' }).press('ArrowDown');
  await press('Add the sample');
  await heading(page, 'Ready');
  await press('Open Today');

  await heading(page, 'Today');
  expect(await callsOf(page, 'applyPlan')).toHaveLength(1);
});

const routes = ['industry', 'people', 'cadence', 'customers', 'summary', 'workbook'];

it.each(languages)('should pass the accessibility rules, fit 320 px and speak one language in %s', async (language) => {
  const found: string[] = [];
  const look = async (page: Page, name: string) => {
    found.push(...(await violationsOf(page)).map((violation) => `${name}: ${violation}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`${name}: ${width} px`);
    if (language === 'zh-CN') found.push(...(await englishOf(page)).map((word) => `${name}: ${word}`));
  };
  await look(await stage.open(fresh(language), { route: 'setup' }), 'first');
  const page = await stage.open(scene(language, { sample: true }), { route: 'start/industry' });
  for (const route of routes) {
    await page.evaluate((step) => (location.hash = `/start/${step}`), route);
    await page.locator('nav [aria-current=step]').waitFor();
    if (route === 'industry') await page.getByRole('radio').nth(3).check();
    await look(page, route);
  }
  const customers = await stage.open(empty(language), { route: 'start/customers' });
  for (const way of await customers.getByRole('radio').all()) {
    await way.check();
    await look(customers, `customers, ${await way.getAttribute('value')}`);
  }
  expect(found).toEqual([]);
});
