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
});
