import { install, planInstall } from '../../src/actions/install';
import { CrmError } from '../../src/shared/errors';
import { adding, connect, installed, openWorkbook, run, today, valuesAt, type LiveFixture } from './support';

/** Workbooks that are not as an installer likes them: refused with a reason before the first write, or handled. */
describe('installing where something is in the way', () => {
  it.each([
    ['structureLocked', (context: Excel.RequestContext) => context.workbook.protection.protect()],
    ['namesTaken', (context: Excel.RequestContext) => void context.workbook.names.add('crm_today', '=46000')],
    ['namesTaken', (context: Excel.RequestContext) => void addTable(context, 'crm_asOf')],
  ])('should refuse with %s and write nothing', async (code, prepare) => {
    const fixture = await openWorkbook();
    await inWorkbook(fixture, prepare);
    const before = fixture.host.workbook.sheets.length;

    await expect(install(fixture.home, 'en')).rejects.toMatchObject({ code });

    expect(fixture.host.workbook.sheets).toHaveLength(before);
    await expect(namesOf(fixture)).resolves.not.toContain('crm_workbook');
  });

  it.each([
    ['sheetProtected', (context: Excel.RequestContext) => sheetOf(context, 'Orders').protection.protect()],
    [
      'sheetTooWide',
      (context: Excel.RequestContext) => void (sheetOf(context, 'Orders').getRange('XFD1').values = [[1]]),
    ],
    ['mergedBeside', (context: Excel.RequestContext) => sheetOf(context, 'Orders').getRange('AC1:AD2').merge()],
  ])('should refuse a repair with %s and write nothing', async (code, prepare) => {
    const fixture = await lackingColumn();
    await inWorkbook(fixture, prepare);
    const before = await planInstall(fixture.home, 'en');

    await expect(install(fixture.home, 'en')).rejects.toMatchObject({ code });

    expect((await planInstall(fixture.home, 'en')).steps).toEqual(before.steps);
  });

  it('should leave very hidden sheets, sheet-scoped names and charts of our names alone', async () => {
    const fixture = await openWorkbook();
    await inWorkbook(fixture, (context) => {
      const hidden = context.workbook.worksheets.add('crm_meta');
      hidden.getRange('A1').values = [['mine']];
      hidden.visibility = 'VeryHidden';
      const own = context.workbook.worksheets.add('Dashboard');
      own.getRange('A1:B2').values = [
        ['x', 1],
        ['y', 2],
      ];
      own.charts.add('ColumnClustered', own.getRange('A1:B2')).name = 'crm_funnel';
      own.names.add('crm_today', '=1');
    });

    await install(fixture.home, 'en');

    expect(await valuesAt(fixture, 'crm_meta', 'A1')).toEqual([['mine']]);
    expect(await valuesAt(fixture, 'Dashboard', 'A1:B2')).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
    expect(await chartsOn(fixture, 'Dashboard')).toEqual(['crm_funnel']);
    expect(await chartsOn(fixture, 'CRM Dashboard')).toEqual(['crm_funnel', 'crm_tiers']);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should give hidden and filtered rows and hidden columns their formulas too', async () => {
    const fixture = await lackingColumn();
    const orders = ['O-1', 'O-2', 'O-3'].map((id) => ({ id, customer: 'C-1', orderedAt: today }));
    await fixture.home.apply(adding('orders', ...orders));
    await inWorkbook(fixture, (context) => {
      const table = context.workbook.tables.getItem('Orders');
      table.columns.getItemAt(0).filter.applyValuesFilter(['O-2']);
      sheetOf(context, 'Orders').getRange('C:D').columnHidden = true;
    });

    await install(fixture.home, 'en');

    const formulas = await run(fixture, async (context) => {
      const column = context.workbook.tables.getItem('Orders').columns.getItem('Days late');
      const body = column.getDataBodyRange().load('formulas');
      await context.sync();
      return body.formulas.flat();
    });
    expect(formulas).toHaveLength(3);
    expect(new Set(formulas).size).toBe(1);
    expect(formulas[0]).toMatch(/^=/);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should write dates that mean the same day into a workbook of the 1904 system', async () => {
    const fixture = await openWorkbook();
    fixture.host.workbook.date1904 = true;

    await install(fixture.home, 'en');
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme', createdAt: today }));

    const { tables } = await fixture.home.read(['customers', 'calendar']);
    expect(tables.customers!.columns.createdAt).toEqual([today]);
    expect(tables.calendar!.columns.date).toContain(today);
  });

  it('should wait while a person edits a cell', async () => {
    const fixture = await openWorkbook();
    fixture.host.cellEditing = true;
    const installing = install(fixture.home, 'en');
    fixture.host.cellEditing = false;

    await installing;

    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should not write a workbook of a newer structure, whatever is asked', async () => {
    const fixture = await installed();
    const plan = await planInstall((await openWorkbook()).home, 'en');
    const snapshot = await fixture.home.read();
    await inWorkbook(fixture, (context) => {
      context.workbook.names.getItem('crm_schema_version').formula = '=99';
    });
    await fixture.home.facts();
    const writes = [
      () => fixture.home.applyPlan(plan),
      () => fixture.home.apply(adding('customers', { id: 'C-9', name: 'Nobody', createdAt: today })),
      () => fixture.home.fillIds([{ table: 'customers', sheetRow: 2, name: null, id: 'C-9' }]),
      () => fixture.home.writeFigures(snapshot),
    ];

    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'newerSchema' });
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(await fixture.home.facts()).toMatchObject({ readOnly: true, schemaVersion: 99 });
  });

  it('should end in one installation when two people install at the same moment', async () => {
    const fixture = await openWorkbook();
    const second = await connect(fixture.host);

    const outcomes = await Promise.allSettled([install(fixture.home, 'en'), install(second.home, 'en')]);

    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(failed.every(({ reason }) => reason instanceof CrmError)).toBe(true);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(fixture.host.workbook.sheets.map(({ name }) => name).filter((name) => name.includes('CRM'))).toEqual([]);
  });
});

const inWorkbook = (fixture: LiveFixture, work: (context: Excel.RequestContext) => void): Promise<void> =>
  run(fixture, async (context) => {
    work(context);
    await context.sync();
  });

const sheetOf = (context: Excel.RequestContext, name: string) => context.workbook.worksheets.getItem(name);

function addTable(context: Excel.RequestContext, name: string): void {
  context.workbook.worksheets.getItem('Sheet1').tables.add('A1:B2', true).name = name;
}

/** An installed workbook whose orders lost a calculated column. */
async function lackingColumn(): Promise<LiveFixture> {
  const fixture = await installed();
  await inWorkbook(fixture, (context) =>
    context.workbook.tables.getItem('Orders').columns.getItem('Days late').delete(),
  );
  return fixture;
}

const namesOf = (fixture: LiveFixture): Promise<string[]> =>
  run(fixture, async (context) => {
    const { names } = context.workbook.load('names/items/name');
    await context.sync();
    return names.items.map(({ name }) => name);
  });

const chartsOn = (fixture: LiveFixture, sheet: string): Promise<string[]> =>
  run(fixture, async (context) => {
    const { charts } = sheetOf(context, sheet).load('charts/items/name');
    await context.sync();
    return charts.items.map(({ name }) => name);
  });
