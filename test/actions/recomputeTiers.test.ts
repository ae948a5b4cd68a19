import { proposeTiers, tryTiers } from '../../src/actions/recomputeTiers';
import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';

const today = toSerial('2026-03-31');

function workbook(records: Record<string, SeedRow[]>) {
  return fillWorkbook({ language: 'en', records, settings: { asOf: today }, clock: today }).computed;
}

const customers: SeedRow[] = [
  { id: 'C1', name: 'One', tierReviewed: 'C' },
  { id: 'C2', name: 'Two', tierReviewed: 'A' },
];
const orders: SeedRow[] = [{ id: 'O1', customer: 'C1', orderedAt: today, amount: 5000 }];
const big: SeedRow = { id: 'O2', customer: 'C3', orderedAt: today, amount: 90_000 };
const heldToday: SeedRow = { id: `W-${today}-C2`, reviewedAt: today, customer: 'C2', why: 'heldOnce', accepted: false };

describe('trying out cut points (C-18)', () => {
  it('should say who moves and what that does to the visits, and write nothing', () => {
    const cadenceRules: SeedRow[] = [
      { rule: 'a', name: 'A', column: 'tier', equals: 'A', every: 5, unit: 'days' },
      { rule: 'b', name: 'B', column: 'tier', equals: 'B', every: 73, unit: 'days' },
      { rule: 'n', name: 'Others', every: 365, unit: 'days' },
    ];
    const snapshot = workbook({ customers, orders, cadenceRules });
    const cuts = [
      { tier: 'A', minValue: 9000 },
      { tier: 'B', minValue: 4000 },
      { tier: 'C', minValue: 0 },
    ];

    const { moves, visits } = tryTiers(snapshot, today, cuts);

    expect(moves.map(({ customerId, from, to, why }) => [customerId, from, to, why])).toEqual([
      ['C1', 'C', 'B', 'up'],
      ['C2', 'A', 'A', 'heldOnce'],
    ]);
    expect(visits).toEqual({ now: 1 + 73, after: 5 + 73 });
  });
});

describe('a review run twice on one day (C-18)', () => {
  it('should not count as the second review, nor write its lines again', () => {
    const { moves, changeset } = proposeTiers(workbook({ customers, orders, tierReviews: [heldToday] }), today);

    expect(moves.map(({ customerId, why }) => [customerId, why])).toEqual([['C2', 'heldOnce']]);
    expect(changeset.appends).toEqual([]);
  });

  it('should say what was decided last, where somebody is accepted who was declined before', () => {
    const given = {
      customers: [...customers, { id: 'C3', name: 'Three', tierReviewed: 'C' }],
      orders: [...orders, big],
    };
    const first = proposeTiers(workbook(given), today).without(new Set(['C3']));
    const declined = first.appends.map(({ values }) => values as SeedRow);

    const again = proposeTiers(workbook({ ...given, tierReviews: declined }), today).changeset;

    expect(declined.map(({ customer, accepted }) => [customer, accepted])).toContainEqual(['C3', false]);
    expect(again.appends).toEqual([]);
    expect(again.updates).toContainEqual({
      ...{ table: 'tierReviews', id: `W-${today}-C3`, field: 'accepted', before: false, after: true },
    });
  });

  it('should leave one line when nobody moves, so that the next date is known', () => {
    const { changeset } = proposeTiers(workbook({ customers: [] }), today);

    expect(changeset.appends.map(({ values }) => [values.reviewedAt, values.customer, values.why])).toEqual([
      [today, null, 'noMoves'],
    ]);
  });
});
