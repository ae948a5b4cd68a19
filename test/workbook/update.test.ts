import type { Changeset, FieldChange } from '../../src/crm/changeset';
import { adding, changing, columnAt, connect, installed, run, today, type LiveFixture } from './support';

describe('changing records of a live table', () => {
  it('should write only the changed cell and a journal row', async () => {
    const fixture = await withCustomers();

    const report = await fixture.home.apply(changing('customers', 'c-2', 'phone', null, '010 5'));

    expect(report).toEqual({ appended: 0, updated: 1, alreadyDone: 0, conflicts: [] });
    expect(await columnAt(fixture, 'Customers', 'Phone')).toEqual(['', '010 5', '']);
    expect((await columnAt(fixture, 'ChangeLog', 'After')).at(-1)).toBe('010 5');
  });

  it('should write nothing and show both values when somebody changed the cell meanwhile', async () => {
    const fixture = await withCustomers();
    const other = await connect(fixture.host);
    await other.home.apply(changing('customers', 'C-1', 'name', 'Acme', 'Acme Ltd'));

    const report = await fixture.home.apply(changing('customers', 'C-1', 'name', 'Acme', 'Acme AG'));

    expect(report.conflicts).toMatchObject([{ before: 'Acme', after: 'Acme AG', current: 'Acme Ltd' }]);
    expect(report.updated).toBe(0);
    expect((await columnAt(fixture, 'Customers', 'Customer'))[0]).toBe('Acme Ltd');
  });

  it('should leave conflicts out and do the rest when it is a bulk change', async () => {
    const fixture = await withCustomers();
    const updates = ['Acme', 'other', 'Cobra'].map(
      (before, row) => changing('customers', `C-${row + 1}`, 'name', before, `New ${row}`).updates[0]!,
    );

    const report = await fixture.home.apply({ action: 'edit', updates, appends: [], removals: [] }, { bulk: true });

    expect(report).toMatchObject({ updated: 2, conflicts: [{ id: 'C-2', current: 'Bolt' }] });
    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['New 0', 'Bolt', 'New 2']);
  });

  it('should count a change as done when the cell already says so', async () => {
    const fixture = await withCustomers();

    const report = await fixture.home.apply(changing('customers', 'C-1', 'name', 'old', 'Acme'));

    expect(report).toEqual({ appended: 0, updated: 0, alreadyDone: 1, conflicts: [] });
  });

  it('should find the record where it is now when rows were sorted since', async () => {
    const fixture = await withCustomers();
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Customers').sort.apply([{ key: 1, ascending: false }]);
      await context.sync();
    });

    await fixture.home.apply(changing('customers', 'C-1', 'phone', null, '1'));

    expect(await columnAt(fixture, 'Customers', 'Phone')).toEqual(['', '', '1']);
  });

  it('should not overwrite a formula that a person put into an input column', async () => {
    const fixture = await withCustomers();
    fixture.host.userEdit('Customers', 'B2', '="Ac"&"me"');

    const report = await fixture.home.apply(changing('customers', 'C-1', 'name', 'Acme', 'Changed'));

    expect(report.conflicts).toHaveLength(1);
  });

  it('should refuse when the record is gone', async () => {
    const { home } = await withCustomers();

    await expect(home.apply(changing('customers', 'C-9', 'name', 'x', 'y'))).rejects.toMatchObject({
      code: 'recordNotFound',
      params: { id: 'C-9' },
    });
  });

  it('should refuse when the id was pasted twice, and name the rows', async () => {
    const fixture = await withCustomers();
    fixture.host.userEdit('Customers', 'A4', 'C-1');

    await expect(fixture.home.apply(changing('customers', 'C-1', 'phone', null, '1'))).rejects.toMatchObject({
      code: 'duplicateId',
      params: { rows: '2, 4' },
    });
    expect(await columnAt(fixture, 'Customers', 'Phone')).toEqual(['', '', '']);
  });

  it('should list doubled, lost and archived records when it is a bulk change', async () => {
    const fixture = await withCustomers();
    await fixture.home.apply(changing('customers', 'C-2', 'archived', null, true));
    fixture.host.userEdit('Customers', 'A4', 'C-1');
    const updates = ['C-1', 'C-2', 'C-9'].map((id) => changing('customers', id, 'phone', null, '1').updates[0]!);

    const report = await fixture.home.apply({ action: 'edit', updates, appends: [], removals: [] }, { bulk: true });

    expect(report.conflicts.map(({ id, reason }) => [id, reason])).toEqual([
      ['C-1', 'duplicateId'],
      ['C-9', 'recordNotFound'],
      ['C-2', 'archived'],
    ]);
    expect(report.updated).toBe(0);
  });

  it.each([1, 30])('should follow %i records when rows are sorted between our look and our write', async (count) => {
    const fixture = await installed();
    const records = Array.from({ length: 40 }, (_, row) => ({ id: `C-${row}`, name: `Customer ${90 - row}` }));
    await fixture.home.apply(adding('customers', ...records), { bulk: true });
    const other = await connect(fixture.host);
    const updates = records
      .slice(0, count)
      .map(({ id }) => changing('customers', id, 'phone', null, `of ${id}`).updates[0]!);
    const writing = count === 1 ? 4 : 6;
    fixture.host.faults = [{ kind: 'delay', client: fixture.client.id, sync: writing, milliseconds: 300 }];

    const ours = fixture.home.apply({ action: 'edit', updates, appends: [], removals: [] }, { bulk: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await run(other, async (context) => {
      context.workbook.tables.getItem('Customers').sort.apply([{ key: 1, ascending: true }]);
      await context.sync();
    });
    const report = await ours;

    const { columns } = (await fixture.home.read(['customers'])).tables.customers!;
    const wrong = columns.phone!.filter((phone, row) => phone !== null && phone !== `of ${columns.id![row]}`);
    expect(report.updated + report.alreadyDone).toBe(count);
    expect(columns.id![0]).toBe('C-39');
    expect(wrong).toEqual([]);
  });

  it('should leave hidden rows right when they move between our look and our write', async () => {
    const fixture = await withCustomers();
    const other = await connect(fixture.host);
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Customers').getDataBodyRange().rowHidden = true;
      await context.sync();
    });
    fixture.host.faults = [{ kind: 'delay', client: fixture.client.id, sync: 6, milliseconds: 300 }];

    const update = changing('customers', 'C-1', 'phone', null, 'of C-1');
    const many = { ...update, updates: withNobodyElse(update) };
    const ours = fixture.home.apply(many, { bulk: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await run(other, async (context) => {
      // Excel does not sort hidden rows; a person who shows them first may.
      const { worksheet } = context.workbook.tables.getItem('Customers');
      worksheet.getRange('A2').values = [['C-3']];
      worksheet.getRange('A4').values = [['C-1']];
      await context.sync();
    });
    await ours;

    expect(await columnAt(fixture, 'Customers', 'Phone')).toEqual(['', '', 'of C-1']);
  });

  it('should tell what it overwrote when somebody changed the cell in the same moment', async () => {
    const fixture = await withCustomers();
    const other = await connect(fixture.host);
    await other.home.read();
    fixture.host.faults = [{ kind: 'delay', client: fixture.client.id, sync: 4, milliseconds: 200 }];

    const ours = fixture.home.apply(changing('customers', 'C-1', 'phone', null, 'mine'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await other.home.apply(changing('customers', 'C-1', 'phone', null, 'theirs'));
    const report = await ours;

    expect(report).toMatchObject({ updated: 1, conflicts: [{ reason: 'overwritten', current: 'theirs' }] });
  });

  it('should refuse before the first write when the sheet is protected', async () => {
    const fixture = await withCustomers();
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Customers').protection.protect();
      await context.sync();
    });

    const change = fixture.home.apply(changing('customers', 'C-1', 'phone', null, '1'));

    await expect(change).rejects.toMatchObject({ code: 'protected' });
  });

  it('should change hundreds of records with few requests', async () => {
    const fixture = await installed();
    const records = Array.from({ length: 600 }, (_, row) => ({ id: `C-${row}`, name: `Customer ${row}` }));
    await fixture.home.apply(adding('customers', ...records), { bulk: true });
    const updates = records
      .map(({ id }) => changing('customers', id, 'city', null, null).updates[0]!)
      .map((update) => ({ ...update, field: 'region', after: 'North' }));
    const before = fixture.host.stats.syncs;

    const report = await fixture.home.apply({ action: 'edit', updates, appends: [], removals: [] }, { bulk: true });

    expect(report.updated).toBe(600);
    expect(fixture.host.stats.syncs - before).toBeLessThan(15);
  });

  it('should take a record out again and keep one blank row when it was the only one', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme', createdAt: today }));

    await fixture.home.apply({
      action: 'undo',
      updates: [],
      appends: [],
      removals: [{ table: 'customers', id: 'C-1' }],
    });

    expect((await fixture.home.read(['customers'])).tables.customers!.count).toBe(0);
    expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['']);
  });
});

/** So many records that they are looked up in the id column as a whole; all but the first are not there. */
const withNobodyElse = ({ updates: [first] }: Changeset): FieldChange[] =>
  Array.from({ length: 25 }, (_, index) => (index === 0 ? first! : { ...first!, id: `none-${index}` }));

async function withCustomers(): Promise<LiveFixture> {
  const fixture = await installed();
  const names = ['Acme', 'Bolt', 'Cobra'];
  await fixture.home.apply(
    adding('customers', ...names.map((name, row) => ({ id: `C-${row + 1}`, name, createdAt: today }))),
  );
  return fixture;
}
