import { claimChangeset, claimCustomer } from '../../src/actions/claimCustomer';
import { handOver, proposeHandover } from '../../src/actions/handOver';
import { levelVisits, proposeLevelling } from '../../src/actions/levelVisits';
import { loseCustomer, loseCustomerChangeset, winBack, winBackChangeset } from '../../src/actions/loseCustomer';
import { reassignChangeset } from '../../src/actions/reassign';
import { recordNotices } from '../../src/actions/recordNotices';
import { proposeRecycling, recycleCustomers } from '../../src/actions/recycleCustomers';
import { refresh } from '../../src/actions/refresh';
import { buildReport } from '../../src/actions/report';
import { undo } from '../../src/actions/undo';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { sequenceIds } from '../../src/shared/ids';
import { computeAll } from '../../src/template/compute';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { adding, changing, connect, installed, today, type LiveFixture } from '../workbook/support';

const team: SeedRow[] = [
  { id: 'U-1', name: 'Ann', supervisor: 'Bob' },
  { id: 'U-2', name: 'Bob' },
];

describe('a customer who leaves (C-31, C-32)', () => {
  it('should go back to the prospective register with the reason, and come out of it with the next order', async () => {
    const fixture = await workbookWith({
      customers: [{ id: 'C-1', name: 'Acme', lifecycle: 'loyal', createdAt: today - 99 }],
    });
    await fixture.home.apply(adding('orders', { id: 'O-1', customer: 'C-1', orderedAt: today - 60, amount: 10 }));
    await refresh(fixture.home, { clock: today - 40, ids: sequenceIds() });
    const loss = { customer: 'C-1', reason: 'price', at: today - 30 };

    await loseCustomer(fixture.home, await fixture.home.read(), loss, { clock: today - 20 });
    const lost = await customerOf(fixture);
    await fixture.home.apply(adding('orders', { id: 'O-2', customer: 'C-1', orderedAt: today - 5, amount: 10 }));
    const { changeset } = await winBack(fixture.home, await fixture.home.read(), 'C-1', { clock: today });

    expect(lost).toMatchObject({
      lostAt: today - 30,
      lostReason: 'price',
      leadRegister: 'lostCustomer',
      lifecycle: null,
    });
    expect(await customerOf(fixture)).toMatchObject({ lostAt: today - 30, lostReason: 'price', leadRegister: null });
    expect(await historyOf(fixture)).toEqual(['loyal -40', 'prospective -30', 'repeat 0']);
    const { activity } = buildReport(await fixture.home.read(), today);
    expect(activity.winBack).toMatchObject({ lost: 1, wonBack: 1, rate: 1 });
    await undo(fixture.home, changeset);
    expect(await historyOf(fixture)).toEqual(['loyal -40', 'prospective -30']);
  });

  it.each<[string, SeedRow, SeedRow[]]>([
    ['boughtSince', {}, [{ id: 'O-1', customer: 'C-1', orderedAt: today - 2, amount: 10 }]],
    ['reasonNeeded', { reason: '' }, []],
    ['dayInFuture', { at: today + 1 }, []],
  ])('should not be marked lost: %s', (code, loss, orders) => {
    const snapshot = filled({ customers: [{ id: 'C-1', name: 'Acme' }], orders });
    const given = { customer: 'C-1', reason: 'price', at: today - 9, ...loss };

    expect(() => loseCustomerChangeset(snapshot, given, today)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('should be won back only by an order, and only from the register', () => {
    const lost = { id: 'C-1', name: 'Acme', lostAt: today - 9, lostReason: 'price', leadRegister: 'lostCustomer' };
    const snapshot = filled({ customers: [lost, { id: 'C-2', name: 'Bolt' }] });

    const refusal = (code: string) => expect.objectContaining({ code }) as Error;
    expect(() => winBackChangeset(snapshot, 'C-1', today)).toThrow(refusal('notBoughtSince'));
    expect(() => winBackChangeset(snapshot, 'C-2', today)).toThrow(refusal('notLost'));
  });
});

describe('the public pool', () => {
  it('should give a customer to the first who claims it, and count the claim', async () => {
    const fixture = await workbookWith({ customers: [{ id: 'C-1', name: 'Acme', createdAt: today - 400 }] });
    const other = await connect(fixture.host);
    const stale = await other.home.read();
    const claim = { customer: 'C-1', person: 'Ann' };

    await claimCustomer(fixture.home, await fixture.home.read(), claim, { clock: today });
    const late = await claimCustomer(other.home, stale, { ...claim, person: 'U-2' }, { clock: today });
    const again = claimChangeset(await fixture.home.read(), claim, today);

    expect(late.report).toMatchObject({ updated: 0, appended: 0, conflicts: [{ current: 'Ann' }] });
    expect(again).toMatchObject({ updates: [], appends: [] });
    const { pool } = buildReport(await fixture.home.read(), today);
    expect(pool).toMatchObject({ inPool: 0, protected: 1 });
    expect(pool.holders[0]).toMatchObject({ personId: 'U-1', holding: 1, claimedToday: 1, claimsLeft: 4 });
    expect(buildReport(await fixture.home.read(), today + 1).pool.holders[0]).toMatchObject({ claimsLeft: 5 });
  });

  it.each<[string, string, Value]>([
    ['claimCapReached', 'poolClaimCap', 1],
    ['holdingCapReached', 'poolHoldingCap', 1],
    ['notInPool', 'poolClaimCap', 9],
  ])('should refuse with %s', (code, key, value) => {
    const customers = [
      { id: 'C-1', name: 'Acme', owner: 'Ann' },
      { id: 'C-2', name: 'Bolt', owner: code === 'notInPool' ? 'Bob' : null },
    ];
    const ownerHistory = [{ id: 'OH-1', customer: 'C-1', kind: 'claim', to: 'U-1', at: today }];
    const snapshot = filled({ customers, ownerHistory }, { [key]: value });

    expect(() => claimChangeset(snapshot, { customer: 'C-2', person: 'Ann' }, today)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });

  it('should propose who goes back into it, but nobody who was taken over lately, and let the manager choose', async () => {
    const customers = ['C-1', 'C-2', 'C-3'].map((id) => ({ id, name: id, owner: 'Ann', createdAt: today - 200 }));
    const ownerHistory = [{ id: 'OH-1', customer: 'C-3', kind: 'claim', to: 'U-1', at: today - 10 }];

    const fixture = await workbookWith({ customers, ownerHistory });
    const proposal = proposeRecycling(await fixture.home.read(), today);
    const { changeset } = await recycleCustomers(fixture.home, proposal.without(new Set(['C-1'])));

    expect(proposal.customers.map(({ customerId }) => customerId)).toEqual(['C-1', 'C-2']);
    expect(await ownersOf(fixture)).toEqual(['Ann', null, 'Ann']);
    expect(changeset.appends.map(({ values }) => [values.kind, values.customer, values.from, values.to])).toEqual([
      ['recycle', 'C-2', 'U-1', null],
    ]);
  });
});

describe('an owner cell that means nobody in particular', () => {
  const namesakes = [...team, { id: 'U-3', name: 'Ann' }];
  const customers = ['Ann', 'Nobody Known', null].map((owner, at) => {
    return { id: `C-${at + 1}`, name: null, owner, createdAt: today - 200 };
  });
  const records = { team: namesakes, customers };

  it('should not put the customer into the pool, where one click would take it', () => {
    const snapshot = filled(records);
    const { pool, assignment } = buildReport(snapshot, today);

    expect([pool.inPool, assignment.withoutOwner]).toEqual([1, 1]);
    expect(pool.recyclable.map(({ ownerId, owner }) => [ownerId, owner])).toEqual([
      [null, 'Ann'],
      [null, 'Nobody Known'],
    ]);
    for (const customer of ['C-1', 'C-2'])
      expect(() => claimChangeset(snapshot, { customer, person: 'Bob' }, today)).toThrow(
        expect.objectContaining({ code: 'notInPool' }) as Error,
      );
  });

  it('should stay in the history when it is replaced', () => {
    const snapshot = filled(records);
    const given = ['C-1', 'C-2', 'C-3'].map((id) =>
      reassignChangeset(snapshot, { table: 'customers', id, to: 'Bob' }, today),
    );
    const recycled = proposeRecycling(snapshot, today);

    expect(given.map(({ appends }) => appends[0]!.values.from)).toEqual(['Ann', 'Nobody Known', null]);
    expect(recycled.changeset.appends.map(({ values }) => values.from)).toEqual(['Ann', 'Nobody Known']);
    expect(recycled.customers.map(({ customer }) => customer)).toEqual(['C-1', 'C-2']);
  });
});

describe('handing over (C-68)', () => {
  const records: Record<string, SeedRow[]> = {
    customers: [
      { id: 'C-1', name: 'Acme', owner: 'Ann' },
      { id: 'C-2', name: 'Bolt', owner: 'U-1' },
      { id: 'C-3', name: 'Cato', owner: 'Bob' },
    ],
    opportunities: [
      { id: 'D-1', customer: 'Acme', owner: 'U-1', stage: 'found' },
      { id: 'D-2', customer: 'C-3', owner: 'Ann', stage: 'found' },
      { id: 'D-3', customer: 'C-1', owner: 'Ann', stage: 'found', outcome: 'lost' },
    ],
    tickets: [{ id: 'T-1', customer: 'C-2', owner: 'Ann', status: 'submitted', submittedAt: today - 1 }],
    milestones: [{ id: 'MS-1', name: 'Plan', customer: 'C-1', owner: 'Ann', dueAt: today + 9 }],
  };

  it('should show and move everything open in one step, leave out what changed meanwhile, and take it back', async () => {
    const fixture = await workbookWith(records);
    const proposal = proposeHandover(await fixture.home.read(), { from: 'Ann', to: 'Bob' }, today);
    await fixture.home.apply(changing('customers', 'C-2', 'owner', 'U-1', null));

    const { report, changeset } = await handOver(fixture.home, proposal);

    expect(proposal).toMatchObject({
      ...{ customers: ['C-1', 'C-2'], deals: ['D-1', 'D-2'], tickets: ['T-1'], milestones: ['MS-1'] },
      ...{ holdingAfter: 3, isOverCap: false },
    });
    expect(report.conflicts).toMatchObject([{ id: 'C-2', current: null }]);
    expect(await ownersOf(fixture)).toEqual(['Bob', null, 'Bob']);
    const { ownerHistory } = (await fixture.home.read()).tables;
    expect(ownerHistory!.columns.customer).toEqual(['C-1']);
    await undo(fixture.home, changeset);
    expect(await ownersOf(fixture)).toEqual(['Ann', null, 'Bob']);
    expect((await fixture.home.read()).tables.ownerHistory!.count).toBe(0);
  });

  it('should take only what belongs to the customers chosen', () => {
    const wish = { from: 'U-1', to: 'U-2', customers: ['c-1'] };

    const proposal = proposeHandover(filled(records), wish, today);

    expect(proposal).toMatchObject({ customers: ['C-1'], deals: ['D-1'], tickets: [], milestones: ['MS-1'] });
  });

  it.each([
    ['samePerson', 'Ann', 'U-1'],
    ['notInTeam', 'Ann', 'Zoe'],
    ['notInTeam', 'Zoe', 'Bob'],
  ])('should refuse with %s', (code, from, to) => {
    expect(() => proposeHandover(filled(records), { from, to }, today)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });
});

describe('levelling the visits (C-65)', () => {
  it('should write agreed dates, so that nobody has more visits than the day has room for', async () => {
    const ids = ['C-1', 'C-2', 'C-3'];
    const fixture = await workbookWith({
      customers: [...ids, 'C-4'].map((id) => ({ id, name: id, owner: 'Ann', isKey: true, createdAt: today - 5 })),
      followUps: ids.map((id) => ({ id: `F-${id}`, customer: id, heldAt: today - 5, outcome: 'connected' })),
    });
    await fixture.home.apply(changing('team', 'U-1', 'capacity', null, 5));

    const proposal = proposeLevelling(await fixture.home.read(), today);
    await levelVisits(fixture.home, proposal);

    expect(proposal.moves.map(({ customerId, from, to }) => [customerId, from - today, to - today])).toEqual([
      ['C-2', 2, 3],
      ['C-3', 2, 1],
    ]);
    // Nobody was there yet: there is no revisit that a date could be agreed on.
    expect(proposal.unmovable).toBe(1);
    const { columns } = computeAll(await fixture.home.read(), today).tables.customers!;
    expect(columns.nextDue!.map((due) => Number(due) - today)).toEqual([2, 3, 1, 2]);
  });
});

describe('telling people (C-38)', () => {
  it('should write down once who was told, however often it is done that day, and take it back', async () => {
    const fixture = await workbookWith({
      customers: [{ id: 'C-1', name: 'Acme', owner: 'Ann', isKey: true, createdAt: today - 20 }],
    });
    const tell = async () => {
      const snapshot = await fixture.home.read();
      return recordNotices(fixture.home, snapshot, buildReport(snapshot, today), { clock: today + 0.5 });
    };
    const told = async () => (await fixture.home.read()).tables.notices!.columns.person;

    const { changeset } = await tell();
    const second = await tell();

    expect(await told()).toEqual(['U-1', 'U-2']);
    expect(second.changeset.appends).toEqual([]);
    await undo(fixture.home, changeset);
    expect(await told()).toEqual([]);
  });
});

const filled = (records: Record<string, SeedRow[]>, settings: Record<string, Value> = {}): Snapshot =>
  fillWorkbook({ language: 'en', records: { team, ...records }, settings, clock: today }).computed;

async function workbookWith(records: Record<string, SeedRow[]>): Promise<LiveFixture> {
  const fixture = await installed();
  for (const [table, rows] of Object.entries({ team, ...records }))
    await fixture.home.apply(adding(table, ...(rows as Record<string, Value>[])));
  return fixture;
}

async function customerOf({ home }: LiveFixture): Promise<Record<string, Value>> {
  const { columns } = (await home.read()).tables.customers!;
  return Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, values[0] ?? null]));
}

async function historyOf({ home }: LiveFixture): Promise<string[]> {
  const { lifecycle, at } = (await home.read()).tables.lifecycleHistory!.columns;
  return lifecycle!.map((stage, row) => `${stage} ${Number(at![row]) - today}`);
}

const ownersOf = async ({ home }: LiveFixture) => (await home.read()).tables.customers!.columns.owner;
