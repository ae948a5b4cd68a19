import { liveRows, oncePerSource } from './source';
import { parentRows } from './team';

/** A line of the owner history, by rows of the customers and the team table; `null` = nobody, or unknown. */
export interface OwnerChange {
  readonly kind: string | null;
  readonly customer: number | null;
  readonly to: number | null;
  /** Whole serial day. */
  readonly at: number;
}

/** Who got which customer, up to today; lines without a day tell nothing. */
export const ownerChanges = oncePerSource((source, { today }): readonly OwnerChange[] => {
  if (!source.rows('ownerHistory')) return [];
  const customers = parentRows(source, 'ownerHistory', 'customer', 'customers');
  const people = parentRows(source, 'ownerHistory', 'to', 'team');
  const [kinds, days] = ['kind', 'at'].map((id) => source.column('ownerHistory', id));
  return liveRows(source, 'ownerHistory').flatMap((row): OwnerChange[] => {
    const at = days![row];
    if (typeof at !== 'number' || Math.floor(at) > today) return [];
    const kind = kinds![row] as string | null;
    return [{ kind, customer: customers[row] ?? null, to: people[row] ?? null, at: Math.floor(at) }];
  });
});

/** How many customers each person (row of the team) claimed from the pool today. */
export const claimsToday = oncePerSource((source, environment): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { kind, to, at } of ownerChanges(source, environment)) {
    if (kind === 'claim' && to !== null && at === environment.today) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
});

/** The day since when each customer (row) is with the present owner, as far as the history knows. */
export const ownedSince = oncePerSource((source, environment): ReadonlyMap<number, number> => {
  const days = new Map<number, number>();
  for (const { customer, at } of ownerChanges(source, environment)) {
    if (customer !== null) days.set(customer, Math.max(at, days.get(customer) ?? at));
  }
  return days;
});
