import type { Value } from '../../src/crm/snapshot';
import { sequenceIds } from '../../src/shared/ids';
import type { Selection } from '../../src/template/selected';
import { adding, connect, costOf, installed, run, today, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };
const deal = { id: 'D-1', name: 'Pumps', customer: 'Acme', createdAt: today };

describe('the selected row', () => {
  it('should say which records a row of our tables names, by column', async () => {
    const fixture = await filled();

    await select(fixture, 'Customers', 'F2');
    const customer = await fixture.home.selection();
    await select(fixture, 'Opportunities', 'D2');
    const opportunity = await fixture.home.selection();

    expect(named(customer)).toEqual({ id: 'C-1', name: 'Acme' });
    expect(customer!.table).toBe('customers');
    expect(opportunity!.table).toBe('opportunities');
    expect(named(opportunity)).toMatchObject({ customer: 'Acme' });
  });

  it('should say nothing of headings, of tables that name nobody, and of blank rows', async () => {
    const fixture = await filled();
    await run(fixture, async (context) => {
      context.workbook.worksheets.add('Mine');
      await context.sync();
    });

    const nothing: unknown[] = [];
    for (const [sheet, address] of [
      ['Customers', 'B1'],
      ['Settings', 'B2'],
      ['Mine', 'A1'],
    ] as const) {
      await select(fixture, sheet, address);
      nothing.push(await fixture.home.selection());
    }

    expect(nothing).toEqual([null, null, null]);
  });

  it("should give the filled cells of a row on a sheet of the manager's own", async () => {
    const fixture = await filled();
    await run(fixture, async (context) => {
      context.workbook.worksheets.add('Mine').getRange('A3:C3').values = [['call', '', 'Acme']];
      await context.sync();
    });

    await select(fixture, 'Mine', 'H3');

    expect(await fixture.home.selection()).toEqual({
      table: null,
      cells: [
        { column: null, value: 'call' },
        { column: null, value: 'Acme' },
      ],
    });
  });

  it('should find the cells again when columns were moved or inserted meanwhile', async () => {
    const fixture = await filled();
    await select(fixture, 'Customers', 'B2');
    await fixture.home.selection();

    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Customers').columns.add(1, [['Mark'], ['x']]);
      await context.sync();
    });

    expect(named(await fixture.home.selection())).toEqual({ id: 'C-1', name: 'Acme' });
  });

  it('should cost two small requests however many rows there are', async () => {
    const fixture = await filled();
    const records = Array.from({ length: 300 }, (_, row) => ({ id: `C-x${row}`, name: `Customer ${row}` }));
    await fixture.home.apply(adding('customers', ...records), { bulk: true });
    await select(fixture, 'Customers', 'B200');
    await fixture.home.selection();

    const cost = await costOf(fixture.host, () => fixture.home.selection());

    expect(cost.syncs).toBe(2);
    expect(cost.requestBytes).toBeLessThan(5_000);
    expect(cost.responseBytes).toBeLessThan(2_000);
  });
});

describe('watching the selection', () => {
  it('should tell once when the selection stands still, also of a sheet that comes to the front', async () => {
    const { person, told, quieten } = await watching();

    await select(person, 'Customers', 'A2');
    await select(person, 'Customers', 'B2');
    await quieten();
    const afterCells = told.length;
    await run(person, async (context) => {
      context.workbook.worksheets.getItem('Opportunities').activate();
      await context.sync();
    });
    await quieten();

    expect(afterCells).toBe(1);
    expect(told).toHaveLength(2);
  });

  it("should not tell of a co-author's selection, and nothing once it is stopped", async () => {
    const { person, other, told, quieten, stop } = await watching();

    await select(other, 'Customers', 'B2');
    await quieten();
    await stop();
    await select(person, 'Customers', 'A2');
    await quieten();

    expect(told).toEqual([]);
  });
});

const named = (selection: Selection | null): Record<string, Value> =>
  Object.fromEntries(
    selection!.cells.filter(({ value }) => value !== null).map(({ column, value }) => [column, value]),
  );

async function filled(): Promise<LiveFixture> {
  const fixture = await installed();
  await fixture.home.apply(adding('customers', acme));
  await fixture.home.apply(adding('opportunities', deal));
  return fixture;
}

const select = (fixture: Pick<LiveFixture, 'client'>, sheet: string, address: string): Promise<void> =>
  run(fixture, async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await context.sync();
  });

async function watching() {
  const { host } = await filled();
  let ring: (() => void) | null = null;
  const timer = (rings: () => void) => {
    ring = rings;
    return () => (ring = null);
  };
  const person = await connect(host, { ids: sequenceIds(), timer });
  const other = await connect(host, { ids: sequenceIds() });
  const told: null[] = [];
  const stop = await person.home.watchSelection(() => void told.push(null));
  const quieten = async () => {
    await host.settle();
    ring?.();
    ring = null;
  };
  return { person, other, told, quieten, stop };
}
