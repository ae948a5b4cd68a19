import { milestoneNoticeDay, milestoneState, type MilestoneState } from '../../crm/milestone';
import { notices, type NoticeSubject } from '../../crm/notice';
import { People } from '../../crm/people';
import { ReferenceIndex } from '../../crm/reference';
import type { Value } from '../../crm/snapshot';
import { columnOf } from '../../template/environment';
import { noticeLog, subjectKey } from '../../template/views/noticeLog';
import { countBy, iso, live, type Facts } from './facts';
import { calledBy } from './named';
import { noticeReport, type NoticeReport } from './notices';

/** A step of a key account's plan (C-40) with what it brings the customer (C-40b). */
export interface MilestoneReport {
  readonly milestoneId: string | null;
  readonly milestone: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly dueAt: string | null;
  readonly daysLeft: number | null;
  readonly state: MilestoneState;
  readonly valueNote: string | null;
}

export interface MilestonesReport {
  readonly byState: Readonly<Record<string, number>>;
  /** Steps that are not done, the next one first. */
  readonly open: readonly MilestoneReport[];
  readonly notices: readonly MilestoneNotice[];
}

/** `dueAt` is the day of the reminder, which the log tells notices apart by; people hear when the step is due. */
export interface MilestoneNotice extends NoticeReport {
  readonly milestoneId: string | null;
  readonly milestone: string;
  readonly milestoneDueAt: string;
}

const columns = ['id', 'name', 'customer', 'owner', 'dueAt', 'doneAt', 'daysLeft', 'valueNote'] as const;

/** Milestones of key accounts, and who must be told 30 and 15 days before (C-40). */
export function milestones({ computed, environment: { today } }: Facts): MilestonesReport {
  const people = new People(computed);
  const customer = customerOf(computed);
  const all = live(computed, 'milestones', columns).map((row) => {
    const of = customer(row.customer);
    const owner = row.owner ?? of.owner;
    const state = milestoneState(row.dueAt as number | null, row.doneAt as number | null, today);
    const person = people.person(owner);
    const report: MilestoneReport = {
      milestoneId: row.id as string | null,
      milestone: calledBy(row.name, row.id),
      ...{ customerId: of.id, customer: of.name, ownerId: person?.id ?? null, owner: person?.name ?? null },
      ...{ dueAt: iso(row.dueAt), daysLeft: row.daysLeft as number | null, state },
      valueNote: row.valueNote as string | null,
    };
    return { report, owner, dueAt: row.dueAt as number | null, isActive: of.isActive };
  });
  const subjects = all.flatMap(
    ({ report, owner, dueAt, isActive }): (NoticeSubject & { report: MilestoneReport })[] => {
      const noticeDay = isActive ? milestoneNoticeDay(dueAt, report.state) : null;
      if (noticeDay === null) return [];
      const subject = subjectKey(report.milestoneId, report.milestone);
      const charge = { owner: people.reachable(owner), supervisor: people.supervisor(owner) };
      return [{ kind: 'milestone', subject, dueAt: noticeDay, ...charge, report }];
    },
  );
  const reports = new Map(subjects.map(({ subject, report }) => [subject, report]));
  return {
    byState: countBy(all.map(({ report }) => report.state)),
    open: all
      .map(({ report }) => report)
      .filter(({ state }) => state !== 'done')
      .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || 0),
    notices: notices(subjects, noticeLog(computed), today).notices.map((notice) => {
      const { milestoneId, milestone, customerId, customer: name, dueAt } = reports.get(notice.subject)!;
      return { milestoneId, milestone, milestoneDueAt: dueAt!, ...noticeReport(notice, customerId, name ?? '') };
    }),
  };
}

/** Customer that a cell refers to; nobody is told about one that is archived, terminated or wants no contact. */
function customerOf(computed: Facts['computed']) {
  const column = (id: string) => columnOf(computed, 'customers', id);
  const [ids, names, owners] = [column('id'), column('name'), column('owner')];
  const [archived, doNotContact, terminatedAt] = [column('archived'), column('doNotContact'), column('terminatedAt')];
  const index = new ReferenceIndex(ids, names);
  return (cell: Value) => {
    const row = index.find(cell);
    if (typeof row !== 'number')
      return { id: null, name: cell === null ? null : String(cell), owner: null, isActive: true };
    const isPaused = archived[row] === true || doNotContact[row] === true || typeof terminatedAt[row] === 'number';
    return {
      id: ids[row] as string | null,
      name: calledBy(names[row], ids[row]),
      owner: owners[row] ?? null,
      isActive: !isPaused,
    };
  };
}
