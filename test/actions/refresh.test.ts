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

    expect(report).toMatchObject({ idsFilled: 1 });
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

    expect(first).toMatchObject({
      figures: expect.arrayContaining([{ table: 'customers', column: 'ordersCount', cells: 2 }]) as object,
    });
    expect(second).toMatchObject({ figures: [] });
    expect(await columnAt(fixture, 'Customers', 'Orders')).toEqual([0, 1]);
  });

  it('should ask first while others are editing', async () => {
    const fixture = await installed();
    await connect(fixture.host);

    expect(await refresh(fixture.home, options())).toEqual({ needsConsent: true });
    expect(await refresh(fixture.home, { ...options(), consent: true })).toMatchObject({ needsConsent: false });
  });

  it('should note on which day a customer came to a stage of the lifecycle (C-33)', async () => {
    const fixture = await installed();
    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme' }, { id: 'C-2', name: 'Bolt' }));
    await refresh(fixture.home, options());
    await fixture.home.apply(adding('orders', { id: 'O-1', customer: 'C-2', orderedAt: today - 3, amount: 10 }));

    await refresh(fixture.home, { ...options(), clock: today + 5 });
    await refresh(fixture.home, { ...options(), clock: today + 6 });

    const { customer, at, lifecycle } = (await fixture.home.read()).tables.lifecycleHistory!.columns;
    expect(customer!.map((id, row) => [id, at![row], lifecycle![row]])).toEqual([
      ['C-1', today, 'potential'],
      ['C-2', today, 'potential'],
      ['C-2', today + 5, 'firstTime'],
    ]);
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

  it('should let nobody fall before the second review, and keep a rejected row where it was (C-18)', async () => {
    const fixture = await installed();
    const customers = Array.from({ length: 6 }, (_, row) => ({ id: `C-${row}`, name: `Customer ${row}` }));
    const ordering = (amounts: readonly number[], at: number) =>
      amounts.map((amount, row) => ({ id: `O-${at}-${row}`, customer: `C-${row}`, orderedAt: at, amount }));
    const review = async (clock: number, rejected: string[] = []) => {
      const proposal = proposeTiers(await fixture.home.read(), clock);
      await applyTiers(fixture.home, { changeset: proposal.without(new Set(rejected)) });
      return proposal.moves.map(({ customerId, from, to, why }) => `${customerId} ${from}${to} ${why}`);
    };
    await fixture.home.apply(adding('customers', ...customers));
    await fixture.home.apply(adding('orders', ...ordering([100, 200, 300, 400, 500, 600], today - 360)));

    const first = await review(today, ['C-4']);
    await fixture.home.apply(adding('orders', ...ordering([900, 800, 700, 1, 1, 1], today)));
    const second = await review(today + 90);
    const third = await review(today + 180);

    expect(first).toEqual(['C-3 CB up', 'C-4 CB up', 'C-5 CA up']);
    // New customers of value have a computed tier at once; a review confirms it, and from then on only reviews move it.
    expect(second).toEqual(['C-1 AA heldOnce', 'C-2 AA heldOnce', 'C-3 BB heldOnce', 'C-5 AA heldOnce']);
    expect(third).toEqual(['C-1 AB downTwice', 'C-2 AB downTwice', 'C-3 BC downTwice', 'C-5 AC downTwice']);
    const { columns } = (await fixture.home.read()).tables.tierReviews!;
    expect(columns.accepted!.slice(0, 3)).toEqual([true, false, true]);
    expect(columns.ruleVersion![0]).toBe('A>=600 B>=400 C>=0');
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

    const place = await insertFunnel(fixture.home);

    const names = await run(fixture, async (context) => {
      const { charts } = context.workbook.worksheets.getItem('Sheet1').load('charts/items/name');
      await context.sync();
      return charts.items.map(({ name }) => name);
    });
    expect(names).toEqual(['crm_funnel_2']);
    expect(place).toEqual({ sheet: 'Sheet1', name: 'crm_funnel_2', cell: 'B2' });
    expect(await valuesAt(fixture, 'Sheet1', 'A1:B3')).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  it('should cover neither figures nor another chart, and be taken out again', async () => {
    const fixture = await installed();
    const draw = async () => {
      await run(fixture, async (context) => {
        context.workbook.worksheets.getItem('Dashboard').activate();
        context.workbook.worksheets.getItem('Dashboard').getRange('A1').select();
        await context.sync();
      });
      return insertFunnel(fixture.home);
    };

    const [first, second] = [await draw(), await draw()];
    await fixture.home.removeChart(first);
    await fixture.home.removeChart(first);

    const { boxes, usedRight } = await run(fixture, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Dashboard');
      const used = sheet.getUsedRange(true).load('left,width');
      const charts = sheet.charts.load('items/name,items/left,items/width');
      await context.sync();
      const found = charts.items.map(({ name, left, width }) => ({ name, left, right: left + width }));
      return { boxes: new Map(found.map((box) => [box.name, box])), usedRight: used.left + used.width };
    });
    expect([...boxes.keys()]).not.toContain(first.name);
    const [drawn, ...others] = [
      boxes.get(second.name)!,
      ...[...boxes.values()].filter(({ name }) => name !== second.name),
    ];
    expect(drawn.left).toBeGreaterThanOrEqual(Math.max(usedRight, ...others.map(({ right }) => right)));
    const { columns } = (await fixture.home.read({ changeLog: ['action', 'field', 'after'] })).tables.changeLog!;
    expect(columns.action!.slice(-3)).toEqual(['insertFunnel', 'insertFunnel', 'undo']);
    expect(columns.after!.slice(-3)).toEqual(['chart', 'chart', null]);
  });
});
