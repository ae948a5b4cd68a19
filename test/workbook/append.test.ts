import { adding, columnAt, connect, installed, run, today, valuesAt, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today - 20 };
const bolt = { id: 'C-2', name: 'Bolt', createdAt: today };

describe('appending records to a live table', () => {
  it('should keep texts as they are when they look like formulas, numbers or dates', async () => {
    const fixture = await installed();
    const texts = ['=1+1', '+86 10', '-5', '@home', '007', '3/4', "'quoted", '110101199003070000'];

    await fixture.home.apply(
      adding('customers', ...texts.map((name, row) => ({ id: `C-${row}`, name, phone: name, tierOverride: name }))),
    );

    const { columns } = (await fixture.home.read(['customers'])).tables.customers!;
    expect(columns.name).toEqual(texts);
    expect(columns.phone).toEqual(texts);
    expect(await columnAt(fixture, 'Customers', 'Tier override')).toEqual(texts);
  });

  it.each(['usual', 'pessimistic'] as const)(
    'should fill the blank row, grow the table and its formulas under the %s rules',
    async (variant) => {
      const fixture = await installed('en', { variant });

      await fixture.home.apply(adding('customers', acme, bolt));
      await fixture.home.apply(adding('customers', { ...bolt, id: 'C-3', name: 'Cobra' }));

      expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['C-1', 'C-2', 'C-3']);
      expect(await columnAt(fixture, 'Customers', 'Revisit')).toEqual(['Upcoming', 'Upcoming', 'Upcoming']);
      expect(await columnAt(fixture, 'Customers', 'Unique name')).toEqual(['Acme', 'Bolt', 'Cobra']);
    },
  );

  it('should give new rows the choices and conditional formats of the table', async () => {
    const fixture = await installed('en', { variant: 'pessimistic' });

    await fixture.home.apply(adding('customers', acme, bolt));

    const [rule, count] = await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('Customers');
      const row = table.rows.getItemAt(1).getRange();
      const validation = table.columns
        .getItem('Key customer')
        .getDataBodyRange()
        .getCell(1, 0)
        .dataValidation.load('rule');
      const formats = row.conditionalFormats.getCount();
      await context.sync();
      return [validation.rule, formats.value] as const;
    });
    expect(rule.list?.source).toBe('=crm_list_boolean');
    expect(count).toBeGreaterThan(0);
  });

  it('should refuse before it writes when the totals row is shown', async () => {
    const fixture = await installed();
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Customers').showTotals = true;
      await context.sync();
    });

    await expect(fixture.home.apply(adding('customers', acme))).rejects.toMatchObject({ code: 'totalsRowShown' });

    expect((await fixture.home.read(['customers'])).tables.customers!.count).toBe(0);
  });

  it('should refuse before it writes when something stands below the table', async () => {
    const fixture = await withAcme();
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Customers').getRange('B4').values = [['a note of mine']];
      await context.sync();
    });

    const two = fixture.home.apply(adding('customers', bolt, { ...bolt, id: 'C-3' }));

    await expect(two).rejects.toMatchObject({ code: 'cellsBelowTable' });
    expect(await valuesAt(fixture, 'Customers', 'B3:B4')).toEqual([[''], ['a note of mine']]);
  });

  it('should refuse before it writes when the sheet has no row left', async () => {
    const fixture = await installed();
    const products = moveToLastRow(fixture);

    const two = fixture.home.apply(adding('products', { id: 'G-1', name: 'Pump' }, { id: 'G-2', name: 'Valve' }));

    await expect(two).rejects.toMatchObject({ code: 'sheetFull' });
    expect(products.sheet.value(1_048_575, 0)).toBeNull();
  });

  it('should refuse before it writes when the workbook is read-only', async () => {
    const fixture = await installed();
    fixture.host.workbook.readOnly = true;

    await expect(fixture.home.apply(adding('products', { id: 'G-1', name: 'Pump' }))).rejects.toMatchObject({
      code: 'readOnly',
    });
    expect(await fixture.home.facts()).toMatchObject({ readOnly: true });
    expect((await fixture.home.read()).tables.products!.count).toBe(0);
  });

  it('should look again when a co-author moved columns since the last look', async () => {
    const fixture = await withAcme();
    const other = await connect(fixture.host);
    await run(other, async (context) => {
      context.workbook.tables.getItem('Customers').columns.getItem('Customer').name = 'Company';
      await context.sync();
    });

    await fixture.home.apply(adding('customers', bolt));

    expect(await columnAt(fixture, 'Customers', 'Company')).toEqual(['Acme', 'Bolt']);
  });

  it('should keep both records when two people append at the same time', async () => {
    const fixture = await withAcme();
    const other = await connect(fixture.host);
    await other.home.read();

    await fixture.home.apply(adding('customers', bolt));
    await other.home.apply(adding('customers', { ...bolt, id: 'C-3', name: 'Cobra' }));

    expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['C-1', 'C-2', 'C-3']);
  });

  it('should say that the sheet is protected when it is', async () => {
    const fixture = await withAcme();
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Customers').protection.protect();
      await context.sync();
    });

    await expect(fixture.home.apply(adding('customers', bolt))).rejects.toMatchObject({ code: 'protected' });

    expect(await columnAt(fixture, 'ChangeLog', 'Record')).toEqual(['C-1']);
  });

  it('should wait for the person when a cell is being edited', async () => {
    const fixture = await withAcme();
    fixture.host.cellEditing = true;
    setTimeout(() => (fixture.host.cellEditing = false), 20);

    const report = await fixture.home.apply(adding('customers', bolt));

    expect(report.appended).toBe(1);
  });
});

async function withAcme(): Promise<LiveFixture> {
  const fixture = await installed();
  await fixture.home.apply(adding('customers', acme));
  return fixture;
}

/** Puts a table where its only row is the last one of the sheet; dragging a million rows there would take minutes. */
function moveToLastRow({ host }: LiveFixture) {
  const table = host.workbook.findTable('Products')!;
  const header = table.columns.map(({ name }) => name);
  table.area = { ...table.area, row: 1_048_574 };
  header.forEach((name, column) => table.sheet.grid.setContent(1_048_574, column, name));
  return table;
}
