import { install, planInstall } from '../../src/actions/install';
import { schemaVersion, tableDef, template } from '../../src/template/load';
import { renderMarks } from '../../src/template/marks';
import { adding, columnAt, installed, openWorkbook, run, today, valuesAt } from './support';

const tickets = tableDef('tickets');

describe('installing into a live workbook', () => {
  it.each(['en', 'zh-CN'] as const)('should find nothing left to do when it was installed in %s', async (language) => {
    const { home } = await installed(language);

    const plan = await planInstall(home, language);

    expect(plan.steps).toEqual([]);
    expect(await home.facts()).toEqual({
      ...{ schemaVersion, language, sharedNow: false, readOnly: false },
      identity: expect.stringMatching(/^W-/),
    });
  });

  it('should leave a table and a sheet of the same name alone when the workbook has its own', async () => {
    const fixture = await openWorkbook();
    await run(fixture, async (context) => {
      const sheet = context.workbook.worksheets.add('Customers');
      sheet.getRange('A1:B2').values = [
        ['Name', 'City'],
        ['Own customer', 'Lyon'],
      ];
      sheet.tables.add('A1:B2', true).name = 'Customers';
      await context.sync();
    });

    await install(fixture.home, 'en');
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Ours', createdAt: today }));

    expect(await valuesAt(fixture, 'Customers', 'A1:C3')).toEqual([
      ['Name', 'City', ''],
      ['Own customer', 'Lyon', ''],
      ['', '', ''],
    ]);
    expect(await columnAt(fixture, 'CRM_Customers', 'Customer')).toEqual(['Ours']);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should refuse before the first write when the workbook is read-only', async () => {
    const fixture = await openWorkbook();
    fixture.host.workbook.readOnly = true;

    await expect(install(fixture.home, 'en')).rejects.toMatchObject({ code: 'readOnly' });
    expect(fixture.host.workbook.sheets).toHaveLength(1);
  });

  it('should finish the job when it was cut short after any phase', async () => {
    const fixture = await openWorkbook();
    for (const phases of [1, 2, 3, 4]) {
      const cut = new AbortController();
      const stop = ({ done }: { done: number }) => done === phases && cut.abort();
      await expect(install(fixture.home, 'en', { signal: cut.signal, onProgress: stop })).rejects.toThrow();
    }

    const report = await install(fixture.home, 'en');

    expect(report.skipped).toEqual([]);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(await run(fixture, tableNames)).toHaveLength(template.tables.length);
    expect(await run(fixture, chartNames)).toEqual(['crm_funnel', 'crm_tiers']);
    expect(await run(fixture, markCount)).toBe(
      renderMarks(tickets, (id) => tickets.columns.findIndex((column) => column.id === id), 2).length,
    );
  });

  it('should still know its tables and columns when people renamed sheet, table and column', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme', createdAt: today }));
    await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('Customers');
      table.columns.getItem('Customer').name = 'Company [EU]';
      context.workbook.worksheets.getItem('Customers').name = 'Our clients';
      await context.sync();
    });

    const { steps } = await planInstall(fixture.home, 'en');
    const snapshot = await fixture.home.read(['customers']);
    await fixture.home.apply(adding('customers', { id: 'C-2', name: 'Bolt', createdAt: today }));

    expect(steps.map(({ kind }) => kind)).toEqual(['meta']);
    expect(snapshot.tables.customers!.columns.name).toEqual(['Acme']);
    expect(await columnAt(fixture, 'Customers', 'Company [EU]')).toEqual(['Acme', 'Bolt']);
  });

  it('should fall back to stacked bars when Excel has no funnel chart', async () => {
    const fixture = await openWorkbook();
    refuseFunnels(fixture.host);

    const { skipped } = await install(fixture.home, 'en');

    expect(skipped).toEqual([]);
    expect(await run(fixture, chartNames)).toEqual(['crm_funnel', 'crm_tiers']);
  });
});

async function tableNames(context: Excel.RequestContext): Promise<string[]> {
  const { tables } = context.workbook.load('tables/items/name');
  await context.sync();
  return tables.items.map(({ name }) => name);
}

async function chartNames(context: Excel.RequestContext): Promise<string[]> {
  const { charts } = context.workbook.worksheets.getItem('Dashboard').load('charts/items/name');
  await context.sync();
  return charts.items.map(({ name }) => name);
}

async function markCount(context: Excel.RequestContext): Promise<number> {
  const count = context.workbook.tables.getItem('Tickets').getDataBodyRange().conditionalFormats.getCount();
  await context.sync();
  return count.value;
}

interface Wire {
  send(
    id: number,
    body: {
      Actions: { Name: string; ArgumentInfo?: unknown }[];
      ObjectPaths: Record<string, { Name: string; ArgumentInfo?: { Arguments?: unknown[] } }>;
    },
    flags: number,
  ): Promise<unknown>;
}

/** Plays an Excel that draws everything but funnels. */
function refuseFunnels(host: unknown): void {
  const wire = (host as { intake: Wire }).intake;
  const send = wire.send.bind(wire);
  wire.send = async (id, body, flags) => {
    const isFunnel = Object.values(body.ObjectPaths).some((path) => path.ArgumentInfo?.Arguments?.[0] === 'Funnel');
    if (!isFunnel) return send(id, body, flags);
    return {
      HttpStatusCode: 400,
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'no such chart',
      Headers: {},
      Body: null,
    };
  };
}
