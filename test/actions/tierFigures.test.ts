import { proposedTiers, triedTiers } from '../../src/actions/recomputeTiers';
import { lifecycleGroups, rfmGroups } from '../../src/actions/report/customerGroups';
import { factsOf } from '../../src/actions/report/facts';
import { reviewRuns, reviewSchedule } from '../../src/actions/report/reviewRuns';
import { tierDistribution } from '../../src/actions/report/tierDistribution';
import { tierOverrides } from '../../src/actions/report/tierOverrides';
import { loadByOwner, loadByWeek } from '../../src/crm/visitLoad';
import type { Snapshot } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import { tierNeeds } from '../../src/taskpane/tierNeeds';
import { isNeeded } from '../../src/template/needs';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { sourceOf } from '../../src/template/views/source';
import { visitsInYear } from '../../src/template/views/tierReview';
import { rowsInTier, visitsAt } from '../../src/template/views/tierTrial';
import { randomRecords } from '../support/randomWorkbook';

const today = toSerial('2026-03-31');
const factsFrom = (records: Record<string, readonly SeedRow[]>) =>
  factsOf(fillWorkbook({ language: 'en', records, settings: { asOf: today }, clock: today }).computed, today);

describe('figures of tiers', () => {
  it.each([1, 2])('should have exactly their rows behind them, on dirty data %i', (seed) => {
    const facts = factsFrom(randomRecords(seed, 150, today));
    const { computed, environment } = facts;
    const cuts = [
      { tier: 'A', minValue: 20_000 },
      { tier: 'B', minValue: 5_000 },
      { tier: 'C', minValue: 0 },
    ];

    const { counts, moves, load, visits } = triedTiers(facts, cuts);
    const { customers, tiers } = tierDistribution(facts);

    expect(counts).toEqual(
      counts.map(({ tier }) => ({
        tier,
        before: rowsInTier(computed, environment, tier).length,
        after: rowsInTier(computed, environment, tier, moves).length,
      })),
    );
    expect(tiers.map(({ rows }) => rows.length)).toEqual(counts.map(({ before }) => before));
    expect(tiers.flatMap(({ cadences }) => cadences.flatMap(({ rows }) => rows)).length).toBe(
      tiers.flatMap(({ rows }) => rows).length,
    );
    for (const groups of [rfmGroups(facts), lifecycleGroups(facts)]) {
      const rows = groups.flatMap((group) => group.rows);
      expect([rows.length, new Set(rows).size]).toEqual([customers, customers]);
    }
    for (const { owner, monday, before, after } of load) {
      const each = [[], moves].map((by) => visitsAt(computed, environment, { owner, monday }, by));
      expect(each.map(totalOf)).toEqual([before, after]);
    }
    const inYear = [[], moves].map((by) => totalOf(visitsInYear(sourceOf(computed), environment, by)));
    expect(inYear).toEqual([visits.now, visits.after].map((count) => expect.closeTo(count)));
    const sum = (list: readonly { readonly after: number }[]) => list.reduce((total, one) => total + one.after, 0);
    expect([sum(loadByWeek(load)), sum(loadByOwner(load))]).toEqual([sum(load), sum(load)]);
  });

  it('should share the value among the tiers and say how few customers carry it (C-22)', () => {
    const { tiers, concentration } = tierDistribution(
      factsFrom({
        customers: ['1', '2', '3'].map((id) => ({ id, name: id })),
        orders: [120_000, 60_000, 20_000].map((amount, at) => ({
          ...{ id: `O${at}`, customer: String(at + 1), amount, orderedAt: today },
        })),
      }),
    );

    expect(tiers.map(({ tier, rows, value, valueShare }) => [tier, rows, value, valueShare])).toEqual([
      ['A', [0], 120_000, 0.6],
      ['B', [1, 2], 80_000, 0.4],
      ['C', [], 0, 0],
    ]);
    expect(concentration).toMatchObject({ top1: 0.6, largest: [0, 1, 2] });
    expect(concentration.top5).toBeCloseTo(1);
    expect(concentration.equalCustomers).toBeCloseTo(1 / (0.36 + 0.09 + 0.01));
  });

  it('should have no shares where nobody bought anything', () => {
    const { tiers, concentration } = tierDistribution(factsFrom({ customers: [{ id: '1', name: 'One' }] }));

    expect(tiers.map(({ valueShare }) => valueShare)).toEqual([null, null, null]);
    expect(concentration).toEqual({ top1: null, top5: null, equalCustomers: null, largest: [], buyers: [] });
  });
});

describe('what the view of tiers reads', () => {
  it.each(['value', 'points'])('should be all that its figures come from, by %s', (tierBasis) => {
    const { computed: whole } = fillWorkbook({
      ...{ language: 'en', records: randomRecords(3, 150, today), clock: today },
      settings: { asOf: today, tierBasis },
    });

    expect(shown(needed(whole))).toEqual(shown(whole));
  });

  function shown(snapshot: Snapshot) {
    const facts = factsOf(snapshot, today);
    const { cuts, moves, visits } = proposedTiers(facts);
    const tried = triedTiers(
      facts,
      cuts.map((cut) => ({ ...cut, minValue: (cut.minValue ?? 0) / 2 })),
    );
    const { load, counts } = tried;
    const groups = [rfmGroups(facts), lifecycleGroups(facts)];
    return [cuts, moves, visits, load, counts, groups, tierDistribution(facts), tierOverrides(facts)];
  }

  function needed(snapshot: Snapshot): Snapshot {
    const tables = Object.entries(snapshot.tables).map(([table, rows]) => {
      const columns = Object.entries(rows.columns).filter(([column]) => isNeeded(tierNeeds, table, column));
      return [table, { ...rows, columns: Object.fromEntries(columns) }] as const;
    });
    return { ...snapshot, tables: Object.fromEntries(tables.filter(([, rows]) => Object.keys(rows.columns).length)) };
  }
});

describe('reviews of the past (C-18)', () => {
  const line = (id: string, day: number, rest: SeedRow): SeedRow => ({
    ...{ id, reviewedAt: day, ruleVersion: 'A>=900 B>=- C>=0', accepted: true },
    ...rest,
  });

  it('should be told newest first by what became of the customers', () => {
    const facts = factsFrom({
      customers: [{ id: 'C1', name: 'One' }],
      tierReviews: [
        line('W1', today - 200, { why: 'noMoves' }),
        line('W2', today - 100, { customer: 'C1', from: 'C', to: 'B', why: 'up' }),
        line('W3', today - 100, { customer: 'C2', from: 'A', to: 'B', why: 'heldOnce', accepted: false }),
        line('W4', today - 100, { customer: 'C3', from: 'A', to: 'C', why: 'downTwice', accepted: false }),
      ],
    });

    expect(reviewRuns(facts)).toEqual([
      {
        reviewedAt: today - 100,
        cuts: [
          { tier: 'A', minValue: 900 },
          { tier: 'B', minValue: null },
          { tier: 'C', minValue: 0 },
        ],
        rows: { up: [1], down: [], waiting: [2], first: [], declined: [3] },
      },
      expect.objectContaining({
        reviewedAt: today - 200,
        rows: { up: [], down: [], waiting: [], first: [], declined: [] },
      }),
    ]);
    expect(reviewSchedule(facts)).toMatchObject({ last: today - 100, months: 3 });
    expect(reviewSchedule(facts).daysLate).toBeGreaterThan(0);
  });

  it('should be due at once where there was none', () => {
    expect(reviewSchedule(factsFrom({ customers: [] }))).toMatchObject({ last: null, next: today, daysLate: 0 });
  });
});

describe('tiers set by hand (C-16)', () => {
  it('should be told with what counts without them, the ones that are over first', () => {
    const hand = (id: string, until: number | null, rest: SeedRow = {}): SeedRow => ({
      ...{ id, name: id, tierOverride: 'A', tierOverrideUntil: until, tierOverrideReason: 'x' },
      ...rest,
    });
    const facts = factsFrom({
      customers: [
        hand('endless', null),
        hand('soon', today + 30, { tierReviewed: 'B' }),
        hand('later', today + 31),
        hand('over', today - 1),
        hand('lastDay', today),
        hand('archived', today, { archived: true }),
        { id: 'none', name: 'none' },
      ],
    });

    expect(tierOverrides(facts).map(({ customerId, state, usual }) => [customerId, state, usual])).toEqual([
      ['over', 'expired', 'C'],
      ['lastDay', 'soon', 'C'],
      ['soon', 'soon', 'B'],
      ['later', 'inForce', 'C'],
      ['endless', 'inForce', 'C'],
    ]);
  });
});

const totalOf = (visits: ReadonlyMap<number, number>): number =>
  [...visits.values()].reduce((sum, one) => sum + one, 0);
