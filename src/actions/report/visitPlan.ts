import { keyOf } from '../../crm/notice';
import type { Person } from '../../crm/people';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { capacities, hasTrial, levelledVisits, loadWeeks, toleranceOf, weekLoads } from '../../template/views/visits';
import type { Facts } from './facts';

/** Visits of an owner in a week (C-36, C-65). */
export interface WeekLoadReport {
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** Its Monday. */
  readonly week: string;
  readonly visits: number;
  /** By the figures to try out; `null` when there are none. */
  readonly tried: number | null;
  readonly capacity: number | null;
  readonly isOver: boolean;
}

export interface VisitLoadReport {
  readonly weeks: number;
  readonly byOwnerWeek: readonly WeekLoadReport[];
}

/** Load by owner and week, now and with the cadence that the manager tries out. */
export function visitLoad({ computed, environment }: Facts): VisitLoadReport {
  const [capacity, isTried, personOf] = [capacities(computed), hasTrial(computed), personByKey(computed)];
  return {
    weeks: loadWeeks,
    byOwnerWeek: weekLoads(computed, environment).map(({ owner, monday, before, after }) => {
      const perWeek = capacity.get(owner) ?? null;
      const person = personOf(owner);
      return {
        ...{ ownerId: person?.id ?? null, owner: person?.name ?? null, week: toIso(monday), visits: before },
        tried: isTried ? after : null,
        capacity: perWeek,
        isOver: perWeek !== null && (isTried ? after : before) > perWeek,
      };
    }),
  };
}

export interface LevellingReport {
  readonly toleranceDays: number;
  /** Visits that would move, in the order of their due dates. */
  readonly moves: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly dueAt: string;
    readonly proposedAt: string;
  }[];
  /** Visits for which no day within the tolerance had room. */
  readonly full: number;
}

/** A proposal, never a change: due dates stay what the cadence says. */
export function levelling({ computed, environment }: Facts): LevellingReport {
  const [ids, names] = [columnOf(computed, 'customers', 'id'), columnOf(computed, 'customers', 'name')];
  const levelled = levelledVisits(computed, environment);
  return {
    toleranceDays: toleranceOf(computed),
    moves: levelled
      .filter(({ reason }) => reason === 'moved')
      .sort((a, b) => a.from - b.from)
      .map(({ row, from, to }) => ({
        customerId: ids[row] as string | null,
        customer: String(names[row] ?? ''),
        dueAt: toIso(from),
        proposedAt: toIso(to),
      })),
    full: levelled.filter(({ reason }) => reason === 'full').length,
  };
}

/** People of the team by key; others are their own name. */
function personByKey(computed: Facts['computed']): (key: string | null) => Person | null {
  const [ids, names] = [columnOf(computed, 'team', 'id'), columnOf(computed, 'team', 'name')];
  const byKey = new Map(
    ids.map((id, row) => {
      const person: Person = { id: id as string | null, name: String(names[row] ?? '') };
      return [keyOf(person), person];
    }),
  );
  return (key) => (key === null ? null : (byKey.get(key) ?? { id: null, name: key }));
}
