import { factsOf } from '../../src/actions/report/facts';
import { changesSince, itemKey, since } from '../../src/actions/report/since';
import { concerns, workloads } from '../../src/actions/report/teamWork';
import { today } from '../../src/actions/report/today';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';

const clock = 46_000;
const records: Record<string, SeedRow[]> = {
  team: [
    { id: 'U-1', name: 'Ann', capacity: 1 },
    { id: 'U-2', name: 'Ben', supervisor: 'Ann', capacity: 10 },
    { id: 'U-3', name: 'Cid', supervisor: 'U-2', active: false },
    { id: 'U-4', name: 'Dan' },
  ],
  customers: [
    { id: 'C-1', name: 'Acme', owner: 'Ann', createdAt: clock - 90 },
    { id: 'C-2', name: 'Bolt', owner: 'Ben', createdAt: clock - 90 },
    { id: 'C-3', name: 'Cobra', owner: 'Cid', createdAt: clock - 90 },
    { id: 'C-4', name: 'Dove', owner: 'Dan', createdAt: clock - 90 },
    { id: 'C-5', name: 'Nobody’s', createdAt: clock - 90 },
    { id: 'C-6', name: 'Visited', owner: 'Ben', createdAt: clock - 2 },
  ],
};
const facts = factsOf(fillWorkbook({ language: 'en', records, clock }).computed, clock);
const { items } = today(facts);
const named = (scope: Parameters<typeof concerns>[2], me = 'U-1') =>
  items
    .filter(concerns(facts, me, scope))
    .map(({ title }) => title)
    .sort();

describe('whose work Today shows', () => {
  it('should be my own, that of everybody below me with what is nobody’s, or all', () => {
    expect(named('me')).toEqual(['Acme']);
    expect(named('team')).toEqual(['Acme', 'Bolt', 'Cobra', 'Nobody’s']);
    expect(named('everyone')).toHaveLength(5);
    expect(named('me', 'U-4')).toEqual(['Dove']);
  });

  it('should count what stands under a name that two people share for both of them', () => {
    const shared = factsOf(
      fillWorkbook({
        ...{ language: 'en', clock },
        records: {
          team: [...records.team!, { id: 'U-7', name: 'Ana' }, { id: 'U-8', name: 'ANA', supervisor: 'U-2' }],
          customers: [{ id: 'C-7', name: 'Twin', owner: 'Ana', createdAt: clock - 400, isKey: true }],
        },
      }).computed,
      clock,
    );
    const found = today(shared).items;
    const waiting = new Map(workloads(shared, found).map((one) => [one.id, one.waiting]));

    expect(found.map(({ title }) => title)).toEqual(['Twin']);
    for (const [me, scope] of [
      ['U-7', 'me'],
      ['U-8', 'me'],
      ['U-2', 'team'],
    ] as const)
      expect(found.filter(concerns(shared, me, scope))).toHaveLength(1);
    expect(found.filter(concerns(shared, 'U-2', 'me'))).toEqual([]);
    expect([waiting.get('U-7'), waiting.get('U-8'), waiting.get('U-2')]).toEqual([1, 1, 0]);
  });

  it('should offer for a takeover who still works here, the least loaded first', () => {
    expect(workloads(facts, items).map(({ name, waiting }) => [name, waiting])).toEqual([
      ['Dan', 1],
      ['Ben', 1],
      ['Ann', 1],
    ]);
  });
});

describe('what happened since somebody was here last', () => {
  it('should tell what is new and what is settled, of the own people', () => {
    const before = [
      ...items.filter(({ id }) => id !== 'C-2').map(itemKey),
      'revisit customers C-6',
      'money orders O-9',
    ];

    const found = since(facts, items, before, concerns(facts, 'U-1', 'team'));
    const others = since(facts, items, before, concerns(facts, 'U-4', 'me'));

    expect(found.added.map(({ title }) => title)).toEqual(['Bolt']);
    expect(found.settled).toEqual([{ table: 'customers', id: 'C-6', name: 'Visited' }]);
    expect(others).toEqual({ added: [], settled: [] });
  });

  it('should count each record of the change log once, and only what came later', () => {
    const lines: readonly (readonly Value[])[] = [
      [clock + 0.1, 'customers', 'C-1', 'name', 'x'],
      [clock + 0.5, 'customers', 'C-1', 'name', 'x'],
      [clock + 0.6, 'customers', 'C-1', 'owner', null],
      [clock + 0.7, 'orders', 'O-1', null, null],
      [clock + 0.7, 'orders', 'O-1', 'amount', null],
      [clock + 0.8, 'orders', 'O-2', null, 'O-2'],
      ['soon', 'orders', 'O-3', null, null],
      [clock + 0.9, null, null, null, null],
    ];
    const columns = Object.fromEntries(
      ['at', 'table', 'record', 'field', 'before'].map((id, place) => [id, lines.map((line) => line[place]!)]),
    );
    const changeLog = { count: lines.length, sheetRows: [], columns };
    const snapshot: Snapshot = { tables: { changeLog }, settings: {}, problems: [] };

    expect(changesSince(snapshot, clock + 0.2)).toEqual([
      { table: 'customers', added: 0, changed: 1 },
      { table: 'orders', added: 1, changed: 0 },
    ]);
    expect(changesSince({ ...snapshot, tables: {} }, clock)).toEqual([]);
  });
});
