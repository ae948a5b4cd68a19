import { notices } from '../../crm/notice';
import { People } from '../../crm/people';
import type { Value } from '../../crm/snapshot';
import { noticeLog, subjectKey } from '../../template/views/noticeLog';
import { iso, live, type Facts } from './facts';
import { calledBy } from './named';
import { noticeReport, type NoticeReport } from './notices';
import { levelling, visitLoad, type LevellingReport, type VisitLoadReport } from './visitPlan';

/** One overdue revisit with the people to tell (C-36, C-38). Dates are ISO, `null` = unknown. */
export interface OverdueRevisit {
  readonly customerId: string | null;
  readonly customer: string;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly supervisor: string | null;
  readonly supervisorId: string | null;
  readonly base: string | null;
  readonly lastRevisit: string | null;
  readonly dueAt: string;
  readonly daysOverdue: number;
  /** `key`, `prospect`, `normal`, a rule of the manager's own, or `agreed`. */
  readonly rule: string | null;
}

export interface Revisits {
  readonly overdue: readonly OverdueRevisit[];
  /** Owner and supervisor of every overdue revisit, told or not yet (C-38). */
  readonly notices: readonly NoticeReport[];
  /** Overdue revisits whose notice waits for the end of a snooze. */
  readonly snoozed: number;
  readonly load: VisitLoadReport;
  readonly levelling: LevellingReport;
  readonly neverContacted: number;
  readonly neverContactedCustomers: readonly { readonly customerId: string | null; readonly customer: string }[];
}

const columns = [
  ...(['id', 'name', 'owner', 'revisitBase', 'lastRevisit', 'nextDue', 'daysOverdue', 'agreedNext'] as const),
  ...(['cadenceRuleNo', 'snoozeUntil'] as const),
];

/** Revisits past their day, the longest overdue first, and customers who were never contacted. */
export function revisits(facts: Facts): Revisits {
  const { computed, environment } = facts;
  const people = new People(computed);
  const rows = live(computed, 'customers', columns);
  const late = rows
    .filter((row) => Number(row.daysOverdue) > 0)
    .sort((a, b) => Number(b.daysOverdue) - Number(a.daysOverdue));
  const overdue = late.map((row): OverdueRevisit => {
    const owner = people.person(row.owner);
    const supervisor = people.supervisor(row.owner);
    return {
      customerId: row.id as string | null,
      customer: calledBy(row.name, row.id),
      owner: owner?.name ?? null,
      ownerId: owner?.id ?? null,
      supervisor: supervisor?.name ?? null,
      supervisorId: supervisor?.id ?? null,
      base: iso(row.revisitBase),
      lastRevisit: iso(row.lastRevisit),
      dueAt: iso(row.nextDue)!,
      daysOverdue: Number(row.daysOverdue),
      rule: row.agreedNext !== null ? 'agreed' : (environment.rules[Number(row.cadenceRuleNo ?? 0) - 1]?.rule ?? null),
    };
  });
  const never = neverContacted(facts);
  return {
    overdue,
    ...noticesOf(facts, people, late),
    load: visitLoad(facts),
    levelling: levelling(facts),
    neverContacted: never.length,
    neverContactedCustomers: never,
  };
}

/** Customers without any date to count from: never due, and so never to be forgotten. */
export const neverContacted = ({ computed }: Facts): Revisits['neverContactedCustomers'] =>
  live(computed, 'customers', ['id', 'name', 'nextDue', 'doNotContact', 'terminatedAt'])
    .filter((row) => row.nextDue === null && row.doNotContact !== true && row.terminatedAt === null)
    .map(({ id, name }) => ({ customerId: id as string | null, customer: calledBy(name, id) }));

type Row = Readonly<Record<(typeof columns)[number], Value>>;

/** Both are told, once for each due date; a snooze postpones the notice and nothing else. */
function noticesOf({ computed, environment }: Facts, people: People, late: readonly Row[]) {
  const subjects = late.map((row) => ({
    kind: 'revisit' as const,
    subject: subjectKey(row.id, row.name),
    dueAt: Number(row.nextDue),
    owner: people.reachable(row.owner),
    supervisor: people.supervisor(row.owner),
    snoozeUntil: row.snoozeUntil as number | null,
    row,
  }));
  const rowOf = new Map(subjects.map(({ subject, row }) => [subject, row]));
  const found = notices(subjects, noticeLog(computed), environment.today);
  return {
    notices: found.notices.map((notice) => {
      const { id, name } = rowOf.get(notice.subject)!;
      return noticeReport(notice, id as string | null, calledBy(name, id));
    }),
    snoozed: found.snoozed,
  };
}
