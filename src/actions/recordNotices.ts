import type { Changeset } from '../crm/changeset';
import type { NoticeKind } from '../crm/notice';
import type { IdSource } from '../shared/ids';
import { toSerial } from '../shared/dates';
import { tableDef } from '../template/load';
import { applyAll, type Applied, type DatedOptions } from './applied';
import type { Home } from './home';
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
 * not told yet, so that nobody is told twice for the same due date (C-38). Notices for nobody are not told to anybody.
 * @param told today's serial
 */
export function noticesChangeset(report: Told, told: number, ids: IdSource): Changeset {
  const { idPrefix } = tableDef('notices');
  return {
    action: 'recordNotices',
    updates: [],
    appends: untold(report).map(({ dueAt, ...notice }) => {
      const id = ids(idPrefix);
      return { table: 'notices', id, values: { id, ...notice, dueAt: toSerial(dueAt), notifiedAt: told } };
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

/** Writes that these people were told; the changeset in the answer is what `undo` takes. */
export const recordNotices = async (
  home: Pick<Home, 'apply'>,
  report: Told,
  { clock, ids, ...options }: DatedOptions & { readonly ids: IdSource },
): Promise<Applied> => applyAll(home, noticesChangeset(report, Math.floor(clock), ids), options);
