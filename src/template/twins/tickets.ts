import { clockStart, lastKnownDay, momentAfter } from '../../crm/calendar';
import { complaintSteps, nextStep, type ComplaintStep } from '../../crm/complaint';
import { escalation, type EscalationFacts, type RunningClock } from '../../crm/escalation';
import { resolutionLate, responseLate, slaState, type ServiceLevel } from '../../crm/sla';
import type { Value } from '../../crm/snapshot';
import { fold } from '../../shared/text';
import { flag, guarded, number, twin, type Environment, type TableTwins, type Twin } from './twin';

const slaMinutes =
  (hours: keyof Pick<ServiceLevel, 'firstResponseHours' | 'resolutionHours'>) =>
  (env: Environment, priority: Value | undefined): number =>
    (env.sla.find((level) => level.priority === priority)?.[hours] ?? 0) * 60;

const dueAfter = (minutesColumn: string): Twin =>
  twin(['clockStart', minutesColumn], (env, [clock, minutes]) =>
    typeof clock !== 'number' || Number(minutes) <= 0 ? null : momentAfter(env.calendar, clock, Number(minutes)),
  );

const dateOfStep: Readonly<Record<ComplaintStep, string>> = {
  acknowledge: 'acknowledgedAt',
  calm: 'calmedAt',
  rootCause: 'rootCauseAt',
  solution: 'solutionAt',
  confirm: 'confirmedAt',
};

/** The columns that {@link factsOf} reads, in its order. */
const clockColumns = [
  ...['isOpen', 'status', 'clockStart'],
  ...['firstResponseAt', 'firstResponseDueAt', 'firstResponseLate', 'firstResponseMinutes'],
  ...['resolvedAt', 'resolutionDueAt', 'resolutionLate', 'resolutionMinutes'],
];

function factsOf(env: Environment, cells: readonly Value[]): EscalationFacts {
  const now = clockStart(env.calendar, lastKnownDay(env.calendar, env.today));
  const [isOpen, status, start] = cells;
  const clock = (from: number): RunningClock => ({
    doneAt: number(cells[from]),
    due: number(cells[from + 1]),
    late: cells[from + 2] === 1,
    minutesLate: now === null ? null : Math.round(Math.max(0, now - Number(start ?? 0) - Number(cells[from + 3]))),
  });
  return { isOpen: isOpen === 1, waiting: status === 'waitingCustomer', response: clock(3), resolution: clock(7) };
}

const escalationOf = (env: Environment, cells: readonly Value[]) =>
  escalation(factsOf(env, cells), env.escalationHours * 60);

/** When each of the five steps of a complaint was done, in the order of the process. */
export const complaintColumns: readonly string[] = complaintSteps.map((step) => dateOfStep[step]);

export const ticketTwins: TableTwins = {
  isOpen: guarded(
    'customer',
    0,
    twin(['archived', 'status'], (_, [archived, status]) =>
      flag(archived !== true && status !== 'resolved' && status !== 'closed'),
    ),
  ),
  clockStart: twin(['submittedAt'], (env, [at]) => (at === null ? null : clockStart(env.calendar, Number(at)))),
  slaFactor: twin(
    ['customerTier'],
    (env, [tier]) => env.slaFactors.find((row) => fold(row.tier) === fold(String(tier ?? '')))?.factor ?? 1,
  ),
  firstResponseMinutes: twin(
    ['priority', 'slaFactor'],
    (env, [priority, factor]) => slaMinutes('firstResponseHours')(env, priority) * Number(factor),
  ),
  resolutionMinutes: twin(['priority', 'pausedMinutes', 'slaFactor'], (env, [priority, paused, factor]) => {
    const minutes = slaMinutes('resolutionHours')(env, priority) * Number(factor);
    return minutes > 0 ? minutes + Number(paused ?? 0) : 0;
  }),
  firstResponseDueAt: dueAfter('firstResponseMinutes'),
  resolutionDueAt: dueAfter('resolutionMinutes'),
  firstResponseLate: twin(['firstResponseDueAt', 'firstResponseAt', 'isOpen'], (env, [due, at, isOpen]) =>
    flag(responseLate(number(due), number(at), isOpen === 1, env.today)),
  ),
  resolutionLate: twin(
    ['resolutionDueAt', 'resolvedAt', 'isOpen', 'status', 'waitingSince'],
    (env, [due, at, isOpen, status, since]) =>
      flag(
        resolutionLate(
          number(due),
          number(at),
          { isOpen: isOpen === 1, waiting: status === 'waitingCustomer', waitingSince: number(since) },
          env.today,
        ),
      ),
  ),
  breached: twin(
    ['archived', 'firstResponseDueAt', 'resolutionDueAt', 'firstResponseLate', 'resolutionLate'],
    (env, [archived, responseDue, resolutionDue, late, resolvedLate]) =>
      archived === true || (responseDue === null && resolutionDue === null)
        ? null
        : env.label('boolean', late === 1 || resolvedLate === 1 ? 'yes' : 'no'),
  ),
  lateMinutes: twin(clockColumns, (env, cells) => escalationOf(env, cells).minutesLate),
  escalationLevel: guarded(
    'customer',
    null,
    twin(['archived', ...clockColumns], (env, [archived, ...cells]) =>
      archived === true ? null : escalationOf(env, cells).level,
    ),
  ),
  slaState: guarded(
    'customer',
    null,
    twin(['archived', ...clockColumns], (env, [archived, ...cells]) => {
      if (archived === true) return null;
      const facts = factsOf(env, cells);
      const clocks = [facts.response, facts.resolution];
      const [breached, escalated] = [clocks.some(({ late }) => late), escalationOf(env, cells).level > 0];
      const state = slaState({ ...facts, breached, escalated, clocks }, env.today);
      return state && env.label('slaState', state);
    }),
  ),
  nextStep: twin(['archived', 'type', ...complaintColumns], (env, [archived, type, ...doneAt]) => {
    if (archived === true || type !== 'complaint') return null;
    const step = nextStep(doneAt.map(number));
    return step && env.label('complaintStep', step);
  }),
};
