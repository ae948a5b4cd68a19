import type { Obstacle } from '../../crm/levelling';
import { keyOf } from '../../crm/notice';
import type { Person } from '../../crm/people';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { capacities, hasTrial, levelledVisits, loadWeeks, toleranceOf, weekLoads } from '../../template/views/visits';
import type { Facts } from './facts';
import { calledBy } from './named';

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
  readonly moves: readonly (LevelledLine & { readonly proposedAt: string })[];
  /** Visits for which no day within the tolerance had room: how many, and which. They stay where they are. */
  readonly full: number;
  readonly stays: readonly LevelledLine[];
}

/** A visit that cannot be where it is due. */
export interface LevelledLine {
  readonly customerId: string | null;
  readonly customer: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly dueAt: string;
  /** The day it would have to be done: the due date, or today when that is over. */
  readonly from: string;
  /** Why not on that day: no working day, or the owner's day or week is full. */
  readonly reason: Obstacle;
}

/** A proposal, never a change: due dates stay what the cadence says. */
export function levelling({ computed, environment }: Facts): LevellingReport {
  const [ids, names] = [columnOf(computed, 'customers', 'id'), columnOf(computed, 'customers', 'name')];
  const personOf = personByKey(computed);
  const levelled = [...levelledVisits(computed, environment)].sort((a, b) => a.due - b.due);
  const line = ({ row, owner, due, from, obstacle }: (typeof levelled)[number]): LevelledLine => ({
    ...{ customerId: ids[row] as string | null, customer: calledBy(names[row], ids[row]) },
    ...{ ownerId: personOf(owner)?.id ?? null, owner: personOf(owner)?.name ?? null },
    ...{ dueAt: toIso(Math.floor(due)), from: toIso(from), reason: obstacle! },
  });
  const stays = levelled.filter(({ reason }) => reason === 'full').map(line);
  return {
    toleranceDays: toleranceOf(computed),
    moves: levelled
      .filter(({ reason }) => reason === 'moved')
      .map((visit) => ({ ...line(visit), proposedAt: toIso(visit.to) })),
    ...{ full: stays.length, stays },
  };
}

/** People of the team by key; others are their own name. */
export function personByKey(computed: Facts['computed']): (key: string | null) => Person | null {
  const [ids, names] = [columnOf(computed, 'team', 'id'), columnOf(computed, 'team', 'name')];
  const byKey = new Map(
    ids.map((id, row) => {
      const person: Person = { id: id as string | null, name: calledBy(names[row], id) };
      return [keyOf(person), person];
    }),
  );
  return (key) => (key === null ? null : (byKey.get(key) ?? { id: null, name: key }));
}
