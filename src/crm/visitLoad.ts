import { addCadence, type CadenceUnit } from './cadence';
import type { WorkCalendar } from './calendar';
import { mondayOf } from './week';

/** How many revisits fall to whom in which week (C-36, C-65), before and after a change of the cadence rules. */

/** One customer who is due: the first date is known, the ones after it follow from the cadence. */
export interface DueVisit {
  /** Whoever is told apart: a row of the team, a name; `null` = nobody. */
  readonly owner: string | null;
  readonly due: number;
  readonly every: number | null;
  readonly unit: CadenceUnit | null;
}

export interface LoadSpan {
  readonly today: number;
  readonly weeks: number;
  readonly calendar?: WorkCalendar;
}

/** Visits of an owner in the week that begins on `monday`. */
export interface OwnerWeek {
  readonly owner: string | null;
  readonly monday: number;
  readonly visits: number;
}

/** Due days of one customer up to the end of the span; what is overdue has to be done today. */
export function projectedDays(visit: DueVisit, { today, weeks, calendar }: LoadSpan): number[] {
  const end = mondayOf(today) + weeks * 7;
  const first = Math.max(today, Math.floor(visit.due));
  const days: number[] = [];
  let next: number | null = first;
  // Stepped from the first date, so that a month's end does not drift.
  for (let step = 1; next !== null && next < end; step += 1) {
    days.push(next);
    next = visit.every === null ? null : addCadence(first, visit.every * step, visit.unit, calendar);
  }
  return days;
}

/** Visits of one customer in each week of the span, the present one first. */
export function visitsByWeek(visit: DueVisit, span: LoadSpan): readonly number[] {
  const counts = Array<number>(span.weeks).fill(0);
  const first = mondayOf(span.today);
  for (const day of projectedDays(visit, span)) counts[(mondayOf(day) - first) / 7]! += 1;
  return counts;
}

/** Load by owner and week, owners in the order of their first customer, weeks ascending; weeks without visits are absent. */
export function visitLoad(visits: readonly DueVisit[], span: LoadSpan): OwnerWeek[] {
  const byOwner = new Map<string | null, Map<number, number>>();
  for (const visit of visits) {
    const weeks = byOwner.get(visit.owner) ?? new Map<number, number>();
    byOwner.set(visit.owner, weeks);
    for (const day of projectedDays(visit, span)) weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + 1);
  }
  return [...byOwner].flatMap(([owner, weeks]) =>
    [...weeks].sort(([a], [b]) => a - b).map(([monday, count]) => ({ owner, monday, visits: count })),
  );
}

/** Before and after side by side; a week that only one of them knows has 0 in the other. */
export interface LoadChange {
  readonly owner: string | null;
  readonly monday: number;
  readonly before: number;
  readonly after: number;
}

export function loadChange(before: readonly OwnerWeek[], after: readonly OwnerWeek[]): LoadChange[] {
  const key = ({ owner, monday }: OwnerWeek) => `${monday} ${owner ?? ''}`;
  const [was, becomes] = [before, after].map((load) => new Map(load.map((week) => [key(week), week.visits])));
  const weeks = new Map([...before, ...after].map((week) => [key(week), week]));
  const owners = [...new Set([...weeks.values()].map(({ owner }) => owner))];
  const order = new Map(owners.map((owner, index) => [owner, index]));
  return [...weeks]
    .map(([id, { owner, monday }]) => ({ owner, monday, before: was!.get(id) ?? 0, after: becomes!.get(id) ?? 0 }))
    .sort((a, b) => order.get(a.owner)! - order.get(b.owner)! || a.monday - b.monday);
}

/** Load of some owners, or all, by week, weeks ascending. */
export function loadByWeek(load: readonly LoadChange[], owner?: string | null): Omit<LoadChange, 'owner'>[] {
  const own = owner === undefined ? load : load.filter((week) => week.owner === owner);
  return summed(own, ({ monday }) => monday)
    .map(([monday, sums]) => ({ monday, ...sums }))
    .sort((a, b) => a.monday - b.monday);
}

/** Load of all weeks by owner: the largest change first, then the largest load. */
export const loadByOwner = (load: readonly LoadChange[]): Omit<LoadChange, 'monday'>[] =>
  summed(load, ({ owner }) => owner)
    .map(([owner, sums]) => ({ owner, ...sums }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after);

type Sums = Pick<LoadChange, 'before' | 'after'>;

function summed<K>(load: readonly LoadChange[], keyOf: (week: LoadChange) => K): [K, Sums][] {
  const sums = new Map<K, Sums>();
  for (const week of load) {
    const { before, after } = sums.get(keyOf(week)) ?? { before: 0, after: 0 };
    sums.set(keyOf(week), { before: before + week.before, after: after + week.after });
  }
  return [...sums];
}
