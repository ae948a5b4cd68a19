import { addCadence, cadenceAnchor, cadenceSteps, shiftedDue, type CadenceUnit } from '../../crm/cadence';
import { levelVisits } from '../../crm/levelling';
import { keyOf } from '../../crm/notice';
import { People, type Person } from '../../crm/people';
import { nextDue, scheduleStart } from '../../crm/revisit';
import type { Snapshot } from '../../crm/snapshot';
import { loadChange, projectedDays, visitLoad, type DueVisit } from '../../crm/visitLoad';
import { mondayOf } from '../../crm/week';
import { columnOf } from '../environment';
import type { Environment } from '../twins';
import { liveRows, numberOr, sourceOf } from './source';

/** Weeks that the load looks ahead, the present one included. */
export const loadWeeks = 8;

/** A due visit with the row of its customer. */
export interface PlannedVisit extends DueVisit {
  readonly row: number;
}

/** The interval of a rule as it is, or as the manager tries it out. */
type IntervalOf = (ruleRow: number) => { readonly every: number | null; readonly unit: CadenceUnit | null };

/** Who is due when, and how often from then on, for every customer with a next date (C-36). */
export function plannedVisits(computed: Snapshot, environment: Environment): PlannedVisit[] {
  const due = columnOf(computed, 'customers', 'nextDue');
  return visitsBy(computed, ruleInterval(environment), (row) => numberOr(due[row], Number.NaN));
}

/** Whether any rule has a figure to try out. */
export const hasTrial = (computed: Snapshot): boolean =>
  ['tryEvery', 'tryUnit'].some((id) => columnOf(computed, 'cadenceRules', id).some((cell) => cell !== null));

/** The same by the figures that the manager tries out in the table of rules: what a change would do (C-35). */
export function triedVisits(computed: Snapshot, environment: Environment): PlannedVisit[] {
  const rule = ruleInterval(environment);
  const [every, unit] = ['tryEvery', 'tryUnit'].map((id) => columnOf(computed, 'cadenceRules', id));
  const tried: IntervalOf = (at) => ({
    every: (every![at] as number | null) ?? rule(at).every,
    unit: (unit![at] as CadenceUnit | null) ?? rule(at).unit,
  });
  return visitsBy(computed, tried, dueByInterval(computed, environment, tried));
}

export const ruleInterval =
  ({ rules }: Environment): IntervalOf =>
  (at) => ({ every: rules[at]?.every ?? null, unit: rules[at]?.unit ?? null });

function visitsBy(computed: Snapshot, intervalOf: IntervalOf, dueOf: (row: number) => number): PlannedVisit[] {
  const people = new People(computed);
  const owners = columnOf(computed, 'customers', 'owner');
  const ruleNo = columnOf(computed, 'customers', 'cadenceRuleNo');
  return liveRows(sourceOf(computed), 'customers').flatMap((row): PlannedVisit[] => {
    const due = dueOf(row);
    if (Number.isNaN(due)) return [];
    const owner = keyOf(people.person(owners[row] ?? null));
    return [{ row, owner, due, ...intervalOf(Number(ruleNo[row] ?? 0) - 1) }];
  });
}

/** Next due date of a customer by other intervals; NaN when there is none. Whoever is not due stays so. */
function dueByInterval(computed: Snapshot, environment: Environment, intervalOf: IntervalOf): (row: number) => number {
  const due = dueWith(computed, environment);
  const [ruleNo, known] = ['cadenceRuleNo', 'nextDue'].map((id) => columnOf(computed, 'customers', id));
  return (row) => (typeof known![row] === 'number' ? due(row, intervalOf(Number(ruleNo![row] ?? 0) - 1)) : Number.NaN);
}

export type Interval = ReturnType<IntervalOf>;

/** Next due date of a customer by a given interval: the steps of the columns, in one go. NaN when there is none. */
export function dueWith(
  computed: Snapshot,
  { cadence, calendar }: Environment,
): (row: number, interval: Interval) => number {
  const number = (id: string) => {
    const values = columnOf(computed, 'customers', id);
    return (row: number) => (typeof values[row] === 'number' ? (values[row] as number) : null);
  };
  const [base, created, agreed, terminated] = ['revisitBase', 'createdAt', 'agreedNext', 'terminatedAt'].map(number);
  const first = ['firstFollowUpAt', 'firstOpportunityAt', 'firstOrderAt', 'firstTicketAt'].map(number);
  const doNotContact = columnOf(computed, 'customers', 'doNotContact');
  return (row, { every, unit }) => {
    const from = base!(row);
    const start = scheduleStart(
      created!(row),
      first.map((at) => at(row)),
    );
    const anchor = cadenceAnchor(from, start, unit, cadence);
    const steps = anchor === null || from === null ? 1 : cadenceSteps(anchor, from, every, unit);
    const due = anchor === null ? null : addCadence(anchor, every && every * steps, unit, calendar);
    const cadenceDue = due === null ? null : shiftedDue(due, cadence, calendar);
    const paused = doNotContact[row] === true || terminated!(row) !== null;
    return nextDue({ paused, agreedNext: agreed!(row), cadenceDue }) ?? Number.NaN;
  };
}

export interface WeekLoad {
  /** Key of the owner, see {@link keyOf}; `null` = nobody. */
  readonly owner: string | null;
  readonly monday: number;
  readonly before: number;
  readonly after: number;
}

/** Visits by owner and week, as the rules are and as they are tried out. */
export function weekLoads(computed: Snapshot, environment: Environment): WeekLoad[] {
  const span = { today: environment.today, weeks: loadWeeks, calendar: environment.calendar };
  const before = visitLoad(plannedVisits(computed, environment), span);
  const after = hasTrial(computed) ? visitLoad(triedVisits(computed, environment), span) : before;
  return loadChange(before, after);
}

/** Visits that an owner owes each customer (row) in the week that begins on `monday`: what {@link weekLoads} counts. */
export function weekVisits(
  computed: Snapshot,
  environment: Environment,
  owner: string | null,
  monday: number,
): ReadonlyMap<number, number> {
  const span = { today: environment.today, weeks: loadWeeks, calendar: environment.calendar };
  const found = new Map<number, number>();
  for (const visit of plannedVisits(computed, environment)) {
    if (visit.owner !== owner) continue;
    const count = projectedDays(visit, span).filter((day) => mondayOf(day) === monday).length;
    if (count > 0) found.set(visit.row, count);
  }
  return found;
}

/** A proposal that spreads the due visits of the coming weeks (C-65); customers by row. */
export function levelledVisits(computed: Snapshot, environment: Environment) {
  const { today, calendar } = environment;
  const due = plannedVisits(computed, environment).filter((visit) => visit.due < today + loadWeeks * 7);
  const capacity = capacities(computed);
  const limits = {
    today,
    calendar,
    tolerance: toleranceOf(computed),
    capacity: (owner: string | null) => capacity.get(owner) ?? null,
  };
  return levelVisits(due, limits).map((levelled) => {
    const { row, owner, due: dueAt } = due[levelled.visit]!;
    return { ...levelled, row, owner, due: dueAt };
  });
}

/** Days that a visit may move; the setting, else 3. */
export const toleranceOf = ({ settings }: Snapshot): number =>
  Math.max(0, Math.min(30, Math.floor(numberOr(settings.levelToleranceDays, 3))));

/** Visits per week by key of the person. */
export function capacities(computed: Snapshot): ReadonlyMap<string | null, number> {
  const [ids, names, capacity] = ['id', 'name', 'capacity'].map((id) => columnOf(computed, 'team', id));
  return new Map(
    ids!.flatMap((id, row) => {
      const person: Person = { id: id as string | null, name: String(names![row] ?? '') };
      const perWeek = capacity![row];
      return typeof perWeek === 'number' && perWeek >= 0 ? [[keyOf(person), perWeek] as const] : [];
    }),
  );
}
