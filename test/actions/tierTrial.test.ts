import { factsOf } from '../../src/actions/report/facts';
import { tryTiers } from '../../src/actions/recomputeTiers';
import { visitLoad, type OwnerWeek } from '../../src/crm/visitLoad';
import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { loadWeeks, plannedVisits } from '../../src/template/views/visits';
import { randomRecords } from '../support/randomWorkbook';

const today = toSerial('2026-03-31');
const cadenceRules: SeedRow[] = [
  { rule: 'a', name: 'A', column: 'tier', equals: 'A', every: 6, unit: 'workdays' },
  { rule: 'b', name: 'B', column: 'tier', equals: 'B', every: 2, unit: 'weeks' },
  { rule: 'key', name: 'Key', column: 'isKey', equals: 'Yes', every: 9, unit: 'days' },
];
const filled = (customers: readonly SeedRow[], others: Record<string, SeedRow[]>) =>
  fillWorkbook({
    language: 'en',
    records: { ...others, customers, cadenceRules },
    settings: { asOf: today, shiftToWorkday: 'Yes' },
    clock: today,
  }).computed;

/** The load as the report counts it, customer by customer. */
function loadOf(snapshot: ReturnType<typeof filled>): OwnerWeek[] {
  const { computed, environment } = factsOf(snapshot, today);
  const span = { today, weeks: loadWeeks, calendar: environment.calendar };
  return sorted(visitLoad(plannedVisits(computed, environment), span));
}

const sorted = (load: OwnerWeek[]) =>
  load.filter(({ visits }) => visits > 0).sort((a, b) => weekKey(a).localeCompare(weekKey(b)));
const weekKey = ({ owner, monday }: OwnerWeek) => `${owner} ${monday}`;

describe('trying out cut points (C-18, C-35)', () => {
  it.each([1, 2])('should tell the visits that the moved tiers bring, on dirty data %i', (seed) => {
    const { customers: dirty = [], ...others } = randomRecords(seed, 150, today);
    const customers = dirty.map((row, at) => ({
      ...row,
      tierReviewed: 'C',
      ...(at % 3 ? { tierOverride: null } : {}),
    }));
    const snapshot = filled(customers, others);
    const cuts = [
      { tier: 'A', minValue: 20_000 },
      { tier: 'B', minValue: 5_000 },
      { tier: 'C', minValue: 0 },
    ];

    const { moves, load, counts } = tryTiers(snapshot, today, cuts);

    // Dirty data has ids twice: a customer is who has the id and the name.
    const key = (id: unknown, name: unknown) => `${String(id)} ${String(name ?? '')}`;
    const moving = moves.filter(({ from, to }) => from !== to);
    const moved = new Map(moving.map(({ customerId, customer, to }) => [key(customerId, customer), to]));
    expect(moved.size).toBeGreaterThan(15);
    const withTier = (row: SeedRow) => ({ ...row, tierReviewed: moved.get(key(row.id, row.name)) ?? 'C' });
    const after = filled(customers.map(withTier), others);
    const side = (which: 'before' | 'after') =>
      sorted(load.map(({ owner, monday, ...visits }) => ({ owner, monday, visits: visits[which] })));
    expect(side('before')).toEqual(loadOf(snapshot));
    expect(side('after')).toEqual(loadOf(after));
    const tiers = after.tables.customers!.columns;
    const isLive = (row: number) => tiers.archived![row] !== true;
    expect(counts.map((count) => count.after)).toEqual(
      counts.map(({ tier }) => tiers.tier!.filter((cell, row) => cell === tier && isLive(row)).length),
    );
  });
});
