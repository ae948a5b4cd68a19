import { logRevisit } from '../../src/actions/logRevisit';
import { resolveConflicts } from '../../src/actions/resolve';
import { inverse, undo } from '../../src/actions/undo';
import type { Value } from '../../src/crm/snapshot';
import type { Host } from '../../src/host';
import { sequenceIds } from '../../src/shared/ids';
import { computeAll } from '../../src/template/compute';
import {
  adding,
  changing,
  columnAt,
  connect,
  costOf,
  installed,
  run,
  today,
  type LiveFixture,
} from '../workbook/support';

const revisit = {
  customer: 'C-1',
  channel: 'call',
  outcome: 'connected',
  heldAt: today - 1,
  nextAt: null,
  note: '=HYPERLINK("x")',
};

describe('logging a revisit', () => {
  it('should add the follow-up and let the native formulas move the customer on as the rules say', async () => {
    const fixture = await withCustomer();
    const ids = sequenceIds();

    await logRevisit(fixture.home, revisit, ids);
    await logRevisit(fixture.home, { ...revisit, heldAt: today, nextAt: today + 3 }, ids);

    const { columns } = computeAll(await fixture.home.read(), today).tables.customers!;
    expect(await columnAt(fixture, 'FollowUps', 'Note')).toEqual([revisit.note, revisit.note]);
    expect(await columnAt(fixture, 'Customers', 'Last revisit')).toEqual([today]);
    expect(await columnAt(fixture, 'Customers', 'Next revisit')).toEqual([today + 3]);
    expect(columns.lastRevisit).toEqual([today]);
    expect(columns.nextDue).toEqual([today + 3]);
  });

  it('should cost two small requests however many follow-ups there are', async () => {
    const fixture = await withCustomer();
    const many = Array.from({ length: 2_000 }, (_, row) => ({
      id: `F-old-${row}`,
      customer: 'C-1',
      heldAt: today - 100,
      note: 'x'.repeat(200),
    }));
    await fixture.home.apply(adding('followUps', ...many), { bulk: true });

    const snapshot = await fixture.home.read();
    fixture.home.signAs('Ana Reyes');

    const cost = await costOf(fixture.host, () => logRevisit(fixture.home, revisit, sequenceIds(), { snapshot }));

    expect(cost.syncs).toBe(2);
    expect(cost.requestBytes).toBeLessThan(2 * 6_000);
    expect(cost.responseBytes).toBeLessThan(4_000);
  });

  it('should send only calls that Excel can undo', async () => {
    const fixture = await withCustomer();
    await logRevisit(fixture.home, revisit, sequenceIds());
    const flags = recordFlags(fixture.host);

    await logRevisit(fixture.home, { ...revisit, note: 'again' }, sequenceIds());

    // 1 = writes, 16 = undoable, 64 = waits for cell editing.
    expect(flags.filter((each) => each & 1)).toEqual([64 + 16 + 1]);
  });

  it('should be taken back by the undo of the pane', async () => {
    const fixture = await withCustomer();
    const { changeset } = await logRevisit(fixture.home, revisit, sequenceIds());

    await undo(fixture.home, changeset);

    expect((await fixture.home.read()).tables.followUps!.count).toBe(0);
    expect(await columnAt(fixture, 'Customers', 'Last revisit')).toEqual(['']);
  });

  it.each([
    ['changed', { field: 'note', before: revisit.note, after: 'They signed!', last: 'Again' }],
    ['filled in', { field: 'satisfaction', before: null, after: 5, last: 4 }],
  ])('should not be taken back with what was %s since, unless that is to go, too', async (_, cell) => {
    const { field, before, after, last } = cell;
    const fixture = await withCustomer();
    const { changeset } = await logRevisit(fixture.home, revisit, sequenceIds());
    const { home: theirs } = await connect(fixture.host);
    const write = (from: Value, to: Value) =>
      theirs.apply(changing('followUps', changeset.appends[0]!.id, field, from, to));
    await write(before, after);

    const { conflicts, ...done } = await undo(fixture.home, changeset);
    const removing = resolveConflicts(inverse(changeset), conflicts, ['mine']);

    expect(done).toMatchObject({ appended: 0, updated: 0 });
    expect(conflicts).toMatchObject([{ field, before, current: after, reason: 'edited' }]);
    expect((await fixture.home.read()).tables.followUps!.count).toBe(1);
    expect(resolveConflicts(inverse(changeset), conflicts, ['theirs']).removals).toEqual([]);
    await write(after, last);
    expect((await fixture.home.apply(removing)).conflicts).toMatchObject([{ field, current: last }]);
    await write(last, after);
    await fixture.home.apply(removing);
    expect((await fixture.home.read()).tables.followUps!.count).toBe(0);
  });

  it('should write nothing for a customer who is not there, in the archive, or deleted since', async () => {
    const { home } = await withCustomer();
    await home.apply(adding('customers', { id: 'C-2', name: 'Old', archived: true }, { id: 'C-3', name: 'Brief' }));
    const snapshot = await home.read();
    await home.apply({ action: 'x', updates: [], appends: [], removals: [{ table: 'customers', id: 'C-3' }] });
    const log = (customer: string) => logRevisit(home, { ...revisit, customer }, sequenceIds(), { snapshot });

    await expect(log('NOPE')).rejects.toMatchObject({ code: 'customerGone' });
    await expect(log('C-2')).rejects.toMatchObject({ code: 'customerArchived' });
    await expect(log('C-3')).rejects.toMatchObject({ code: 'recordNotFound' });
    expect((await home.read()).tables.followUps!.count).toBe(0);
  });

  it('should log for a customer whose row a filter hides or whose columns moved', async () => {
    const fixture = await withCustomer();
    const snapshot = await fixture.home.read();
    await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('Customers');
      table.columns.add(0, undefined, 'Mine');
      table.columns.getItem('Customer').filter.applyValuesFilter(['nobody']);
      await context.sync();
    });

    await logRevisit(fixture.home, revisit, sequenceIds(), { snapshot });

    expect((await fixture.home.read()).tables.followUps!.count).toBe(1);
  });

  it.each([
    'Acme',
    '*',
    'a?c~',
    '007',
    '1E5',
    'TRUE',
    '#N/A',
    '2024-03-15',
    '3/4',
    '=1+1',
    '+86',
    "'quoted",
    'ﾃｽﾄ',
    '赤杉大酒店 · 总部',
    'Acme ',
    'Acme\nBolt',
    'Ω'.repeat(255),
  ])('should write the name that people call the customer, and Excel should find it by it: %j', async (name) => {
    const fixture = await withCustomer({ name });
    const snapshot = await fixture.home.read();

    await logRevisit(fixture.home, revisit, sequenceIds(), { snapshot });

    expect((await fixture.home.read()).tables.followUps!.columns.customer).toEqual([name]);
    expect(await columnAt(fixture, 'Customers', 'Last revisit')).toEqual([today - 1]);
  });

  it.each([
    ['somebody else is called so', { name: 'Acme' }, { name: 'acme' }],
    ['it is the id of somebody else', { name: 'C-2' }, { name: 'Bolt' }],
    ['it is too long to be found', { name: 'x'.repeat(256) }, { name: 'Bolt' }],
    ['there is none', { name: null }, { name: 'Bolt' }],
  ])('should write the id instead of the name where %s', async (_, customer, other) => {
    const fixture = await withCustomer(customer);
    await fixture.home.apply(adding('customers', { id: 'C-2', ...other }));
    const snapshot = await fixture.home.read();

    await logRevisit(fixture.home, revisit, sequenceIds(), { snapshot });

    expect(await columnAt(fixture, 'FollowUps', 'Customer')).toEqual(['C-1']);
    expect((await columnAt(fixture, 'Customers', 'Last revisit'))[0]).toEqual(today - 1);
  });

  it('should say in the change log who did it, once that is known', async () => {
    const fixture = await withCustomer();
    fixture.home.signAs('Ana Reyes');

    await logRevisit(fixture.home, revisit, sequenceIds());

    expect((await columnAt(fixture, 'ChangeLog', 'By')).at(-1)).toBe('Ana Reyes');
  });
});

async function withCustomer(given: Record<string, Value> = {}): Promise<LiveFixture> {
  const fixture = await installed();
  const customer = { id: 'C-1', name: 'Acme', isKey: true, createdAt: today - 20, ...given };
  await fixture.home.apply(adding('customers', customer));
  return fixture;
}

interface Wire {
  send(id: number, body: unknown, flags: number): Promise<unknown>;
}

/** What office.js says about each request from now on. */
function recordFlags(host: Host): number[] {
  const wire = (host as unknown as { intake: Wire }).intake;
  const send = wire.send.bind(wire);
  const flags: number[] = [];
  wire.send = (id, body, each) => {
    flags.push(each);
    return send(id, body, each);
  };
  return flags;
}
