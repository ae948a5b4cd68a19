import { mondayOf } from '../../crm/week';
import { keyOf } from '../../crm/notice';
import { capacities, loadWeeks, weekLoads, weekVisits } from '../../template/views/visits';
import { sourceOf } from '../../template/views/source';
import { teamMembers } from '../../template/views/team';
import { columnOf } from '../../template/environment';
import type { Facts } from './facts';
import { personByKey } from './visitPlan';

/** Visits of one person in the coming weeks, against what the person can do in a week (C-65). */
export interface HeatRow {
  /** What an owner is told apart by; `null` = customers whom nobody looks after. */
  readonly owner: string | null;
  readonly personId: string | null;
  readonly person: string | null;
  readonly capacity: number | null;
  /** One figure for each week of `mondays`. */
  readonly visits: readonly number[];
}

export interface VisitHeat {
  /** Serials of the Mondays, the present week first. */
  readonly mondays: readonly number[];
  /** Active people in the order of the team, then whoever else has visits due. */
  readonly rows: readonly HeatRow[];
}

/** The workload of the team by week: the table behind the heat map. */
export function visitHeat({ computed, environment }: Facts): VisitHeat {
  const first = mondayOf(environment.today);
  const mondays = Array.from({ length: loadWeeks }, (_, week) => first + week * 7);
  const [capacity, personOf] = [capacities(computed), personByKey(computed)];
  const visits = new Map<string | null, number[]>(activeKeys(computed).map((key) => [key, mondays.map(() => 0)]));
  for (const { owner, monday, before } of weekLoads(computed, environment)) {
    const weeks = visits.get(owner) ?? mondays.map(() => 0);
    visits.set(owner, weeks);
    weeks[(monday - first) / 7] = before;
  }
  return {
    mondays,
    rows: [...visits].map(([owner, weeks]) => ({
      ...{ owner, personId: personOf(owner)?.id ?? null, person: personOf(owner)?.name ?? null },
      ...{ capacity: capacity.get(owner) ?? null, visits: weeks },
    })),
  };
}

function activeKeys(computed: Facts['computed']): string[] {
  const ids = columnOf(computed, 'team', 'id');
  return teamMembers(sourceOf(computed)).flatMap(({ name, active }, row) =>
    active ? [keyOf({ id: (ids[row] ?? null) as string | null, name })!] : [],
  );
}

/** Visits by customer (row) behind one figure of the heat map. */
export const heatVisits = (
  { computed, environment }: Facts,
  owner: string | null,
  monday: number,
): ReadonlyMap<number, number> => weekVisits(computed, environment, owner, monday);
