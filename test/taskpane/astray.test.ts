import { translator } from '../../src/shared/i18n';
import { PaneStage, languages, scene } from './paneStage';

/** Routes of what is not there, with what the pane says to them. */
const astray: Readonly<Record<string, string>> = {
  'customer/C-404': 'customer.gone',
  'customer/%E0%A4%A': 'customer.gone',
  'move/D-404': 'funnel.move.gone',
  'campaigns/M-404': 'campaigns.gone',
};

describe.each(languages)('a route that leads nowhere, in %s', (language) => {
  const t = translator(language);
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each(Object.entries(astray))('should say so: %s', async (route, says) => {
    const page = await stage.open(scene(language), { route });

    await page.getByText(t(says)).waitFor();
  });

  it('should lead from a campaign that is gone to those that are there', async () => {
    const page = await stage.open(scene(language, { sample: true }), { route: 'campaigns/M-404' });

    await page.getByRole('button', { name: t('campaigns.all') }).click();

    await page.getByRole('list', { name: t('campaigns.title') }).waitFor();
  });
});
