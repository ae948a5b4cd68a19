import { today } from './fakeHome';
import { PaneStage, languages, scene } from './paneStage';

/** Two who share a name, told apart by their roles; two more whose roles are the same. */
const team = [
  { id: 'U-7', name: 'Ana Li', role: 'rep', active: true },
  { id: 'U-8', name: 'Ana Li', role: 'manager', active: true },
  { id: 'U-3', name: 'Bo Wu', role: 'rep', active: true },
  { id: 'U-4', name: 'Bo Wu', role: 'rep', active: true },
];
const customers = [{ id: 'C-70', name: 'Twin Ltd', owner: 'Ana Li', createdAt: today - 400, isKey: true }];

describe('people who share a name', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each(languages)(
    'should be told apart where somebody chooses, and each see what is theirs: %s',
    async (language) => {
      const page = await stage.open(scene(language, { more: { team, customers } }));
      const who = page.locator('section').getByRole('combobox').first();
      const names = await who.getByRole('option').allInnerTexts();
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => /^Ana Li · .+/.test(name))).toHaveLength(2);
      expect(names.filter((name) => /^Bo Wu · .+ · U-[34]$/.test(name))).toHaveLength(2);

      await who.selectOption('U-8');
      await page.getByRole('button', { name: language === 'en' ? "That's me" : '是我' }).click();

      await page.getByText('Twin Ltd').first().waitFor();
      expect(await page.locator('main').getByRole('listitem').count()).toBe(1);
      await page.evaluate(() => (location.hash = '/me'));
      await page.getByText(/(waits for|显示) Ana Li · /).waitFor();
      expect(await page.getByRole('radio').count()).toBe(names.length);
    },
  );

  it.each([
    ['en', 'Ana Li (unclear who)', 'Ana Li · Salesperson'],
    ['zh-CN', 'Ana Li（不确定是谁）', 'Ana Li · 业务员'],
  ] as const)('should be told apart by week, on their cards and in messages: %s', async (language, unclear, clear) => {
    const notLate = { ...customers[0]!, id: 'C-71', owner: 'U-7' };
    const page = await stage.open(scene(language, { more: { team, customers: [...customers, notLate] } }), {
      route: 'team',
    });
    const people = await page.getByRole('rowheader').allInnerTexts();
    expect(new Set(people).size).toBe(people.length);
    expect(people).toEqual(expect.arrayContaining([unclear, clear]));
    await page.getByRole('button', { name: new RegExp(`^(Open |打开)${clear}$`) }).click();
    await page.getByRole('heading', { name: clear }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(unclear);

    await page.evaluate(() => (location.hash = '/team/notices'));
    const told = page.getByRole('link', { name: /e-mail|邮件/ });
    await told.first().waitFor();
    const mails = await told.evaluateAll((links) =>
      links.map((link) => decodeURIComponent(link.getAttribute('href')!)),
    );
    for (const name of [unclear, clear]) expect(mails.some((mail) => mail.includes(name))).toBe(true);
  });
});
