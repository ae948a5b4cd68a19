import type { Changeset, FieldChange } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { computeAll } from '../template/compute';
import { columnOf, environmentOf } from '../template/environment';
import { liveRows, sourceOf } from '../template/views/source';
import { parentRows } from '../template/views/team';
import { levelledVisits, toleranceOf } from '../template/views/visits';
import type { Applied } from './applied';
import { applyRest } from './applyRest';
import type { ApplyOptions, Home } from './home';
import { calledBy } from './report/named';

/** A visit that would move to another day (C-65). Dates are serials. */
export interface VisitMove {
  readonly customerId: string;
  readonly customer: string;
  readonly from: number;
  readonly to: number;
  /** Due before today: an agreed date takes it off the list of the overdue. */
  readonly isOverdue: boolean;
}

export interface LevellingProposal {
  readonly toleranceDays: number;
  readonly moves: readonly VisitMove[];
  /** Customers whose visit should move, but an agreed date needs a held revisit to stand on, after which it comes. */
  readonly unmovable: number;
  /** Agreed dates on the latest revisits: these beat the cadence (decision 13), and only once. */
  readonly changeset: Changeset;
  /** The change when some visits stay: customer ids. */
  without(rejected: ReadonlySet<string>): Changeset;
}

export function proposeLevelling(snapshot: Snapshot, clock: number): LevellingProposal {
  const computed = computeAll(snapshot, clock);
  const environment = environmentOf(snapshot, clock);
  const column = (id: string) => columnOf(computed, 'customers', id);
  const [ids, names, due, last] = ['id', 'name', 'nextDue', 'lastRevisit'].map(column);
  const latest = latestRevisits(computed, environment.today);
  const moved = levelledVisits(computed, environment).filter(({ reason }) => reason === 'moved');
  const movable = moved
    .filter(({ row, to }) => ids![row] !== null && latest.has(row) && to > Number(last![row]))
    .sort((a, b) => a.from - b.from);
  const without = (rejected: ReadonlySet<string>): Changeset => ({
    action: 'levelVisits',
    updates: movable
      .filter(({ row }) => !rejected.has(String(ids![row])))
      .flatMap(({ row, to }) => agreeing(computed, latest.get(row)!, to)),
    ...{ appends: [], removals: [] },
  });
  return {
    toleranceDays: toleranceOf(computed),
    moves: movable.map(({ row, from, to }) => ({
      ...{ customerId: String(ids![row]), customer: calledBy(names![row], ids![row]), from, to },
      isOverdue: Number(due![row]) < environment.today,
    })),
    unmovable: moved.length - movable.length,
    ...{ changeset: without(new Set()), without },
  };
}

/** Accepts a proposal; what somebody else changed meanwhile is left out and listed. */
export const levelVisits = (
  home: Pick<Home, 'apply'>,
  { changeset }: Pick<LevellingProposal, 'changeset'>,
  options: ApplyOptions = {},
): Promise<Applied> => applyRest(home, changeset, options);

/** Rows of the follow-ups that were held on the day of each customer's last revisit: those whose agreed date counts. */
function latestRevisits(computed: Snapshot, today: number): ReadonlyMap<number, readonly number[]> {
  const source = sourceOf(computed);
  const customers = parentRows(source, 'followUps', 'customer', 'customers');
  const column = (id: string) => columnOf(computed, 'followUps', id);
  const [ids, heldAt, outcome] = ['id', 'heldAt', 'outcome'].map(column);
  const last = columnOf(computed, 'customers', 'lastRevisit');
  const rows = new Map<number, number[]>();
  for (const row of liveRows(source, 'followUps')) {
    const [customer, held] = [customers[row] ?? null, heldAt![row]];
    if (customer === null || typeof held !== 'number' || held >= today + 1 || outcome![row] === 'noAnswer') continue;
    if (ids![row] !== null && held >= Number(last[customer])) rows.set(customer, [...(rows.get(customer) ?? []), row]);
  }
  return rows;
}

/** Of several revisits on one day the latest agreed date counts: none may be later than the new one, and one says it. */
function agreeing(computed: Snapshot, rows: readonly number[], to: number): FieldChange[] {
  const column = (id: string) => columnOf(computed, 'followUps', id);
  const [ids, nextAt] = [column('id'), column('nextAt')];
  const later = rows.filter((row) => typeof nextAt[row] === 'number' && nextAt[row] > to);
  return (later.length ? later : rows.slice(-1)).map((row) => ({
    ...{ table: 'followUps', id: String(ids[row]), field: 'nextAt' },
    ...{ before: nextAt[row] ?? null, after: to },
  }));
}
