import type { Value } from '../../crm/snapshot';
import { loadShare, type LoadShare } from '../../crm/workload';
import { handover } from '../../template/views/handover';
import { sourceOf, type ViewSource } from '../../template/views/source';
import { teamMembers } from '../../template/views/team';
import { iso, type Facts } from './facts';
import { calledBy } from './named';

/** Work of one person against what the person can do (C-65, C-68). */
export interface PersonLoad {
  readonly personId: string | null;
  readonly person: string;
  readonly role: string | null;
  readonly active: boolean;
  readonly customers: number;
  /** Overdue or due within seven days. */
  readonly visitsDueWeek: number;
  /** Visits possible in a week. */
  readonly capacity: number | null;
  readonly load: number | null;
  readonly free: number | null;
  readonly rule: LoadShare['rule'];
  readonly openTickets: number;
  readonly openDeals: number;
  readonly weightedOpen: number;
}

/** What somebody who is no longer active still holds. */
export interface HandoverPack {
  readonly personId: string | null;
  readonly person: string;
  readonly customers: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly nextDue: string | null;
  }[];
  readonly deals: readonly {
    readonly opportunityId: string | null;
    readonly name: string | null;
    readonly stage: string | null;
    readonly amount: number | null;
  }[];
  readonly tickets: readonly {
    readonly ticketId: string | null;
    readonly subject: string | null;
    readonly resolutionDueAt: string | null;
  }[];
  readonly promises: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly agreedNext: string | null;
  }[];
}

export interface PeopleReport {
  readonly team: readonly PersonLoad[];
  /** Handover packs of people who left (not active or archived) and still hold something. */
  readonly leavers: readonly HandoverPack[];
}

/** Workload per person, and what leavers still hold. Archived people are in `leavers` only. */
export function people({ computed }: Facts): PeopleReport {
  const source = sourceOf(computed);
  const members = teamMembers(source);
  const archived = source.column('team', 'archived');
  const rows = members.map((_, row) => row);
  const leavers = rows.filter((row) => !members[row]!.active).map((row) => packOf(source, row, members[row]!.name));
  return {
    team: rows.filter((row) => archived[row] !== true).map((row) => loadOf(source, row, members[row]!)),
    leavers: leavers.filter(({ customers, deals, tickets }) => customers.length + deals.length + tickets.length > 0),
  };
}

function loadOf(
  source: ViewSource,
  row: number,
  { name, role, active }: ReturnType<typeof teamMembers>[number],
): PersonLoad {
  const cell = (id: string) => source.column('team', id)[row];
  const count = (id: string) => Number(cell(id) ?? 0);
  const capacity = numberOf(cell('capacity'));
  const { share, free, rule } = loadShare(count('visitsDueWeek'), capacity);
  return {
    ...{ personId: textOf(cell('id')), person: name, role, active },
    ...{ customers: count('customersOwned'), visitsDueWeek: count('visitsDueWeek') },
    ...{ capacity, load: share, free, rule },
    ...{ openTickets: count('ticketsOpen'), openDeals: count('dealsOpen'), weightedOpen: count('weightedOpen') },
  };
}

/** The handover pack of one person (row of the team), whether or not the person is leaving. */
export function packOf(source: ViewSource, row: number, person: string): HandoverPack {
  const { customers, deals, tickets, promises } = handover(source, row);
  const cells = (table: string) => (id: string, at: number) => source.column(table, id)[at];
  const [customer, deal, ticket] = [cells('customers'), cells('opportunities'), cells('tickets')];
  const who = (at: number) => ({
    customerId: textOf(customer('id', at)),
    customer: calledBy(customer('name', at), customer('id', at)),
  });
  return {
    ...{ personId: textOf(source.column('team', 'id')[row]), person },
    customers: customers.map((at) => ({ ...who(at), nextDue: iso(customer('nextDue', at) ?? null) })),
    deals: deals.map((at) => ({
      ...{ opportunityId: textOf(deal('id', at)), name: textOf(deal('name', at)) },
      ...{ stage: textOf(deal('stage', at)), amount: numberOf(deal('amount', at)) },
    })),
    tickets: tickets.map((at) => ({
      ...{ ticketId: textOf(ticket('id', at)), subject: textOf(ticket('subject', at)) },
      resolutionDueAt: iso(ticket('resolutionDueAt', at) ?? null),
    })),
    promises: promises.map((at) => ({ ...who(at), agreedNext: iso(customer('agreedNext', at) ?? null) })),
  };
}

const textOf = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
