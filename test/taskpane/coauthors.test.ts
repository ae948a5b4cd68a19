import type { Page } from 'playwright-core';
import type { ApplyReport, ChangeHint, Conflict } from '../../src/actions/home';
import type { Changeset } from '../../src/crm/changeset';
import type { Language } from '../../src/template/types';
import type { Scene } from './fakeHome';
import { PaneStage, scene } from './paneStage';

const theirs: Conflict = {
  table: 'tiers',
  id: 'A',
  field: 'minValue',
  before: 100_000,
  after: 90_000,
  current: 120_000,
  reason: 'changed',
};
const refused: ApplyReport = { appended: 0, updated: 0, alreadyDone: 0, conflicts: [theirs] };

describe('the task pane in a shared workbook', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const open = (given: Partial<Scene>, route: string, language: Language = 'en') =>
    stage.open(scene(language, given), { route });

  const applied = async (page: Page): Promise<[Changeset, unknown][]> =>
    (await page.evaluate(() => window.calls))
      .filter(([name]) => name === 'apply')
      .map((call) => call.slice(1) as [Changeset, unknown]);

  it.each(['en', 'zh-CN'] as const)(
    'should show both values of a conflict and write what was chosen (%s)',
    async (language) => {
      const words = {
        en: ['Accept the review', 'Write mine: $90,000', 'Save these choices'],
        'zh-CN': ['确认评审', '写入我的值：¥90,000', '按选择保存'],
      }[language];
      const page = await open({ outcomes: [refused] }, 'tiers/review', language);
      await page.getByRole('button', { name: words[0] }).click();

      const group = page.getByRole('group').filter({ hasText: '120,000' });
      await group.waitFor();
      expect(await group.innerText()).toMatch(/100,000[\s\S]*120,000[\s\S]*90,000/);
      await group.getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.getByLabel(words[1]!).isChecked()).toBe(true);
      await page.getByRole('button', { name: words[2] }).click();
      await page.getByRole('button', { name: words[2] }).waitFor({ state: 'detached' });

      const [, second] = await applied(page);
      expect(second![0].updates.find(({ id }) => id === 'A')).toMatchObject({ before: 120_000 });
    },
  );

  it('should save the same record again when the answer was lost', async () => {
    const page = await open({ outcomes: ['unsureWritten'] }, 'log/C-1');
    await page.getByRole('button', { name: 'Log revisit' }).click();
    await page.getByText('no need to enter it again').waitFor();

    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Revisit logged.').first().waitFor();

    const ids = (await applied(page)).map(([{ appends }]) => appends[0]!.id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('should hide the totals row only when the person agrees', async () => {
    const page = await open({ outcomes: ['totalsRowShown'] }, 'log/C-1');
    await page.getByRole('button', { name: 'Log revisit' }).click();

    await page.getByRole('button', { name: 'Hide the totals row while saving' }).click();
    await page.getByText('Revisit logged.').first().waitFor();

    expect((await applied(page)).map(([, consent]) => consent ?? null)).toEqual([null, { hideTotals: true }]);
  });

  it('should say what others changed and read again on request only', async () => {
    const page = await open({}, 'today');
    const reads = () => page.evaluate(() => window.calls.filter(([name]) => name === 'read').length);
    const before = await reads();
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'reconcile'));

    const hint: ChangeHint = { tables: ['customers', 'changeLog'], remote: true, structure: false };
    await page.evaluate((given) => window.pane.tell(given), hint);
    await page.getByText('Changed since you last looked: Customers.').waitFor();
    const unasked = await reads();
    await page.getByRole('status').getByRole('button', { name: 'Show' }).click();
    await page.getByText('Changed since you last looked').waitFor({ state: 'detached' });

    expect(unasked).toBe(before);
    expect(await reads()).toBe(before + 1);
  });
});
