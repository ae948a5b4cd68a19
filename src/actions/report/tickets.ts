import { complaintRight, isTimed, type ComplaintRight, type ComplaintStep } from '../../crm/complaint';
import { People } from '../../crm/people';
import { csat, type Satisfaction } from '../../crm/satisfaction';
import type { Value } from '../../crm/snapshot';
import { listItems } from '../../../templates';
import { sourceOf } from '../../template/views/source';
import { parentRows } from '../../template/views/team';
import { complaintRows } from '../../template/views/tickets';
import { live, type Facts } from './facts';

export interface TicketCounts {
  readonly open: number;
  readonly breached: number;
  readonly openBreached: number;
  /** Tickets by state code, all six; tickets without a state are under `none`. */
  readonly byState: Readonly<Record<string, number>>;
  /** Open tickets whose resolution clock stands still: waiting for the customer. */
  readonly paused: number;
  readonly reopened: { readonly tickets: number; readonly times: number };
  readonly escalations: readonly EscalatedTicket[];
  readonly complaints: ComplaintReport;
  /** CSAT of the marks on the tickets themselves. */
  readonly satisfaction: Satisfaction;
}

/** A ticket as a list shows it. */
export interface TicketLine {
  readonly ticketId: string | null;
  readonly subject: string | null;
  readonly customerId: string | null;
  readonly customer: string | null;
}

/** A late ticket with the people to tell: owner and supervisor at once, one step higher at level 2. */
export interface EscalatedTicket extends TicketLine {
  readonly level: number;
  /** Working minutes past due at the start of the day. */
  readonly minutesLate: number;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly supervisor: string | null;
  readonly supervisorId: string | null;
  readonly escalatedTo: string | null;
  readonly escalatedToId: string | null;
}

export interface ComplaintReport extends ComplaintRight {
  readonly unfinished: readonly (TicketLine & { readonly isOpen: boolean; readonly nextStep: ComplaintStep })[];
}

/** Tickets by state, those past one of their clocks, escalations and complaints (C-53, C-54, C-93). */
export function tickets({ computed, environment }: Facts): TicketCounts {
  const yes = environment.label('boolean', 'yes');
  const rows = live(computed, 'tickets', ['isOpen', 'breached', 'status', 'reopened', 'satisfaction']);
  const breached = rows.filter((row) => row.breached === yes);
  const times = rows.map((row) => (typeof row.reopened === 'number' ? Math.max(0, row.reopened) : 0));
  return {
    open: rows.filter((row) => row.isOpen === 1).length,
    breached: breached.length,
    openBreached: breached.filter((row) => row.isOpen === 1).length,
    byState: statesOf(rows.map((row) => row.status)),
    paused: rows.filter((row) => row.isOpen === 1 && row.status === 'waitingCustomer').length,
    reopened: { tickets: times.filter(Boolean).length, times: times.reduce((sum, count) => sum + count, 0) },
    escalations: escalations(computed),
    complaints: complaints(computed),
    satisfaction: csat(rows.map((row) => (typeof row.satisfaction === 'number' ? row.satisfaction : null))),
  };
}

function statesOf(states: readonly Value[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(listItems.ticketStatus.map(({ code }) => [code, 0]));
  for (const state of states) {
    const code = state === null ? 'none' : String(state);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Lines of tickets by their row. */
export function ticketLines(computed: Facts['computed']): (row: number) => TicketLine {
  const source = sourceOf(computed);
  const customers = parentRows(source, 'tickets', 'customer', 'customers');
  const [ids, subjects] = ['id', 'subject'].map((id) => source.column('tickets', id));
  const [customerIds, names] = ['id', 'name'].map((id) => source.column('customers', id));
  return (row) => {
    const customer = customers[row] ?? -1;
    return {
      ticketId: text(ids![row]),
      subject: text(subjects![row]),
      customerId: text(customerIds![customer]),
      customer: text(names![customer]),
    };
  };
}

const text = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

function escalations(computed: Facts['computed']): EscalatedTicket[] {
  const source = sourceOf(computed);
  const people = new People(computed);
  const line = ticketLines(computed);
  const [levels, minutes, owners] = ['escalationLevel', 'lateMinutes', 'owner'].map((id) =>
    source.column('tickets', id),
  );
  return levels!
    .flatMap((level, row) => (Number(level) > 0 ? [row] : []))
    .map((row) => {
      const owner = people.person(owners![row] ?? null);
      const supervisor = people.supervisor(owners![row] ?? null);
      const higher =
        Number(levels![row]) > 1 && supervisor ? people.supervisor(supervisor.id ?? supervisor.name) : null;
      return {
        ...line(row),
        ...{ level: Number(levels![row]), minutesLate: Number(minutes![row]) },
        ...{ owner: owner?.name ?? null, ownerId: owner?.id ?? null },
        ...{ supervisor: supervisor?.name ?? null, supervisorId: supervisor?.id ?? null },
        ...{ escalatedTo: higher?.name ?? null, escalatedToId: higher?.id ?? null },
      };
    })
    .sort((a, b) => b.level - a.level || b.minutesLate - a.minutesLate);
}

/** Rows of the complaints behind the mean days to resolve. */
export const timedComplaints = ({ computed }: Facts): readonly number[] =>
  complaintRows(sourceOf(computed))
    .filter(isTimed)
    .map(({ row }) => row);

function complaints(computed: Facts['computed']): ComplaintReport {
  const rows = complaintRows(sourceOf(computed));
  const line = ticketLines(computed);
  return {
    ...complaintRight(rows),
    unfinished: rows.flatMap(({ row, isOpen, next }) => (next ? [{ ...line(row), isOpen, nextStep: next }] : [])),
  };
}
