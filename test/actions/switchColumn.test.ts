import { changeLogEntries } from '../../src/actions/changeLog';
import { install, planInstall } from '../../src/actions/install';
import { buildReport } from '../../src/actions/report';
import { makeShareSafe, planShareSafe } from '../../src/actions/shareSafe';
import { planSwitch, switchColumn } from '../../src/actions/switchColumn';
import { functions } from '../../src/functions/table';
import { callsFunction } from '../../src/template/functionCalls';
import { functionTwins } from '../../src/template/functionTwins';
import { planColumnSwitch, type ColumnPlace } from '../../src/template/switchable';
import type { Language } from '../../src/template/types';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { randomRecords } from '../support/randomWorkbook';
import { adding, columnAt, installed, run, today, valuesAt, type LiveFixture } from '../workbook/support';

const tier: ColumnPlace = { table: 'customers', column: 'tier' };

/** An installed workbook in an Excel that runs the add-in. */
async function withFunctions(language: Language = 'en'): Promise<LiveFixture> {
  const fixture = await installed(language);
  fixture.host.registerFunctions('CRM', functions as Record<string, (...args: never[]) => unknown>);
  return fixture;
}

/** Three customers; two of value. */
async function withCustomers(): Promise<LiveFixture> {
  const fixture = await withFunctions();
  const customers = ['Acme', 'Bolt', 'Cask'].map((name, row) => ({ id: `C-${row}`, name, isKey: row === 2 }));
  await fixture.home.apply(adding('customers', ...customers));
  await fixture.home.apply(adding('orders', { id: 'O-1', customer: 'C-1', orderedAt: today - 3, amount: 50_000 }));
  return fixture;
}

const formulasOf = (fixture: LiveFixture, table: string, caption: string): Promise<unknown[]> =>
  run(fixture, async (context) => {
    const body = context.workbook.tables.getItem(table).columns.getItem(caption).getDataBodyRange().load('formulas');
    await context.sync();
    return body.formulas.flat();
  });

const write = (fixture: LiveFixture, sheet: string, address: string, formula: string) =>
  run(fixture, async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
    await context.sync();
  });

/** What `crm report --rows` reads from the saved workbook. */
async function rowsOfFile({ host }: LiveFixture) {
  return buildReport(readSnapshot(readBook(await host.save())), today, { rows: true }).rows;
}

const stateOf = async ({ home }: LiveFixture, { table, column }: ColumnPlace) =>
  (await home.lookAtColumns()).columns.find((found) => found.table === table && found.column === column)?.state;

async function switched(fixture: LiveFixture, place: ColumnPlace): Promise<void> {
  await switchColumn(fixture.home, await planSwitch(fixture.home, place, 'twin'));
}

describe('switching a column to its twin (decision 9)', () => {
  it('should show what it will do, do it, note it, and take it back', async () => {
    const fixture = await withCustomers();
    const shown = await columnAt(fixture, 'Customers', 'Tier');
    const [native] = await formulasOf(fixture, 'Customers', 'Tier');

    const change = await planSwitch(fixture.home, tier, 'twin');
    const before = await formulasOf(fixture, 'Customers', 'Tier');
    await switchColumn(fixture.home, change);

    expect(change.plan.steps).toEqual([
      { kind: 'formula', ...tier, formula: functionTwins['customers.tier'], instead: native },
    ]);
    expect(before).toEqual([native, native, native]);
    expect(shown).toEqual(['C', 'B', 'A']);
    expect(await columnAt(fixture, 'Customers', 'Tier')).toEqual(shown);
    expect((await formulasOf(fixture, 'Customers', 'Tier')).map(callsFunction)).toEqual([true, true, true]);
    expect(await stateOf(fixture, tier)).toBe('twin');

    await switchColumn(fixture.home, await planSwitch(fixture.home, tier, 'native'));

    expect(await stateOf(fixture, tier)).toBe('native');
    expect((await formulasOf(fixture, 'Customers', 'Tier')).filter(callsFunction)).toEqual([]);
    const entries = changeLogEntries(await fixture.home.read()).filter(({ action }) => action === 'switchColumn');
    expect(
      entries.map(({ table, field, before: from, after, superseded }) => [table, field, from, after, superseded]),
    ).toEqual([
      ['customers', 'tier', 'twin', 'native', false],
      ['customers', 'tier', 'native', 'twin', false],
    ]);
  });

  it('should be no damage to a repair, and go on in new records', async () => {
    const fixture = await withCustomers();
    await switched(fixture, tier);

    await install(fixture.home, 'en');
    const { steps, own } = await planInstall(fixture.home, 'en');
    await fixture.home.apply(adding('customers', { id: 'C-9', name: 'Dock', isKey: true }));

    expect([steps, own]).toEqual([[], []]);
    expect((await formulasOf(fixture, 'Customers', 'Tier')).at(-1)).toContain('CRM.TIER(');
    expect((await columnAt(fixture, 'Customers', 'Tier')).at(-1)).toBe('A');
    expect((await fixture.home.read()).problems).toEqual([]);
  });

  it('should leave what a person put into the column', async () => {
    const fixture = await withCustomers();
    const put = (row: number, cell: string) =>
      run(fixture, async (context) => {
        const column = context.workbook.tables.getItem('Customers').columns.getItem('Tier');
        column.getDataBodyRange().getCell(row, 0).values = [[cell]];
        await context.sync();
      });
    await put(1, 'X');

    const report = await switchColumn(fixture.home, await planSwitch(fixture.home, tier, 'twin'));
    const [first, second] = await formulasOf(fixture, 'Customers', 'Tier');
    await put(0, 'Y');
    const plan = await planShareSafe(fixture.home);
    const safe = await makeShareSafe(fixture.home, plan, []);
    await put(0, '="mine"');

    expect(report.kept).toEqual([{ ...tier, cells: 1 }]);
    expect([safe.columns, plan.cells, safe.left]).toEqual([[tier], [], []]);
    expect(await columnAt(fixture, 'Customers', 'Tier')).toEqual(['mine', 'X', 'A']);
    expect([callsFunction(first), second]).toEqual([true, 'X']);
    await expect(planSwitch(fixture.home, tier, 'native')).rejects.toMatchObject({ code: 'ownFormula' });
    await expect(planSwitch(fixture.home, { table: 'customers', column: 'name' }, 'twin')).rejects.toMatchObject({
      code: 'noTwin',
    });
  });

  it('should refuse too many records, columns of values, and neighbours that were moved apart', async () => {
    const fixture = await withCustomers();
    const found = await fixture.home.lookAtColumns();
    const [column] = found.columns.filter((one) => one.column === 'tier');
    const planned = (more: object) => () => planColumnSwitch(found, [{ ...column!, ...more }], 'twin');

    expect(planned({ rows: 5_001 })).toThrow(expect.objectContaining({ code: 'tooManyRowsToSwitch' }) as Error);
    expect(planned({ state: 'values', found: null })).toThrow(
      expect.objectContaining({ code: 'holdsValues' }) as Error,
    );
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Tiers').columns.getItemAt(1).getRange().getEntireColumn().insert('Right');
      await context.sync();
    });
    await expect(planSwitch(fixture.home, tier, 'twin')).rejects.toMatchObject({ code: 'columnsApart' });
  });
});

describe('making a workbook share-safe (decision 9)', () => {
  it.each<Language>(['en', 'zh-CN'])(
    'should show the same by native formulas as by every twin, on dirty records (%s)',
    async (language) => {
      const fixture = await withFunctions(language);
      const records = randomRecords(7, 40, today);
      for (const [table, rows] of Object.entries(records))
        await fixture.home.apply(adding(table, ...(rows as never[])));
      const found = await fixture.home.lookAtColumns();
      const native = await rowsOfFile(fixture);
      await fixture.home.switchColumns(planColumnSwitch(found, found.columns, 'twin'));

      const twin = await rowsOfFile(fixture);
      const plan = await planShareSafe(fixture.home);
      const report = await makeShareSafe(fixture.home, plan, []);

      expect(plan.change.columns).toHaveLength(Object.keys(functionTwins).length);
      expect(twin).toEqual(native);
      expect(report.differences).toEqual([]);
      expect(report.compared).toBeGreaterThan(500);
      expect(report.left).toEqual([]);
    },
    60_000,
  );

  it("should list a person's own cells and turn only the chosen ones into values", async () => {
    const fixture = await withCustomers();
    await switched(fixture, tier);
    await write(fixture, 'Sheet1', 'B2', '=CRM.OVERDUE(46000,46010)');
    await write(fixture, 'Sheet1', 'B3', '="CRM.OVERDUE(1,2) is a text"');
    await write(fixture, 'Sheet1', 'B4', '10');
    await write(fixture, 'Sheet1', 'B5', '9');
    await write(fixture, 'Sheet1', 'D1', '=CRM.NPS(B4:B5)');
    await write(fixture, 'Customers', 'AA2', '=CRM.OVERDUE(46000,46003)');

    const plan = await planShareSafe(fixture.home);
    // Excel fills a new column of a table with its formula.
    const chosen = plan.cells.filter(({ sheet }) => sheet === 'Sheet1');
    const report = await makeShareSafe(fixture.home, plan, chosen);

    expect(plan.cells.map(({ sheet, address }) => `${sheet}!${address}`)).toEqual([
      'Sheet1!D1',
      'Sheet1!B2',
      ...['Customers!AA2', 'Customers!AA3', 'Customers!AA4'],
    ]);
    expect(report.frozen).toEqual(chosen);
    expect(report.left.map(({ sheet, address }) => `${sheet}!${address}`)).toEqual([
      ...['Customers!AA2', 'Customers!AA3', 'Customers!AA4'],
    ]);
    expect(report.differences).toEqual([]);
    expect(await valuesAt(fixture, 'Sheet1', 'B2:F2')).toEqual([[10, '', '', '', '']]);
    expect(await valuesAt(fixture, 'Sheet1', 'D1:F1')).toEqual([[100, 2, 0]]);
  });
});
