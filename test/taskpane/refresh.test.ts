import { PaneStage, callsOf, scene } from './paneStage';

let stage: PaneStage;
beforeAll(async () => {
  stage = await PaneStage.raise();
}, 60_000);
afterEach(() => stage.clear());
afterAll(() => stage.close());

describe('Refresh from the ribbon, with the pane closed', () => {
  it('should work, write and say so without opening the pane', async () => {
    const page = await stage.open(scene('en'), { route: 'refresh/1' });

    await page.getByText('3 cells updated.').first().waitFor();

    expect(await callsOf(page, 'writeFigures')).toHaveLength(1);
    expect(await callsOf(page, 'show')).toEqual([]);
  });

  it.each([
    ['others are editing', scene('en', { sharedNow: true })],
    ['it fails', scene('en', { failures: { writeFigures: 'cellEditMode' } })],
    ['the workbook is read-only', scene('en', { readOnly: true })],
    ['the workbook has no CRM yet', scene('en', { installed: false })],
  ])('should open the pane when %s', async (_, given) => {
    const page = await stage.open(given, { route: 'refresh/1' });

    await page.waitForFunction(() => window.calls.some(([name]) => name === 'show'));
  });
});
