import type { Changeset } from '../crm/changeset';
import { noticeKey, type NoticeKind } from '../crm/notice';
import type { Snapshot } from '../crm/snapshot';
import { toSerial } from '../shared/dates';
import { factId } from '../shared/ids';
import { tableDef } from '../template/load';
import { applyNew, type Applied, type DatedOptions } from './applied';
import type { Home } from './home';
import { unusedIds } from './record';
import type { MilestonesReport } from './report/milestones';
import type { Revisits } from './report/revisits';

/** The notices to be noted: a whole report, or those of it that somebody was told. */
export interface Told {
  readonly revisits: Pick<Revisits, 'notices'>;
  readonly milestones: Pick<MilestonesReport, 'notices'>;
}

/** What the log keeps of a notice: about what, for which date, to whom. */
interface ToldNotice {
  readonly kind: NoticeKind;
  readonly customer: string | null;
  readonly milestone: string | null;
  readonly dueAt: string;
  readonly role: string;
  readonly person: string | null;
}

/**
 * The change that "these people were told today" is: a row of the Notices table for every notice of the report that was
 * not told yet, so that nobody is told twice for the same due date (C-38). Notices for nobody are not told to anybody. The
 * id of a row follows from what was told to whom; one that is there and does not tell so any more (archived, say) stays.
 * @param snapshot what the report was made from
 * @param told today's serial
 */
export function noticesChangeset(snapshot: Snapshot, report: Told, told: number): Changeset {
  const { idPrefix } = tableDef('notices');
  const newId = unusedIds(snapshot, 'notices');
  return {
    action: 'recordNotices',
    updates: [],
    appends: untold(report).map((notice) => {
      const { kind, customer, milestone, person } = notice;
      const dueAt = toSerial(notice.dueAt);
      const id = newId(factId(idPrefix, noticeKey(kind, milestone ?? customer, dueAt, person)));
      return { table: 'notices', id, values: { id, ...notice, dueAt, notifiedAt: told } };
    }),
    removals: [],
  };
}

function untold({ revisits, milestones }: Told): ToldNotice[] {
  const about = [
    ...revisits.notices.map((notice) => ({ ...notice, kind: 'revisit' as const, milestone: null })),
    ...milestones.notices.map((notice) => ({
      ...notice,
      kind: 'milestone' as const,
      milestone: notice.milestoneId ?? notice.milestone,
    })),
  ];
  return about
    .filter(({ person, notifiedAt }) => person !== null && notifiedAt === null)
    .map(({ kind, customerId, customer, milestone, dueAt, role, personId, person }) => ({
      ...{ kind, customer: customerId ?? customer, milestone, dueAt, role },
      person: personId ?? person,
    }));
}

/** Writes that these people were told, each once; the changeset in the answer is what `undo` takes. */
export const recordNotices = (
  home: Pick<Home, 'read' | 'apply'>,
  snapshot: Snapshot,
  report: Told,
  { clock, ...options }: DatedOptions,
): Promise<Applied> => applyNew(home, noticesChangeset(snapshot, report, Math.floor(clock)), options);
