import { workMinutes } from '../../crm/calendar';
import { complaintSteps, nextStep, type ComplaintStep } from '../../crm/complaint';
import { People, type Person } from '../../crm/people';
import type { SlaState } from '../../crm/sla';
import type { Value } from '../../crm/snapshot';
import { complaintColumns } from '../../template/twins/tickets';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { ticketLines, type TicketLine } from './tickets';

/** One of the two clocks of a ticket (C-54). Moments are serials. */
export interface TicketClock {
  /** `null`: the priority has no such clock. */
  readonly due: number | null;
  readonly doneAt: number | null;
  readonly isLate: boolean;
  /** Working minutes from the start of today to `due`, negative when it is over; `null` outside the calendar. */
  readonly minutesLeft: number | null;
}

/** A ticket with its clocks and the people who answer for it. */
export interface QueuedTicket extends TicketLine {
  /** 0-based row of the table. */
  readonly row: number;
  /** Codes; `null` = blank. */
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: string | null;
  /** `null`: no clock runs. */
  readonly state: SlaState | null;
  readonly response: TicketClock;
  readonly resolution: TicketClock;
  readonly waitingSince: number | null;
  /** 0, or the level of escalation: 1 tells owner and supervisor, 2 goes one step higher. */
  readonly level: number;
  readonly owner: Person | null;
  readonly supervisor: Person | null;
  /** Whom level 2 goes to. */
  readonly escalatedTo: Person | null;
  /** Moments of the five steps of a complaint; `null` for other tickets. */
  readonly steps: readonly (number | null)[] | null;
  readonly nextStep: ComplaintStep | null;
}

export interface ServiceQueue {
  /** Tickets neither resolved nor closed: the latest first, then what ends first. */
  readonly open: readonly QueuedTicket[];
  /** The last ones first. */
  readonly finished: readonly QueuedTicket[];
}

/** In this order somebody should look at them. */
export const queueOrder: readonly (SlaState | null)[] = [
  'late',
  'dueToday',
  'missed',
  'running',
  'paused',
  null,
  'met',
];

/** Everything that service works on, by its clocks (C-53, C-54). */
export function serviceQueue(facts: Facts): ServiceQueue {
  const source = sourceOf(facts.computed);
  if (!source.rows('tickets')) return { open: [], finished: [] };
  const ticket = queuedTickets(facts);
  const isOpen = source.column('tickets', 'isOpen');
  const rows = liveRows(source, 'tickets');
  return {
    open: rows
      .filter((row) => isOpen[row] === 1)
      .map(ticket)
      .sort((a, b) => queueOrder.indexOf(a.state) - queueOrder.indexOf(b.state) || endOf(a) - endOf(b)),
    finished: rows
      .filter((row) => isOpen[row] !== 1)
      .map(ticket)
      .sort((a, b) => (b.resolution.doneAt ?? 0) - (a.resolution.doneAt ?? 0)),
  };
}

/** When the first clock that still runs ends. */
function endOf({ response, resolution }: QueuedTicket): number {
  return Math.min(
    ...[response, resolution].map(({ due, doneAt }) => (doneAt === null && due !== null ? due : Infinity)),
  );
}

function queuedTickets({ computed, environment }: Facts): (row: number) => QueuedTicket {
  const people = new People(computed);
  const line = ticketLines(computed);
  const cell = (id: string, row: number): Value => sourceOf(computed).column('tickets', id)[row] ?? null;
  const text = (id: string, row: number) => (cell(id, row) === null ? null : String(cell(id, row)));
  const number = (id: string, row: number) => numberOf(cell(id, row));
  const states = new Map(slaStates.map((code) => [environment.label('slaState', code), code]));
  const clock = (row: number, [due, doneAt, late]: readonly [string, string, string]): TicketClock => {
    const end = number(due, row);
    const minutesLeft = end === null ? null : workMinutes(environment.calendar, environment.today, end);
    return { due: end, doneAt: number(doneAt, row), isLate: cell(late, row) === 1, minutesLeft };
  };
  return (row) => {
    const owner = cell('owner', row);
    const supervisor = people.supervisor(owner);
    const level = number('escalationLevel', row) ?? 0;
    const steps = text('type', row) === 'complaint' ? complaintColumns.map((id) => number(id, row)) : null;
    return {
      ...line(row),
      ...{ row, type: text('type', row), priority: text('priority', row), status: text('status', row) },
      state: states.get(text('slaState', row) ?? '') ?? null,
      response: clock(row, ['firstResponseDueAt', 'firstResponseAt', 'firstResponseLate']),
      resolution: clock(row, ['resolutionDueAt', 'resolvedAt', 'resolutionLate']),
      ...{ waitingSince: number('waitingSince', row), level, owner: people.person(owner), supervisor },
      escalatedTo: level > 1 && supervisor ? people.supervisor(supervisor.id ?? supervisor.name) : null,
      ...{ steps, nextStep: steps && nextStep(steps) },
    };
  };
}

const slaStates: readonly SlaState[] = ['late', 'missed', 'met', 'paused', 'dueToday', 'running'];
const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null);

/** How many of the five steps of a complaint have their date. */
export const stepsDone = ({ steps }: QueuedTicket): number => (steps ?? []).filter((at) => at !== null).length;
export const stepCount = complaintSteps.length;
