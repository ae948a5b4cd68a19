import { undo } from '../../src/actions/undo';
import type { FaultPlan } from '../../src/host';
import { randomIds } from '../../src/shared/ids';
import { memoryStore, type LiveOptions } from '../../src/workbook';
import { adding, changing, columnAt, connect, costOf, installed, today, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };
const bolt = { id: 'C-2', name: 'Bolt', createdAt: today };
const cobra = { id: 'C-3', name: 'Cobra', createdAt: today };

const ids = (fixture: Pick<LiveFixture, 'client'>) => columnAt(fixture, 'Customers', 'Customer ID');
const journalled = (fixture: Pick<LiveFixture, 'client'>) => columnAt(fixture, 'ChangeLog', 'Record');

describe('the outbox', () => {
  it('should log a revisit with two requests, and look after nothing with none', async () => {
    const fixture = await withAcme();

    const logged = await costOf(fixture.host, () =>
      fixture.home.apply(adding('followUps', { id: 'F-1', customer: 'C-1' })),
    );
    await fixture.home.reconcile();
    const other = await connect(fixture.host);
    await other.home.read();
    const idle = await costOf(fixture.host, () => other.home.reconcile());

    expect(logged.syncs).toBe(2);
    expect(idle.syncs).toBe(0);
  });

  it.each(['usual', 'pessimistic'] as const)(
    'should bring a record back when a co-author wrote the same row later (%s)',
    async (variant) => {
      const fixture = await withAcme({ variant });
      const other = await connect(fixture.host, { ids: randomIds() });
      await other.home.read();
      await other.client.goOffline();
      await other.home.apply(adding('customers', cobra));
      await fixture.home.apply(adding('customers', bolt));
      await other.client.goOnline();
      const overwritten = await ids(fixture);

      const counts = [await fixture.home.reconcile(), await other.home.reconcile(), await fixture.home.reconcile()];

      expect(overwritten.length).toBeLessThanOrEqual(3);
      expect((await ids(fixture)).sort()).toEqual(['C-1', 'C-2', 'C-3']);
      expect((await journalled(fixture)).sort()).toEqual(['C-1', 'C-2', 'C-3']);
      expect(counts[2]).toBe(0);
    },
  );

  const disturbances: [string, FaultPlan[number]][] = [
    ['the answer is lost', { kind: 'answerLost', sync: 2 }],
    ['Excel fails between the row and its journal', { kind: 'fail', sync: 2, action: 30 }],
    ['Excel fails before anything is written', { kind: 'fail', sync: 2, action: 1 }],
  ];
  it.each(disturbances)('should finish the append once when %s', async (_, fault) => {
    const fixture = await withAcme();
    fixture.host.faults = [fault];

    const report = await fixture.home.apply(adding('customers', bolt));

    expect(report.appended).toBe(1);
    expect(await ids(fixture)).toEqual(['C-1', 'C-2']);
    expect(await journalled(fixture)).toEqual(['C-1', 'C-2']);
  });

  it('should finish the append on the next open when the connection broke in the middle', async () => {
    const store = memoryStore();
    const fixture = await withAcme();
    const cut = await connect(fixture.host, { outbox: store, ids: randomIds() });
    await cut.home.read();
    fixture.host.faults = [{ kind: 'cutBefore', sync: 2, client: cut.client.id }];

    await expect(cut.home.apply(adding('customers', bolt))).rejects.toMatchObject({ code: 'unsureWritten' });
    const again = await connect(fixture.host, { outbox: store, ids: randomIds() });
    const count = await again.home.reconcile();

    expect(count).toBe(1);
    expect(await ids(fixture)).toEqual(['C-1', 'C-2']);
    expect(await journalled(fixture)).toEqual(['C-1', 'C-2']);
  });

  it('should write an edited record once when it is saved again after a failure', async () => {
    const fixture = await withAcme();
    fixture.host.faults = [2, 3, 4].map((sync) => ({ kind: 'answerLost', sync }));
    await expect(fixture.home.apply(adding('customers', bolt))).rejects.toMatchObject({ code: 'unsureWritten' });
    fixture.host.faults = [];

    await fixture.home.apply(adding('customers', { ...bolt, name: 'Bolt Ltd' }));

    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['Acme', 'Bolt Ltd']);
  });

  it('should leave a record gone that a co-author deleted, or whose append was undone', async () => {
    const fixture = await withAcme();
    const added = adding('customers', bolt);
    await fixture.home.apply(added);
    await fixture.home.apply(adding('customers', cobra));
    const other = await connect(fixture.host, { ids: randomIds() });
    await other.home.apply({
      action: 'delete',
      updates: [],
      appends: [],
      removals: [{ table: 'customers', id: 'C-3' }],
    });
    await undo(fixture.home, added);

    const count = await fixture.home.reconcile();

    expect(count).toBe(0);
    expect(await ids(fixture)).toEqual(['C-1']);
  });

  it('should bring a record back with what was changed since', async () => {
    const fixture = await withAcme();
    await fixture.home.apply(adding('customers', bolt));
    const other = await connect(fixture.host, { ids: randomIds() });
    await other.home.apply(changing('customers', 'C-2', 'isKey', null, true));
    await other.home.apply(changing('customers', 'C-2', 'phone', null, '010 5'));
    displace(fixture, 'C-2', cobra.id);

    await fixture.home.reconcile();

    const { columns } = (await fixture.home.read()).tables.customers!;
    expect(columns.id).toEqual(['C-1', 'C-3', 'C-2']);
    expect([columns.isKey![2], columns.phone![2]]).toEqual([true, '010 5']);
  });

  it('should work and say so when the storage is full or holds nonsense', async () => {
    const store = {
      load: () => '[{"table":1},{',
      save: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const fixture = await withAcme();
    const poor = await connect(fixture.host, { outbox: store, ids: randomIds() });

    const report = await poor.home.apply(adding('customers', bolt));

    expect(report).toMatchObject({ appended: 1, unwatched: true });
    expect(await poor.home.reconcile()).toBe(0);
  });

  it('should leave alone what another pane of this machine has under way', async () => {
    const fixture = await withAcme();
    const store = { ...memoryStore(), isLive: () => Promise.resolve(true) };
    const [one, two] = [await sharing(fixture, store), await sharing(fixture, store)];
    await one.home.apply(adding('customers', bolt));
    displace(fixture, 'C-2', cobra.id);

    expect(await two.home.reconcile()).toBe(0);
    expect(await one.home.reconcile()).toBe(1);
  });
});

const sharing = ({ host }: LiveFixture, outbox: LiveOptions['outbox']) => connect(host, { outbox, ids: randomIds() });

/** What a late merge leaves of a row: another record in the same cells. */
function displace({ host }: LiveFixture, id: string, other: string): void {
  const { sheet, body } = host.workbook.findTable('Customers')!;
  const row = [...Array(body.rows).keys()]
    .map((at) => body.row + at)
    .find((at) => sheet.value(at, body.column) === id)!;
  sheet.grid.setContent(row, body.column, other);
}

async function withAcme(options: Parameters<typeof installed>[1] = {}): Promise<LiveFixture> {
  const fixture = await installed('en', options);
  await fixture.home.apply(adding('customers', acme));
  return fixture;
}
