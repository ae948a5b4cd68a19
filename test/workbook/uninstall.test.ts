import { install, planInstall } from '../../src/actions/install';
import { planUninstall, uninstall } from '../../src/actions/uninstall';
import type { HostOptions } from '../../src/host';
import type { RemovalScope } from '../../src/template/uninstall';
import { bookFromWorkbook } from '../../src/host/file/toBook';
import { pictureOf } from '../support/pictures';
import { adding, columnAt, connect, installed, run, today, valuesAt, type LiveFixture } from './support';

describe('uninstalling', () => {
  it('should keep the data as values and take everything else away by default', async () => {
    const fixture = await withData();
    const before = await columnAt(fixture, 'Customers', 'Revisit');

    const plan = await planUninstall(fixture.home, 'keep');
    await uninstall(fixture.home, plan);

    expect(plan.records).toBe(0);
    expect(before).toEqual(['Upcoming']);
    expect(await columnAt(fixture, 'Customers', 'Revisit')).toEqual(before);
    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['Aurora']);
    expect(await everyFormula(fixture)).toEqual([]);
    expect(rest(fixture).filter((line) => /crm_|#REF!|#NAME\?/.test(line))).toEqual([]);
    expect(await fixture.home.facts()).toMatchObject({ schemaVersion: 0 });
    expect((await planUninstall(fixture.home, 'keep')).steps).toEqual([]);
  });

  it('should leave an empty workbook when all of it may go', async () => {
    const fixture = await withData();

    const plan = await planUninstall(fixture.home, 'all');
    await uninstall(fixture.home, plan);

    expect(plan.records).toBeGreaterThan(0);
    expect(rest(fixture)).toEqual(['Sheet1 sheet "visible"  true ']);
  });

  it('should take the empty tables and the settings, and keep those with records', async () => {
    const fixture = await withData();

    await uninstall(fixture.home, await planUninstall(fixture.home, 'empty'));

    expect(fixture.host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Customers', 'Change log']);
  });

  it.each(['keep', 'empty', 'all'] as const)('should not touch what a person made (%s)', async (scope) => {
    const fixture = await withData();
    await makeOwnThings(fixture);

    const plan = await planUninstall(fixture.home, scope);
    await uninstall(fixture.home, plan);

    expect(await valuesAt(fixture, 'Mine', 'A1:A2')).toEqual([['my note'], [1]]);
    expect(await valuesAt(fixture, 'Dashboard', 'J40')).toEqual([['beside the figures']]);
    expect(await columnAt(fixture, 'Contacts', 'Shoe size')).toEqual([43]);
    expect(plan.functionCells).toBe(1);
    expect(await formulasAt(fixture, 'Mine', 'A3:A4')).toEqual([['=CRM.TIER(A2)'], ['=crm_today']]);
    expect((await planUninstall(fixture.home, scope)).steps.map(({ kind }) => kind)).not.toContain('book');
  });

  it.each(['keep', 'all'] as const)('should go on where it was cut (%s)', async (scope: RemovalScope) => {
    const [undisturbed, cut] = [await withData(uncalculated), await withData(uncalculated)];
    await uninstall(undisturbed.home, await planUninstall(undisturbed.home, scope));
    for (let sync = 1; sync < 200; sync += 17) {
      const { client, home } = await connect(cut.host);
      cut.host.faults = [{ kind: 'cutAfter', sync, client: client.id }];
      await planUninstall(home, scope)
        .then((plan) => uninstall(home, plan))
        .catch(() => undefined);
      client.disconnect();
    }
    cut.host.faults = [];
    await uninstall(cut.home, await planUninstall(cut.home, scope));

    expect(rest(cut)).toEqual(rest(undisturbed));
  });

  it('should let the workbook be set up again', async () => {
    const fixture = await withData();
    await uninstall(fixture.home, await planUninstall(fixture.home, 'keep'));

    await install(fixture.home, 'en');

    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['Aurora']);
  });
});

async function withData(options: HostOptions = {}): Promise<LiveFixture> {
  const fixture = await installed('en', options);
  await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Aurora', createdAt: today }));
  return fixture;
}

/** A sheet with formulas that use ours, a note on the dashboard, a column in a table of ours. */
const makeOwnThings = (fixture: LiveFixture): Promise<void> =>
  run(fixture, async (context) => {
    const mine = context.workbook.worksheets.add('Mine');
    mine.getRange('A1:A4').formulas = [['my note'], [1], ['=CRM.TIER(A2)'], ['=crm_today']];
    context.workbook.worksheets.getItem('Dashboard').getRange('J40').values = [['beside the figures']];
    context.workbook.tables.getItem('Contacts').columns.add(undefined, [['Shoe size'], [43]]);
    await context.sync();
  });

/** What is computed does not matter where only what is left is compared. */
const uncalculated: HostOptions = { createCalculator: null };

const rest = ({ host }: LiveFixture): string[] => pictureOf(bookFromWorkbook(host.workbook));

const everyFormula = async ({ host }: LiveFixture): Promise<string[]> =>
  bookFromWorkbook(host.workbook).sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap((row) => [...row.values()].flatMap(({ formula }) => formula ?? [])),
  );

const formulasAt = (fixture: LiveFixture, sheet: string, address: string): Promise<unknown[][]> =>
  run(fixture, async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
    await context.sync();
    return range.formulas;
  });
