import { clockStart, momentAfter } from '../../crm/calendar';
import { resolutionLate, responseLate, type ServiceLevel } from '../../crm/sla';
import type { Value } from '../../crm/snapshot';
import { flag, guarded, number, twin, type Environment, type TableTwins, type Twin } from './twin';

const slaMinutes =
  (hours: keyof Pick<ServiceLevel, 'firstResponseHours' | 'resolutionHours'>) =>
  (env: Environment, priority: Value | undefined): number =>
    (env.sla.find((level) => level.priority === priority)?.[hours] ?? 0) * 60;

const dueAfter = (minutesColumn: string): Twin =>
  twin(['clockStart', minutesColumn], (env, [clock, minutes]) =>
    typeof clock !== 'number' || Number(minutes) <= 0 ? null : momentAfter(env.calendar, clock, Number(minutes)),
  );

export const ticketTwins: TableTwins = {
  isOpen: guarded(
    'customer',
    0,
    twin(['archived', 'status'], (_, [archived, status]) =>
      flag(archived !== true && status !== 'resolved' && status !== 'closed'),
    ),
  ),
  clockStart: twin(['submittedAt'], (env, [at]) => (at === null ? null : clockStart(env.calendar, Number(at)))),
  firstResponseMinutes: twin(['priority'], (env, [priority]) => slaMinutes('firstResponseHours')(env, priority)),
  resolutionMinutes: twin(['priority', 'pausedMinutes'], (env, [priority, paused]) => {
    const minutes = slaMinutes('resolutionHours')(env, priority);
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
};
