import { factsOf } from '../../../src/actions/report/facts';
import type { Snapshot, Value } from '../../../src/crm/snapshot';
import { toSerial } from '../../../src/shared/dates';
import { isNeeded } from '../../../src/template/needs';
import { fillWorkbook } from '../../../src/template/records';
import { sampleRecords } from '../../../src/template/sample';
import { customerView } from '../../../src/template/views/customer';
import { customerNeeds } from '../../../src/template/views/customer/needs';
import { namedCustomer, selectedCustomer } from '../../../src/template/views/customer/selected';

const today = toSerial('2024-03-15');
const day = (ago: number) => today - ago;

type Records = Record<string, readonly Record<string, Value>[]>;

const filled = (records: Records) => {
  const { computed } = fillWorkbook({ language: 'en', clock: today, records });
  return factsOf(computed, today);
};

const acme = {
  ...{ id: 'C-1', name: 'Acme', owner: 'Ana', createdAt: day(400), phone: '010', industry: 'Tools', region: 'North' },
  ...{ source: 'referral', verifiedAt: day(1) },
};
const team: Record<string, Value>[] = [
  { id: 'U-1', name: 'Ana', supervisor: 'Boris' },
  { id: 'U-2', name: 'Boris' },
];

const viewOf = (records: Records, row = 0) => {
  const { computed, environment } = filled({ team, customers: [acme], ...records });
  return customerView(computed, environment, row);
};

describe('the 360 view of a customer (C-03)', () => {
  it('should tell everything that was recorded about it, newest first, and nothing of others', () => {
    const view = viewOf({
      customers: [acme, { id: 'C-2', name: 'Bolt' }],
      followUps: [
        { id: 'F-1', customer: 'Acme', heldAt: day(20), outcome: 'progress' },
        { id: 'F-2', customer: 'C-1', nextAt: today + 5 },
        { id: 'F-3', customer: 'C-2', heldAt: day(1) },
        { id: 'F-4', customer: 'C-1', heldAt: day(2), archived: true },
      ],
      opportunities: [
        { id: 'D-1', name: 'Pumps', customer: 'C-1', stage: 'confirmed', createdAt: day(30) },
        { id: 'D-2', name: 'Hoses', customer: 'C-1', stage: 'collected', createdAt: day(90), closedAt: day(60) },
      ],
      stageHistory: [{ id: 'H-1', opportunity: 'D-1', stage: 'confirmed', enteredAt: day(10) }],
      orders: [{ id: 'O-1', customer: 'Acme', orderedAt: day(50), amount: 10 }],
      tickets: [{ id: 'T-1', customer: 'C-1', subject: 'Leak', submittedAt: day(40), status: 'resolved' }],
      campaigns: [{ id: 'M-1', name: 'Spring' }],
      campaignMembers: [{ id: 'P-1', campaign: 'M-1', customer: 'C-1', state: 'attended' }],
      surveys: [{ id: 'V-1', customer: 'C-1', kind: 'csat', score: 5, at: day(35) }],
      tierReviews: [{ id: 'W-1', customer: 'C-1', reviewedAt: day(70), to: 'B' }],
      lifecycleHistory: [{ id: 'L-1', customer: 'C-1', at: day(80), lifecycle: 'repeat' }],
      ownerHistory: [{ id: 'OH-1', customer: 'C-1', at: day(85), kind: 'claim', to: 'Ana' }],
      milestones: [{ id: 'MS-1', name: 'Renewal', customer: 'C-1', dueAt: today + 20 }],
    });

    const told = view.timeline.map(({ event, at, isPlanned }) => [event, at === null ? null : today - at, isPlanned]);

    expect(told).toEqual([
      ['milestoneDue', -20, true],
      ['visitPlanned', -5, true],
      ['stage', 10, false],
      ['visit', 20, false],
      ['dealCreated', 30, false],
      ['survey', 35, false],
      ['ticket', 40, false],
      ['order', 50, false],
      ['dealClosed', 60, false],
      ['review', 70, false],
      ['lifecycle', 80, false],
      ['owner', 85, false],
      ['dealCreated', 90, false],
      ['campaign', null, false],
    ]);
  });

  it('should show the facts with their reasons', () => {
    const view = viewOf({
      customers: [{ ...acme, tierOverride: 'A', tierOverrideUntil: today + 3, tierOverrideReason: 'Board' }],
      orders: [1, 2].map((number) => ({ id: `O-${number}`, customer: 'C-1', orderedAt: day(number), amount: 10 })),
      followUps: [{ id: 'F-1', customer: 'C-1', heldAt: day(5), satisfaction: 4 }],
    });

    expect(view).toMatchObject({ owner: { id: 'U-1' }, supervisor: { id: 'U-2' }, tier: 'A' });
    expect(view.tierWhy).toMatchObject({ code: 'overrideUntil', values: { reason: 'Board', computed: 'C' } });
    expect(view.lifecycle?.computed).toMatchObject({ lifecycle: 'repeat', rule: 'repeatOrders' });
    expect(view.dueWhy).toMatchObject({ code: 'ruleSinceRevisit', values: { base: day(5) } });
    expect(view.satisfaction.mean).toBe(4);
  });

  it.each([
    ['an expired override gives way', { tierOverride: 'A', tierOverrideUntil: day(1), tierReviewed: 'B' }, 'reviewed'],
    ['a key customer is in the first tier', { isKey: true }, 'key'],
    ['below every cut point it is the last tier', {}, 'lowest'],
  ])('should say why the tier is what it is: %s', (_, cells, code) => {
    const view = viewOf({ customers: [{ ...acme, ...cells }] });

    expect(view.tierWhy.code).toBe(code);
  });

  it('should list what is at risk: late tickets, overdue money, stuck deals, unhappy answers, silence, gaps', () => {
    const view = viewOf({
      customers: [{ ...acme, industry: null, verifiedAt: day(300) }],
      orders: [{ id: 'O-1', customer: 'C-1', orderedAt: day(200), amount: 100, dueAt: day(9) }],
      tickets: [{ id: 'T-1', customer: 'C-1', subject: 'Leak', submittedAt: day(40), priority: 'high', status: 'new' }],
      opportunities: [
        { id: 'D-1', name: 'Pumps', customer: 'C-1', stage: 'found', createdAt: day(30), expectedCloseAt: day(3) },
      ],
      surveys: [{ id: 'V-1', customer: 'C-1', kind: 'nps', score: 3, at: day(35) }],
    });

    expect(view.risks.map(({ kind, code }) => `${kind}.${code}`)).toEqual([
      'ticket.firstResponse',
      'money.money',
      'deal.stale',
      'satisfaction.nps',
      'activity.lost',
      'quality.missing',
      'quality.stale',
    ]);
    expect(view.risks[1]).toMatchObject({ table: 'orders', rows: [0], daysLate: 9, values: { amount: 100 } });
  });

  it('should add up money that is overdue and keep its orders', () => {
    const orders = [0.1, 0.2].map((amount, at) => ({ id: `O-${at}`, customer: 'C-1', amount, dueAt: day(9 - at) }));

    const view = viewOf({ orders });

    expect(view.risks[0]).toMatchObject({ code: 'moneyOfMany', rows: [0, 1], values: { amount: 0.3, orders: 2 } });
  });

  it.each<[string, Records, string]>([
    [
      'money first',
      { orders: [{ id: 'O', customer: 'C-1', orderedAt: day(20), amount: 5, dueAt: day(1) }] },
      'collectMoney',
    ],
    ['nobody is to be called who asked for that', { customers: [{ ...acme, doNotContact: true }] }, 'leaveAlone'],
    ['a bad mark', { surveys: [{ id: 'V', customer: 'C-1', kind: 'csat', score: 1, at: day(2) }] }, 'callUnhappy'],
    ['a revisit that is due', {}, 'revisit'],
    ['a deal, when nothing else waits', dealOnly(), 'advanceDeal'],
    ['somebody to call', { customers: [{ ...acme, createdAt: today, phone: null }] }, 'findContact'],
  ])('should propose one next step by the first rule that applies: %s', (_, records, code) => {
    const view = viewOf(records);

    expect(view.action.code).toBe(code);
  });

  it('should read nothing but what it asks for', () => {
    const { computed } = fillWorkbook({ language: 'en', clock: today, records: sampleRecords('en', today) });
    const tables = Object.entries(computed.tables).map(([table, { columns, ...rows }]) => {
      const needed = Object.entries(columns).filter(([column]) => isNeeded(customerNeeds, table, column));
      return [table, { ...rows, columns: Object.fromEntries(needed) }] as const;
    });
    const read = tables.filter(([, { columns }]) => Object.keys(columns).length > 0);
    const [whole, part] = [computed, { ...computed, tables: Object.fromEntries(read) }].map((snapshot) => {
      const facts = factsOf(snapshot, today);
      return computed.tables.customers!.sheetRows.map((_, row) => customerView(facts.computed, facts.environment, row));
    });

    expect(part).toEqual(whole);
  });

  it('should look at as many cells of a large workbook as of a small one, once it was indexed', () => {
    const looks = [200, 2_000].map((count) => {
      const customers = Array.from({ length: count }, (_, at) => ({ id: `C-${at}`, name: `Customer ${at}` }));
      const orders = Array.from({ length: count * 10 }, (_, at) => ({
        ...{ id: `O-${at}`, customer: `C-${at % count}`, amount: 1 },
      }));
      const { computed, environment } = filled({ customers, orders });
      const { snapshot, looked } = counting(computed);
      customerView(snapshot, environment, 0);
      const before = looked();
      customerView(snapshot, environment, 1);
      return looked() - before;
    });

    expect(looks[0]).toBeGreaterThan(10);
    expect(looks[1]).toBe(looks[0]);
  });
});

/** A snapshot that counts how often a cell of it is looked at. */
function counting(given: Snapshot): { readonly snapshot: Snapshot; readonly looked: () => number } {
  let count = 0;
  const watched = (cells: readonly Value[]) =>
    new Proxy(cells, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d/.test(key)) count += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const entries = <T, U>(record: Readonly<Record<string, T>>, make: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
  const tables = entries(given.tables, (table) => ({ ...table, columns: entries(table.columns, watched) }));
  return { snapshot: { ...given, tables }, looked: () => count };
}

function dealOnly(): Records {
  return {
    followUps: [{ id: 'F-1', customer: 'C-1', heldAt: today, nextAt: today + 60 }],
    opportunities: [{ id: 'D-1', name: 'Pumps', customer: 'C-1', stage: 'met', createdAt: today, amount: 1 }],
  };
}

describe('the customer of a selected row', () => {
  const { computed } = filled({
    team,
    customers: [acme, { id: 'C-2', name: 'Bolt' }],
    opportunities: [{ id: 'D-1', name: 'Pumps', customer: 'Bolt' }],
    tickets: [{ id: 'T-1', customer: 'C-1', subject: 'Leak' }],
  });
  const cell = (column: string | null, value: Value) => ({ column, value });

  it.each([
    ['a customer by its id', 'customers', [cell('id', 'c-2'), cell('name', 'Acme')], 1],
    ['a customer without id by its name', 'customers', [cell('id', null), cell('name', 'Bolt')], 1],
    ['an order by the name of its customer', 'orders', [cell('customer', 'acme')], 0],
    ['a stage by its deal', 'stageHistory', [cell('opportunity', 'D-1')], 1],
    ['a survey by its ticket', 'surveys', [cell('customer', null), cell('ticket', 'T-1')], 0],
    ['a line of the change log by the record', 'changeLog', [cell('record', 'D-1')], 1],
    ['a row of an own sheet by a name in it', null, [cell(null, 5), cell(null, 'call'), cell(null, 'Bolt')], 1],
    ['a row of an own sheet by a deal', null, [cell(null, 'D-1')], 1],
  ])('should be found for %s', (_, table, cells, row) => {
    expect(selectedCustomer(computed, { table, cells })).toEqual({ kind: 'customer', row });
  });

  describe('whose name several have', () => {
    const { computed: shared } = filled({
      customers: [acme, { id: 'C-2', name: 'ACME' }, { id: 'C-3', name: 'Bolt' }],
      opportunities: [
        { id: 'D-1', name: 'Pumps', customer: 'Acme' },
        { id: 'D-2', name: 'Hoses', customer: 'C-2' },
        { id: 'D-3', name: 'Valves', customer: 'Bolt' },
      ],
    });

    it.each([
      ['an order', 'orders', [cell('customer', 'Acme')]],
      ['an order with a deal of somebody else', 'orders', [cell('customer', 'Acme'), cell('opportunity', 'D-3')]],
      ['a stage by its deal', 'stageHistory', [cell('opportunity', 'D-1')]],
      ['a row of an own sheet', null, [cell(null, 'acme'), cell(null, 'call')]],
      ['a row of an own sheet that names another one, too', null, [cell(null, 'Acme'), cell(null, 'Bolt')]],
    ])('should be any of them for %s', (_, table, cells) => {
      expect(selectedCustomer(shared, { table, cells })).toEqual({ kind: 'several', rows: [0, 1] });
    });

    it.each([
      ['its id', null, [cell(null, 'Acme'), cell(null, 'C-2')]],
      ['its deal', 'orders', [cell('customer', 'Acme'), cell('opportunity', 'D-2')]],
      ['its own row', 'customers', [cell('name', 'Acme'), cell('id', 'C-2')]],
    ])('should be the one that another cell tells: %s', (_, table, cells) => {
      expect(selectedCustomer(shared, { table, cells })).toEqual({ kind: 'customer', row: 1 });
    });

    it('should be all of them when one is asked for by name', () => {
      expect(namedCustomer(shared, 'Acme')).toEqual({ kind: 'several', rows: [0, 1] });
      expect(namedCustomer(shared, 'c-2')).toEqual({ kind: 'customer', row: 1 });
      expect(namedCustomer(shared, 'Nobody')).toEqual({ kind: 'unknown', text: 'Nobody' });
    });
  });

  it('should be unknown when the name is nobody, and none when the row names nobody', () => {
    expect(selectedCustomer(computed, { table: 'orders', cells: [cell('customer', 'Nobody')] })).toEqual({
      kind: 'unknown',
      text: 'Nobody',
    });
    expect(selectedCustomer(computed, { table: null, cells: [cell(null, 'Nobody')] })).toBeNull();
    expect(selectedCustomer(computed, { table: 'orders', cells: [cell('customer', null)] })).toBeNull();
  });
});
