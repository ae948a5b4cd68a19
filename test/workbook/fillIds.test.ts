import { adding, columnAt, connect, installed, run, today } from './support';

describe('giving records their ids', () => {
  it('should leave every id where it is when rows are sorted between our look and our write', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Zeta', createdAt: today }));
    fixture.host.userEdit('Customers', 'B3', 'Acme');
    await fixture.home.read();
    const other = await connect(fixture.host);
    // The look and the write are the last two requests.
    fixture.host.faults = [{ kind: 'delay', client: fixture.client.id, sync: 2, milliseconds: 300 }];

    const filling = fixture.home.fillIds([{ table: 'customers', sheetRow: 3, name: 'Acme', id: 'C-2' }]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await run(other, async (context) => {
      context.workbook.tables.getItem('Customers').sort.apply([{ key: 1, ascending: true }]);
      await context.sync();
    });
    const filled = await filling;

    expect(filled).toBe(0);
    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['Acme', 'Zeta']);
    expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['', 'C-1']);
  });
});
