import type { Notice, NoticeRole } from '../../crm/notice';
import { toIso } from '../../shared/dates';

/** Who is to be told, or was told already, about one due date (C-38). */
export interface NoticeReport {
  readonly customerId: string | null;
  readonly customer: string;
  /** The date that the notice is for: nobody is told twice for it. */
  readonly dueAt: string;
  readonly role: NoticeRole;
  readonly personId: string | null;
  readonly person: string | null;
  /** `null` = still to tell. */
  readonly notifiedAt: string | null;
}

export const noticeReport = (notice: Notice, customerId: string | null, customer: string): NoticeReport => ({
  ...{ customerId, customer },
  dueAt: toIso(notice.dueAt),
  role: notice.role,
  personId: notice.person?.id ?? null,
  person: notice.person?.name ?? null,
  notifiedAt: notice.notifiedAt === null ? null : toIso(notice.notifiedAt),
});
