import fc from 'fast-check';
import { install, planInstall } from '../../src/actions/install';
import { planUninstall, uninstall } from '../../src/actions/uninstall';
import { CrmError } from '../../src/shared/errors';
import { connect, openWorkbook, run, valuesAt, type LiveFixture } from './support';

type Act = (fixture: LiveFixture) => Promise<unknown>;

/** What a person does with a workbook in any order. */
const acts: Readonly<Record<string, Act>> = {
  install: ({ home }) => install(home, 'en'),
  'install, cut': async ({ host }) => {
    const { client, home } = await connect(host);
    host.faults = [{ kind: 'cutAfter', sync: 17, action: 40, client: client.id }];
    await install(home, 'en').catch(expectCoded);
    host.faults = [];
    client.disconnect();
  },
  'remove the machinery': async ({ home }) => uninstall(home, await planUninstall(home, 'keep')),
  'remove all': async ({ home }) => uninstall(home, await planUninstall(home, 'all')),
  'delete our last sheet': (fixture) =>
    run(fixture, async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility');
      await context.sync();
      const ours = sheets.items.filter(({ name, visibility }) => visibility === 'Visible' && !own.includes(name));
      ours.at(-1)?.delete();
      await context.sync();
    }),
  'delete a column of ours': (fixture) =>
    run(fixture, async (context) => {
      const table = context.workbook.tables.getItemOrNullObject('Tickets');
      await context.sync();
      if (!table.isNullObject) table.columns.getItemAt(3).delete();
      await context.sync();
    }),
  'rename a table of ours': (fixture) =>
    run(fixture, async (context) => {
      const table = context.workbook.tables.getItemOrNullObject('Contacts');
      await context.sync();
      if (!table.isNullObject) table.name = 'People';
      await context.sync();
    }),
};

const own = ['Sheet1', 'Customers'];

describe('any sequence of installing, cutting, deleting and removing', () => {
  it('should leave a person’s cells as they are, and be completed by one more installation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 5 }),
        async (names) => {
          const fixture = await ownWorkbook();
          for (const name of names) await acts[name]!(fixture);

          await install(fixture.home, 'en');

          expect(await valuesAt(fixture, 'Customers', 'A1:B3')).toEqual(ownCells);
          expect(await valuesAt(fixture, 'Sheet1', 'C7')).toEqual([['a note']]);
          expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
        },
      ),
      { numRuns: 4, seed: 11 },
    );
  }, 120_000);
});

const ownCells = [
  ['Company', 'City'],
  ['Aurora', 'Lyon'],
  ['Boreal', 'Turin'],
];

async function ownWorkbook(): Promise<LiveFixture> {
  const fixture = await openWorkbook({ createCalculator: null });
  await run(fixture, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('C7').values = [['a note']];
    const sheet = context.workbook.worksheets.add('Customers');
    sheet.getRange('A1:B3').values = ownCells;
    sheet.tables.add('A1:B3', true).name = 'Customers';
    await context.sync();
  });
  return fixture;
}

function expectCoded(error: unknown): void {
  if (!(error instanceof CrmError)) throw error;
}
