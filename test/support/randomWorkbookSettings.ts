import { buildCalendar, nextWorkdays } from '../../src/crm/calendar';
import type { Value } from '../../src/crm/snapshot';
import type { SeedRow } from '../../src/template/seed';

/** Settings and rule tables that a manager may have: together with records they make a workbook. */
export interface RandomSettings {
  readonly settings: Readonly<Record<string, Value>>;
  readonly records: Readonly<Record<string, readonly SeedRow[]>>;
}

type Interval = readonly [every: number | null, unit: string | null];

/** The three rules of a new workbook with other intervals (C-35). */
const cadenceRules = (yes: string, intervals: readonly Interval[]): SeedRow[] =>
  [
    { rule: 'key', name: 'A', column: 'isKey', equals: yes },
    { rule: 'prospect', name: 'B', column: 'hasIntent', equals: yes },
    { rule: 'normal', name: 'C', column: null, equals: null },
  ].map((rule, at) => ({ ...rule, every: intervals[at]![0], unit: intervals[at]![1] }));

/** Service clocks that depend on the customer's tier, one of them without a factor (C-53). */
const tiers: readonly SeedRow[] = [
  { tier: 'A', minValue: 60_000, share: 0.2, slaFactor: 0.5 },
  { tier: 'B', minValue: 15_000, share: 0.3, slaFactor: null },
  { tier: 'C', minValue: 0, share: 0.5, slaFactor: 1.3 },
];

/** Another order, no probability, no checklist, no limit, and a stage that the lists do not know. */
const stages: readonly SeedRow[] = [
  { stage: 'found', probability: 0.15, staleDays: 14, exitCriteria: 'x' },
  { stage: 'met', probability: null, staleDays: null, exitCriteria: 'x' },
  { stage: 'Pilot', probability: 0.3, staleDays: 10, exitCriteria: 'x' },
  { stage: 'confirmed', probability: 0.35, staleDays: 30, exitCriteria: null },
  { stage: 'proposal', probability: 0.45, staleDays: 45, exitCriteria: 'x' },
  { stage: 'needsDefined', probability: 0.65, staleDays: null, exitCriteria: 'x' },
  { stage: 'committed', probability: 0.9, staleDays: 30, exitCriteria: null },
  { stage: 'accepted', probability: null, staleDays: 60, exitCriteria: 'x' },
  { stage: 'collected', probability: 1, staleDays: 30, exitCriteria: null },
];

/** A calendar that was filled before the working day got its lunch break: the formulas scale its minutes. */
function calendarWithoutBreak(today: number): SeedRow[] {
  const calendar = buildCalendar(today - 1400, today + 800, [], 9 / 24, 17 / 24);
  const next = nextWorkdays(calendar);
  return calendar.dates.map((date, index) => ({
    ...{ date, isWorkday: calendar.isWorkday[index]!, nextWorkday: next[index]! },
    minutesBefore: calendar.minutesBefore[index]!,
  }));
}

/** Revisits counted from the last due date and moved to working days; a lunch break newer than the calendar. */
export const byLastDue = (today: number): RandomSettings => ({
  settings: {
    ...{ asOf: today, cadenceBase: 'Last due date', shiftToWorkday: 'Yes' },
    ...{ breakStart: 0.5, breakEnd: 13.25 / 24, escalationHours: 3.5 },
    ...{ minDecidedDeals: 5, commitFrom: 0.7, bestCaseFrom: 0.3, moneyDigits: 2 },
  },
  records: {
    ...{ tiers, calendar: calendarWithoutBreak(today) },
    cadenceRules: cadenceRules('Yes', [
      [3, 'workdays'],
      [2, 'months'],
      [3, 'weeks'],
    ]),
  },
});

/** Revisits counted from the last visit, a rule without interval, the seeded Chinese calendar, yen-like money. */
export const byLastVisit = (today: number): RandomSettings => ({
  settings: {
    ...{ asOf: today, weightUrgency: 0, weightValue: 0.7, fullAmount: 30_000 },
    ...{ minDecidedDeals: 100, valueWindowDays: 200, moneyDigits: 0 },
  },
  records: {
    ...{ tiers, stages },
    cadenceRules: cadenceRules('是', [
      [5, 'days'],
      [null, 'weeks'],
      [4, 'workdays'],
    ]),
  },
});
