import { todayNeeds } from '../../src/actions/report/todayNeeds';
import { tableDef } from '../../src/template/load';
import { passingLayouts } from '../../src/workbook/layoutStore';
import { adding, changing, connect, costOf, installed, run, today, type LiveFixture } from './support';

const records = {
  team: [{ id: 'U-1', name: 'Lena' }],
  customers: [
    { id: 'C-1', name: 'Acme', owner: 'Lena', createdAt: today - 60 },
    { id: 'C-2', name: 'Bolt', owner: 'U-1', createdAt: today - 3 },
  ],
  orders: [{ id: 'O-1', customer: 'C-1', amount: 10, dueAt: today - 3 }],
};

/** A workbook that this machine has opened before, and the next run of the add-in on it. */
async function openedBefore(fixture?: LiveFixture) {
  const first = fixture ?? (await installed('en', { createCalculator: null }));
  if (!fixture) for (const [table, rows] of Object.entries(records)) await first.home.apply(adding(table, ...rows));
  const layouts = passingLayouts();
  await (await connect(first.host, { layouts })).home.open(todayNeeds);
  return { ...first, layouts, next: () => connect(first.host, { layouts }) };
}

type Stage = Awaited<ReturnType<typeof openedBefore>>;

/** What the next opening gives, what it costs, and what a machine without memory is given. */
async function openNext({ host, next }: Stage) {
  const { home } = await next();
  let opened: unknown;
  const { syncs, responseBytes } = await costOf(host, async () => (opened = await home.open(todayNeeds)));
  return { opened, syncs, responseBytes, fresh: await (await connect(host)).home.open(todayNeeds) };
}

/** Does something to a table as a person would. */
const edit = (stage: Stage, change: (table: Excel.Table, context: Excel.RequestContext) => void, name = 'Customers') =>
  run(stage, async (context) => {
    change(context.workbook.tables.getItem(name), context);
    await context.sync();
  });

describe('opening a workbook once more on the same machine', () => {
  it('should read what it needs in one small request, with the rows that came meanwhile', async () => {
    const stage = await openedBefore();
    await stage.home.apply(adding('customers', { id: 'C-3', name: 'Cobra', createdAt: today }));
    await stage.home.apply(changing('customers', 'C-1', 'owner', 'Lena', null));

    const { opened, syncs, responseBytes, fresh } = await openNext(stage);

    expect(syncs).toBe(1);
    expect(responseBytes).toBeLessThan(110_000);
    expect(opened).toEqual(fresh);
    expect(opened).toMatchObject({ snapshot: { tables: { customers: { count: 3 } } } });
  });

  const changes: readonly (readonly [string, (stage: Stage) => Promise<unknown>])[] = [
    ['a column was inserted', (stage) => edit(stage, (table) => table.columns.add(1, undefined, 'Mine'))],
    ['a column was renamed', (stage) => edit(stage, (table) => (table.columns.getItemAt(1).name = 'Company'))],
    [
      'two columns changed places',
      (stage) =>
        edit(stage, (table) => {
          table.columns.getItem('Customer').name = 'Other';
          table.columns.getItem('Phone').name = 'Customer';
          table.columns.getItem('Other').name = 'Phone';
        }),
    ],
    ['a column was deleted', (stage) => edit(stage, (table) => table.columns.getItem('Phone').delete())],
    ['a table was renamed', (stage) => edit(stage, (table) => (table.name = 'Clients'))],
    ['a table is gone', (stage) => edit(stage, (table) => table.delete(), 'Orders')],
    [
      'the meta table says something else',
      (stage) =>
        edit(
          stage,
          (table) => {
            const cell = table.getDataBodyRange().getCell(5, 3);
            cell.values = [['Elsewhere']];
          },
          tableDef('meta').tableName,
        ),
    ],
    [
      'another version wrote it',
      (stage) =>
        run(stage, async ({ workbook, sync }) => {
          workbook.names.getItem('crm_schema_version').formula = '=99';
          await sync();
        }),
    ],
    [
      'another workbook has its name',
      (stage) =>
        run(stage, async ({ workbook, sync }) => {
          workbook.names.getItem('crm_workbook').formula = '="W-OTHER"';
          await sync();
        }),
    ],
  ];

  it.each(changes)('should see the workbook as it is when %s', async (_, change) => {
    const stage = await openedBefore();
    await change(stage);

    const { opened, syncs, fresh } = await openNext(stage);

    expect(syncs).toBe(4);
    expect(opened).toEqual(fresh);
  });

  it('should know renamed columns by their ids, and learn of changes from the opening after them', async () => {
    const stage = await openedBefore();
    await edit(stage, (table) => (table.columns.getItem('Phone').name = 'Telephone'));
    await openNext(stage);

    const { opened, syncs, fresh } = await openNext(stage);

    expect(syncs).toBe(1);
    expect(opened).toEqual(fresh);
    await edit(stage, (table) => {
      table.columns.getItem('Telephone').delete();
      table.columns.add(undefined, undefined, 'Telephone');
    });
    const later = await openNext(stage);
    expect(later.opened).toEqual(later.fresh);
  });

  it('should look anew in an empty workbook that has the name of a CRM', async () => {
    const stage = await openedBefore();
    const { createLiveHome } = await import('../../src/workbook');
    const { createHost } = await import('../../src/host');
    const other = await (await createHost({})).connect();

    const opened = await createLiveHome(other.Excel, { layouts: stage.layouts }).open(todayNeeds);

    expect(opened).toMatchObject({ facts: { schemaVersion: 0 }, snapshot: null });
  });

  it('should ask for smaller pieces when the answer would be too large by now', async () => {
    const stage = await openedBefore(await installed('en', { createCalculator: null, payloadLimit: 3_000_000 }));
    const names = Array.from({ length: 1_200 }, (_, row) => ({ id: `C-${row}`, name: `${row}${'x'.repeat(3_000)}` }));
    await stage.home.apply(adding('customers', ...names.slice(0, 600)), { bulk: true });
    await stage.home.apply(adding('customers', ...names.slice(600)), { bulk: true });

    const { opened } = await openNext(stage);

    expect(opened).toMatchObject({ snapshot: { tables: { customers: { count: 1_200 } } } });
  });

  it('should tell before it asks Excel whether there was a CRM', async () => {
    const stage = await openedBefore();

    const { home } = await stage.next();
    const { syncs } = await costOf(stage.host, async () => home.isKnown());

    expect(home.isKnown()).toBe(true);
    expect((await connect(stage.host)).home.isKnown()).toBe(false);
    expect(syncs).toBe(0);
  });

  it('should write as ever after such an opening', async () => {
    const stage = await openedBefore();
    const { home } = await stage.next();
    await home.open(todayNeeds);

    const report = await home.apply(changing('customers', 'C-2', 'name', 'Bolt', 'Bolt & Co'));

    expect(report.updated).toBe(1);
    expect((await openNext(stage)).opened).toMatchObject({
      snapshot: { tables: { customers: { columns: { name: ['Acme', 'Bolt & Co'] } } } },
    });
  });
});
