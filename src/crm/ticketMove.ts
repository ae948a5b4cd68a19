/**
 * What people do to a ticket (C-53, C-54): which state it leads to and what becomes of the two clocks. The resolution
 * clock stands still while the customer has to answer, and while a ticket that comes back was thought to be solved.
 */
import { workMinutes, type WorkCalendar } from './calendar';

export const ticketMoves = ['respond', 'wait', 'resume', 'resolve', 'close', 'reopen'] as const;
export type TicketMove = (typeof ticketMoves)[number];

/** The cells of a ticket that a move writes. Moments are serials, `null` = blank. */
export interface TicketClocks {
  /** Code of the ticket's state. */
  readonly status: string | null;
  readonly firstResponseAt: number | null;
  readonly resolvedAt: number | null;
  readonly waitingSince: number | null;
  readonly pausedMinutes: number | null;
  readonly reopened: number | null;
}

type Phase = 'open' | 'waiting' | 'resolved' | 'closed';

const phases: Readonly<Record<string, Phase>> = { waitingCustomer: 'waiting', resolved: 'resolved', closed: 'closed' };
const phaseOf = ({ status }: Pick<TicketClocks, 'status'>): Phase => phases[status ?? ''] ?? 'open';

interface Rule {
  readonly from: readonly Phase[];
  readonly to: string;
  /** The customer hears something: this ends the clock of the first response. */
  readonly answers?: boolean;
}

const rules: Readonly<Record<TicketMove, Rule>> = {
  respond: { from: ['open'], to: 'inProgress', answers: true },
  wait: { from: ['open'], to: 'waitingCustomer', answers: true },
  resume: { from: ['waiting'], to: 'inProgress' },
  resolve: { from: ['open', 'waiting'], to: 'resolved', answers: true },
  close: { from: ['resolved'], to: 'closed' },
  reopen: { from: ['resolved', 'closed'], to: 'inProgress' },
};

/** What can be done to a ticket now; `respond` only as long as nobody did. */
export const movesOf = (ticket: Pick<TicketClocks, 'status' | 'firstResponseAt'>): TicketMove[] =>
  ticketMoves.filter(
    (move) => rules[move].from.includes(phaseOf(ticket)) && !(move === 'respond' && ticket.firstResponseAt !== null),
  );

/** Only open tickets can be worked on, only finished ones reopened or closed, only waiting ones go on. */
export type TicketRefusal = 'ticketIsDone' | 'ticketIsOpen' | 'ticketNotWaiting';

/** The ticket after a move at the moment `now`; the ticket itself when it is in that state already. */
export function moveTicket(
  ticket: TicketClocks,
  move: TicketMove,
  now: number,
  calendar: WorkCalendar,
): TicketClocks | TicketRefusal {
  const [phase, { from, to, answers }] = [phaseOf(ticket), rules[move]];
  if (!from.includes(phase)) return ticket.status === to ? ticket : refusal(phase, move);
  const { pausedMinutes, reopened } = ticket;
  const stood = move === 'close' ? 0 : stoodMinutes(ticket, phase, now, calendar);
  return {
    status: to,
    firstResponseAt: ticket.firstResponseAt ?? (answers ? now : null),
    resolvedAt: resolvedAt(ticket, move, now),
    waitingSince: move === 'wait' ? now : null,
    pausedMinutes: stood > 0 ? (pausedMinutes ?? 0) + stood : pausedMinutes,
    reopened: move === 'reopen' ? (reopened ?? 0) + 1 : reopened,
  };
}

function refusal(phase: Phase, move: TicketMove): TicketRefusal {
  if (phase === 'resolved' || phase === 'closed') return 'ticketIsDone';
  return move === 'resume' ? 'ticketNotWaiting' : 'ticketIsOpen';
}

function resolvedAt(ticket: TicketClocks, move: TicketMove, now: number): number | null {
  if (move === 'resolve') return now;
  return move === 'close' ? (ticket.resolvedAt ?? now) : null;
}

/** Working minutes that the resolution clock stood still before this move. */
function stoodMinutes(ticket: TicketClocks, phase: Phase, now: number, calendar: WorkCalendar): number {
  const since = phase === 'waiting' ? ticket.waitingSince : ticket.resolvedAt;
  if (phase === 'open' || since === null) return 0;
  return Math.max(0, Math.round(workMinutes(calendar, since, now) ?? 0));
}
