import { lastKnownDay, workMinutes as minutesBetween } from '../../crm/calendar';
import { escalation as escalate, type RunningClock } from '../../crm/escalation';
import { csat as satisfaction, nps as promoters } from '../../crm/satisfaction';
import { responseLate, resolutionLate, slaState as stateOf } from '../../crm/sla';
import { day, flag, isBlank, moment, number } from '../arguments';
import { readCalendar } from '../calendar';
import { cellError } from '../error';
import { labelIn } from '../labels';

/**
 * Working minutes from one moment to another; negative when the second one is earlier.
 * @customfunction WORKMINUTES
 * @param from Date and time. Blank gives an empty cell.
 * @param to Date and time. Blank gives an empty cell.
 * @param calendar Two columns, a row for each day: date, workday (1 or 0, work or off).
 * @param [workStart] Time the working day starts, 9:00 when left out.
 * @param [workEnd] Time the working day ends, 17:00 when left out.
 * @param [breakStart] Time the lunch break starts; no break when left out.
 * @param [breakEnd] Time the lunch break ends.
 * @returns Minutes of working time.
 * @example =CRM.WORKMINUTES([@Submitted], [@Resolved], Calendar[[Date]:[Working day]])
 */
export function workMinutes(
  from: unknown,
  to: unknown,
  calendar: unknown[][],
  workStart?: unknown,
  workEnd?: unknown,
  breakStart?: unknown,
  breakEnd?: unknown,
): number | string {
  const [start, end] = [moment('from', from), moment('to', to)];
  const workDays = readCalendar(calendar, workStart, workEnd, breakStart, breakEnd);
  if (start === null || end === null) return '';
  const minutes = minutesBetween(workDays, start, end);
  if (minutes === null) throw cellError('notAvailable', 'outsideCalendar');
  return minutes;
}

/**
 * Where the service clock of a ticket stands. What is due today is not late yet.
 * @customfunction SLASTATE
 * @param due Date and time the ticket must be done by. Blank gives an empty cell.
 * @param today Date that counts as today, best a cell (crm_today).
 * @param [done] Date and time it was done; blank while it is open.
 * @param [waiting] Yes while waiting for the customer.
 * @param [waitingSince] Date and time since when; past due before that is late.
 * @param [responseDue] Date and time the first response must be given by: a second clock, which never pauses.
 * @param [responded] Date and time of the first response; blank while there is none.
 * @param [isOpen] Yes or no; left out: open as long as done is blank.
 * @param [language] Language of the answer: "en" or "zh-CN", best the workbook's (crm_language); "code" gives the code behind it. Left out: "en".
 * @returns The state; its codes: late, missed, met, paused, dueToday, running.
 * @example =CRM.SLASTATE([@[Resolution due]], crm_today, [@Resolved])
 */
export function slaState(
  due: unknown,
  today: unknown,
  done?: unknown,
  waiting?: unknown,
  waitingSince?: unknown,
  responseDue?: unknown,
  responded?: unknown,
  isOpen?: unknown,
  language?: unknown,
): string {
  const asOf = day('today', today);
  const resolution = { due: moment('due', due), doneAt: moment('done', done) };
  const response = { due: moment('responseDue', responseDue), doneAt: moment('responded', responded) };
  const pause = { waiting: flag('waiting', waiting), waitingSince: moment('waitingSince', waitingSince) };
  const open = isBlank(isOpen) ? resolution.doneAt === null : flag('isOpen', isOpen);
  if (asOf === null) return '';
  const clocks = [
    { ...resolution, late: resolutionLate(resolution.due, resolution.doneAt, { isOpen: open, ...pause }, asOf) },
    { ...response, late: responseLate(response.due, response.doneAt, open, asOf) },
  ];
  const late = clocks.filter((clock) => clock.late);
  const escalated = open && late.some(({ doneAt }) => doneAt === null);
  const state = stateOf({ isOpen: open, ...pause, breached: late.length > 0, escalated, clocks }, asOf);
  return state === null ? '' : labelIn('slaState', state, language);
}

/**
 * Escalation level of a ticket: 1 when it is late (tell owner and supervisor), 2 after more working hours (one step higher).
 * @customfunction ESCALATION
 * @param due Date and time the ticket must be done by. Blank gives an empty cell.
 * @param today Date that counts as today, best a cell (crm_today).
 * @param calendar Two columns, a row for each day: date, workday (1 or 0, work or off).
 * @param [done] Date and time it was done; blank while it is open.
 * @param [hours] Working hours past due after which level 2 begins, 8 when left out.
 * @param [workStart] Time the working day starts, 9:00 when left out.
 * @param [workEnd] Time the working day ends, 17:00 when left out.
 * @param [breakStart] Time the lunch break starts; no break when left out.
 * @param [breakEnd] Time the lunch break ends.
 * @param [waiting] Yes while waiting for the customer, which stops the clock.
 * @param [waitingSince] Date and time since when; past due before that is late.
 * @returns 0, 1 or 2.
 * @example =CRM.ESCALATION([@[Resolution due]], crm_today, Calendar[[Date]:[Working day]], [@Resolved])
 */
export function escalation(
  due: unknown,
  today: unknown,
  calendar: unknown[][],
  done?: unknown,
  hours?: unknown,
  workStart?: unknown,
  workEnd?: unknown,
  breakStart?: unknown,
  breakEnd?: unknown,
  waiting?: unknown,
  waitingSince?: unknown,
): number | string {
  const [end, asOf, doneAt] = [moment('due', due), day('today', today), moment('done', done)];
  const pause = { waiting: flag('waiting', waiting), waitingSince: moment('waitingSince', waitingSince) };
  const after = number('hours', hours) ?? 8;
  const workDays = readCalendar(calendar, workStart, workEnd, breakStart, breakEnd);
  if (after < 0) throw cellError('invalidNumber', 'outOfRange');
  if (end === null || asOf === null) return '';
  const isOpen = doneAt === null;
  const late = resolutionLate(end, doneAt, { isOpen, ...pause }, asOf);
  const minutesLate = late ? minutesBetween(workDays, end, lastKnownDay(workDays, asOf)) : 0;
  const clock: RunningClock = { due: end, doneAt, late, minutesLate };
  const idle: RunningClock = { due: null, doneAt: null, late: false, minutesLate: 0 };
  return escalate({ isOpen, waiting: pause.waiting, response: idle, resolution: clock }, after * 60).level;
}

/**
 * Net promoter score: share of 9-10 minus share of 0-6, in points, with the number of answers and its error. Spills to the right.
 * @customfunction NPS
 * @param scores Answers from 0 to 10. Blanks are no answers; others are left out.
 * @returns Score from -100 to 100, answers, standard error in points.
 * @example =CRM.NPS(Surveys[Score])
 */
export function nps(scores: unknown[][]): unknown[][] {
  return rowOf(promoters(readScores(scores)));
}

/**
 * Customer satisfaction: share of 4 and 5 of 5, with the number of answers and its error. Spills to the right.
 * @customfunction CSAT
 * @param scores Answers from 1 to 5. Blanks are no answers; others are left out.
 * @returns Share from 0 to 1, answers, standard error as a share.
 * @example =CRM.CSAT(Tickets[Satisfaction (1-5)])
 */
export function csat(scores: unknown[][]): unknown[][] {
  return rowOf(satisfaction(readScores(scores)));
}

const readScores = (cells: unknown[][]): (number | null)[] =>
  cells.flat().map((cell) => (isBlank(cell) ? null : number('scores', cell)));

function rowOf({ n, score, standardError }: ReturnType<typeof satisfaction>): unknown[][] {
  return [[score ?? '', n, standardError ?? '']];
}
