import { insertFunnel } from '../../src/actions/insertFunnel';
import { applyTiers, proposeTiers } from '../../src/actions/recomputeTiers';
import { refresh } from '../../src/actions/refresh';
import { sequenceIds } from '../../src/shared/ids';
import { adding, columnAt, connect, installed, run, today, valuesAt } from '../workbook/support';

const options = () => ({ clock: today, ids: sequenceIds() });

describe('refreshing the workbook', () => {
  it('should give an id to what people typed and leave everything else alone', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme' }));
    fixture.host.userEdit('Customers', 'B3', 'Bolt');

    const report = await refresh(fixture.home, options());

    expect(report).toMatchObject({ idsFilled: 1, figures: [] });
    expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['C-1', 'C-2']);
    expect((await fixture.home.read()).settings.refreshedAt).toBe(today);
  });

  it('should write figures where a column holds values, once', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme' }, { id: 'C-2', name: 'Bolt' }));
    await run(fixture, async (context) => {
      context.workbook.tables.getItem('Customers').columns.getItem('Orders').getDataBodyRange().values = [[''], ['']];
      await context.sync();
    });
    await fixture.home.apply(adding('orders', { id: 'O-1', customer: 'C-2', orderedAt: today - 3, amount: 10 }));

    const first = await refresh(fixture.home, options());
    const second = await refresh(fixture.home, options());

    expect(first).toMatchObject({ figures: [{ table: 'customers', column: 'ordersCount', cells: 2 }] });
    expect(second).toMatchObject({ figures: [] });
    expect(await columnAt(fixture, 'Customers', 'Orders')).toEqual([0, 1]);
  });

  it('should ask first while others are editing', async () => {
    const fixture = await installed();
    await connect(fixture.host);

    expect(await refresh(fixture.home, options())).toEqual({ needsConsent: true });
    expect(await refresh(fixture.home, { ...options(), consent: true })).toMatchObject({ needsConsent: false });
  });
});

describe('recomputing the tiers', () => {
  it('should show who moves and write the new cut points when accepted', async () => {
    const fixture = await installed();
    const customers = Array.from({ length: 10 }, (_, row) => ({ id: `C-${row}`, name: `Customer ${row}` }));
    const orders = customers.map(({ id }, row) => ({
      id: `O-${row}`,
      customer: id,
      orderedAt: today - 10,
      amount: (row + 1) * 100,
    }));
    await fixture.home.apply(adding('customers', ...customers));
    await fixture.home.apply(adding('orders', ...orders));

    const proposal = proposeTiers(await fixture.home.read(), today);
    await applyTiers(fixture.home, proposal);

    expect(proposal.moves.map(({ customerId, to }) => `${customerId} ${to}`)).toEqual([
      'C-5 B',
      'C-6 B',
      'C-7 B',
      'C-8 A',
      'C-9 A',
    ]);
    expect(await columnAt(fixture, 'Tiers', 'From value')).toEqual([900, 600, 0]);
    expect((await columnAt(fixture, 'Customers', 'Tier')).join('')).toBe('CCCCCBBBAA');
  });
});

describe('inserting a funnel', () => {
  it('should draw it on the active sheet, linked to the dashboard', async () => {
    const fixture = await installed();
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').activate();
      context.workbook.worksheets.getItem('Sheet1').getRange('B2').select();
      await context.sync();
    });

    await insertFunnel(fixture.home);

    const names = await run(fixture, async (context) => {
      const { charts } = context.workbook.worksheets.getItem('Sheet1').load('charts/items/name');
      await context.sync();
      return charts.items.map(({ name }) => name);
    });
    expect(names).toEqual(['crm_funnel_2']);
    expect(await valuesAt(fixture, 'Sheet1', 'A1:B3')).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });
});
