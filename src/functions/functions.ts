/**
 * The =CRM.* functions: for the manager's own cells, beside the native columns (decision 9). Each one reads its arguments,
 * asks a rule of crm/ and hands the answer to the cell. Pure and synchronous; dates are arguments, because a function that
 * asks for today would be volatile. A blank row gives "", so that the cell stays empty.
 *
 * The comments are what Excel shows: `npm run functions` writes them to functions.json; functions.zh-CN.json translates.
 */
import { addCadence, type CadenceUnit } from '../crm/cadence';
import { daysOverdue } from '../crm/revisit';
import { roi as roiOf } from '../crm/roi';
import { slaDue as slaDueAt } from '../crm/sla';
import { computedTier, effectiveTier } from '../crm/tier';
import { isSerial } from '../shared/dates';
import { choice, day, flag, isBlank, moment, number, numberWithin, wholeNumber } from './arguments';
import { readCalendar } from './calendar';
import { readCutPoints } from './cutPoints';
import { cellError } from './error';
import { funnelTable } from './funnelTable';

/**
 * Tier of a customer: the first tier whose minimum the value reaches, or the override while it is valid.
 * @customfunction TIER
 * @param value Customer value. Blank gives an empty cell.
 * @param cutPoints Two columns, best tier first: tier, minimum value.
 * @param [isKey] Yes for a key customer, who is always in the first tier.
 * @param [override] Tier chosen by a person; wins while valid.
 * @param [overrideUntil] Last day of the override; blank means until removed.
 * @param [today] Date to compare overrideUntil with, best a cell (crm_today).
 * @returns The tier.
 * @example =CRM.TIER([@Value], CutPoints, [@Key])
 */
export function tier(
  value: unknown,
  cutPoints: unknown[][],
  isKey?: unknown,
  override?: unknown,
  overrideUntil?: unknown,
  today?: unknown,
): string {
  const cuts = readCutPoints(cutPoints);
  const [amount, key] = [number('value', value), flag('isKey', isKey)];
  const [until, asOf] = [day('overrideUntil', overrideUntil), day('today', today)];
  if (until !== null && asOf === null) throw cellError('invalidValue', 'needsToday');
  const tiers = cuts.map((cut) => cut.tier);
  const chosen = isBlank(override) ? null : String(override);
  const computed = amount === null && !key ? null : computedTier(amount ?? 0, key, cuts);
  const choices = { override: chosen, overrideUntil: until, reviewed: null, computed };
  return effectiveTier(choices, tiers, asOf ?? 0) ?? '';
}

/**
 * Date of the next revisit: the agreed one, else base plus cadence. A month ends on its last day at the latest.
 * @customfunction NEXTREVISIT
 * @param base Date of the last held revisit, else of the customer's creation. Blank gives an empty cell.
 * @param every How many units, 1 or more.
 * @param unit days, weeks or months (天, 周, 个月).
 * @param [agreedNext] Date agreed with the customer; beats the cadence.
 * @returns Date serial; format the cell as a date.
 * @example =CRM.NEXTREVISIT([@[Last revisit]], 2, "weeks")
 */
export function nextRevisit(base: unknown, every: unknown, unit: unknown, agreedNext?: unknown): number | string {
  const agreed = day('agreedNext', agreedNext);
  const [from, count] = [day('base', base), wholeNumber('every', every)];
  const step = choice('cadenceUnit', 'unit', unit) as CadenceUnit | null;
  if (agreed !== null) return agreed;
  if (from === null || count === null || step === null) return '';
  const due = addCadence(from, count, step);
  if (due === null || !isSerial(due)) throw cellError('invalidNumber', 'outOfRange');
  return due;
}

/**
 * Days that a revisit is overdue; 0 when it is due today or later.
 * @customfunction OVERDUE
 * @param nextDue Date of the next revisit. Blank gives an empty cell.
 * @param today Date to count to, best a cell (crm_today) rather than TODAY().
 * @returns Days.
 * @example =CRM.OVERDUE([@[Next revisit]], crm_today)
 */
export function overdue(nextDue: unknown, today: unknown): number | string {
  const [due, asOf] = [day('nextDue', nextDue), day('today', today)];
  return due === null || asOf === null ? '' : daysOverdue(due, asOf);
}

/**
 * Sales funnel as a table: open deals, and won ones that are not yet collected, by stage. Spills below and to the right.
 * @customfunction FUNNEL
 * @param stages Stage of each deal, one column.
 * @param outcomes Outcome of each deal: open, won, lost. Blank follows from the stage.
 * @param amounts Amount of each deal; a blank is counted as "without amount", never as 0.
 * @param [stageTable] Two columns in the order of the funnel: stage, probability (0 to 1). Left out: the eight standard stages.
 * @param [digits] Decimals of money, 2 when left out.
 * @returns Stage, deals, amount, weighted amount, deals without amount; with a header row.
 * @example =CRM.FUNNEL(Deals[Stage], Deals[Outcome], Deals[Amount])
 */
export function funnel(
  stages: unknown[][],
  outcomes: unknown[][],
  amounts: unknown[][],
  stageTable?: unknown[][],
  digits?: unknown,
): unknown[][] {
  return funnelTable({ stages, outcomes, amounts, stageTable, digits: numberWithin('digits', digits, 0, 4) ?? 2 });
}

/**
 * Date and time by which a ticket must be answered or resolved, counted in working hours.
 * @customfunction SLADUE
 * @param submitted Date and time of submission. Blank gives an empty cell.
 * @param hours Working hours allowed, more than 0.
 * @param calendar Two columns, a row for each day: date, workday (1 or 0, work or off).
 * @param [workStart] Time the working day starts, 9:00 when left out.
 * @param [workEnd] Time the working day ends, 17:00 when left out.
 * @returns Date and time serial; format the cell as date and time.
 * @example =CRM.SLADUE([@Submitted], 4, WorkDays)
 */
export function slaDue(
  submitted: unknown,
  hours: unknown,
  calendar: unknown[][],
  workStart?: unknown,
  workEnd?: unknown,
): number | string {
  const [start, allowed] = [moment('submitted', submitted), number('hours', hours)];
  const workDays = readCalendar(calendar, workStart, workEnd);
  if (start === null || allowed === null) return '';
  if (allowed <= 0) throw cellError('invalidNumber', 'outOfRange');
  const due = slaDueAt(start, allowed, workDays);
  if (due === null) throw cellError('notAvailable', 'outsideCalendar');
  return due;
}

/**
 * Return on investment of a campaign: (won - cost) / cost.
 * @customfunction ROI
 * @param won Amount of the deals won through it. Blank gives an empty cell.
 * @param cost Actual cost. Blank or 0 gives an empty cell: not computable.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.ROI([@Won], [@[Actual cost]])
 */
export function roi(won: unknown, cost: unknown): number | string {
  const [gained, spent] = [number('won', won), numberWithin('cost', cost, 0, Infinity)];
  return gained === null ? '' : (roiOf(gained, spent) ?? '');
}
