import { PaneStage, callsOf, scene } from './paneStage';
import { today } from './fakeHome';

const count = 10_000;

describe('Today of a large workbook', () => {
  it('should draw a screenful of its thousands of items, with one reading before anything that nobody waits for', async () => {
    const stage = await PaneStage.raise();
    const customers = Array.from({ length: count }, (_, row) => ({
      ...{ id: `C-${row}`, name: `Customer ${row}`, createdAt: today - 400 },
    }));
    try {
      const page = await stage.open(scene('en', { empty: true, more: { customers } }));

      const items = page.getByRole('list', { name: 'What waits, the most urgent first' }).locator('> li');
      await items.first().waitFor();
      expect(Number(await items.first().getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(count);
      expect(await page.locator('li').count()).toBeLessThan(100);
      expect(await callsOf(page, 'read')).toHaveLength(1);
    } finally {
      await stage.close();
    }
  });
});
