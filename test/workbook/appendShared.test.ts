import type { LiveHome } from '../../src/actions/home';
import { randomIds } from '../../src/shared/ids';
import { adding, columnAt, connect, installed, run, today, valuesAt, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };
const bolt = { id: 'C-2', name: 'Bolt', createdAt: today };
const cobra = { id: 'C-3', name: 'Cobra', createdAt: today };

const ids = (fixture: Pick<LiveFixture, 'client'>) => columnAt(fixture, 'Customers', 'Customer ID');

describe.each(['usual', 'pessimistic'] as const)('appending while others are at work (%s rules)', (variant) => {
  it.each([
    ['the only row is blank', []],
    ['there are records', [acme]],
  ])('should destroy nothing when somebody appends between our look and our write and %s', async (_, before) => {
    const fixture = await installed('en', { variant });
    if (before.length) await fixture.home.apply(adding('customers', ...before));
    const other = await connect(fixture.host, { ids: randomIds() });
    await other.home.read();
    await fixture.home.read();
    // Our write is held up until the other's is done.
    fixture.host.faults = [{ kind: 'delay', client: fixture.client.id, sync: 2, milliseconds: 200 }];

    const ours = fixture.home.apply(adding('customers', bolt));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.home.apply(adding('customers', cobra));
    await ours;

    expect(await ids(fixture)).toEqual([...before.map(({ id }) => id), 'C-3', 'C-2']);
    expect((await columnAt(fixture, 'ChangeLog', 'Record')).sort()).toEqual(
      [...before.map(({ id }) => id), 'C-2', 'C-3'].sort(),
    );
  });

  it('should hide the totals row and show it again with what it said, when the person agreed', async () => {
    const fixture = await installed('en', { variant });
    await fixture.home.apply(adding('customers', acme));
    await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('Customers');
      table.showTotals = true;
      table.getTotalRowRange().getCell(0, 1).values = [['=SUBTOTAL(103,[Customer])']];
      await context.sync();
    });

    await fixture.home.apply(adding('customers', bolt), { consent: { hideTotals: true } });

    expect(await ids(fixture)).toEqual(['C-1', 'C-2']);
    expect(await valuesAt(fixture, 'Customers', 'B4')).toEqual([[2]]);
  });

  it('should move cells below the table down, in its columns only, when the person agreed', async () => {
    const fixture = await installed('en', { variant });
    await fixture.home.apply(adding('products', { id: 'G-1', name: 'Pump' }));
    const beside = await besideOf(fixture, 'Products');
    await run(fixture, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Products');
      sheet.getRange('B4').values = [['a note of mine']];
      sheet.getRange(`${beside}4`).values = [['beside']];
      await context.sync();
    });

    const two = adding('products', { id: 'G-2', name: 'Valve' }, { id: 'G-3', name: 'Seal' });
    await fixture.home.apply(two, { consent: { insertRows: true } });

    expect(await columnAt(fixture, 'Products', 'Product')).toEqual(['Pump', 'Valve', 'Seal']);
    expect(await valuesAt(fixture, 'Products', 'B6')).toEqual([['a note of mine']]);
    expect(await valuesAt(fixture, 'Products', `${beside}4`)).toEqual([['beside']]);
  });

  it('should append under a filter, and miss no record that the filter hides', async () => {
    const fixture = await installed('en', { variant });
    await fixture.home.apply(adding('customers', acme, bolt));
    await filterNames(fixture, 'Acme');

    const report = await fixture.home.apply(adding('customers', cobra));
    await fixture.home.reconcile();

    expect(report.appended).toBe(1);
    expect(await ids(fixture)).toEqual(['C-1', 'C-2', 'C-3']);
  });
});

describe('appending to a table that cannot take rows', () => {
  it('should take rows in that a broken connection left under the table', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', acme));
    await forbidGrowth(fixture);
    fixture.host.faults = [{ kind: 'fail', sync: 3, action: 1 }];

    await fixture.home.apply(adding('customers', bolt));

    expect(await ids(fixture)).toEqual(['C-1', 'C-2']);
  });

  it('should keep every piece of a long list when the table grows over none of them', async () => {
    const fixture = await installed('en', { createCalculator: null });
    await fixture.home.apply(adding('customers', acme));
    await forbidGrowth(fixture, 200);
    const many = Array.from({ length: 120 }, (_, row) => ({ id: `C-${row + 2}`, name: 'x', note: 'n'.repeat(20_000) }));

    const report = await fixture.home.apply(adding('customers', ...many), { bulk: true });

    expect(report.appended).toBe(120);
    expect(await ids(fixture)).toEqual(['C-1', ...many.map(({ id }) => id)]);
  });

  it('should refuse before the first write when the journal is protected', async () => {
    const fixture = await installed();
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('ChangeLog').worksheet.protection.protect();
      await context.sync();
    });

    await expect(fixture.home.apply(adding('customers', acme))).rejects.toMatchObject({ code: 'protected' });

    expect((await fixture.home.read()).tables.customers!.count).toBe(0);
    expect(await fixture.home.reconcile()).toBe(0);
  });

  it('should wait for nothing that Excel refused for good', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', acme));
    const failures = Array.from({ length: 20 }, (_, sync) => ({ kind: 'fail' as const, sync: sync + 1, action: 20 }));
    fixture.host.faults = failures.slice(1).map((fault) => ({ ...fault, code: 'GeneralException' as const }));

    const code = await codeOf(fixture.home, 'C-2');
    fixture.host.faults = [];
    await fixture.home.reconcile();

    expect(['unsureWritten', 'excelFailed']).toContain(code);
    const found = (await ids(fixture)).filter((id) => id === 'C-2');
    expect(found).toHaveLength(code === 'unsureWritten' ? 1 : 0);
  });
});

const codeOf = (home: LiveHome, id: string): Promise<string> =>
  home.apply(adding('customers', { ...bolt, id })).then(
    () => 'written',
    (error: { code: string }) => error.code,
  );

/** A validation under the table: Excel does not grow tables over one. */
const forbidGrowth = (fixture: LiveFixture, rows = 1) =>
  run(fixture, async (context) => {
    const body = context.workbook.tables.getItem('Customers').getDataBodyRange();
    body.getRowsBelow(rows).dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
    await context.sync();
  });

const filterNames = (fixture: LiveFixture, name: string) =>
  run(fixture, async (context) => {
    context.workbook.tables.getItem('Customers').columns.getItem('Customer').filter.applyValuesFilter([name]);
    await context.sync();
  });

/** The first column right of a table. */
async function besideOf({ host }: LiveFixture, table: string): Promise<string> {
  const { area } = host.workbook.findTable(table)!;
  const column = area.column + area.columns + 1;
  return column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
}
