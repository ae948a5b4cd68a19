import type { Person } from './people';

/** Notices (C-38, decision 15): who must hear about what, and who has heard already. */
export type NoticeKind = 'revisit' | 'milestone';
export type NoticeRole = 'owner' | 'supervisor' | 'unassigned';

/** Something that is due, with the people in charge. */
export interface NoticeSubject {
  readonly kind: NoticeKind;
  /** Id of the customer or milestone. */
  readonly subject: string;
  readonly dueAt: number;
  readonly owner: Person | null;
  readonly supervisor: Person | null;
  /** Postpones the notice, never the due date: nobody is told before this day. */
  readonly snoozeUntil?: number | null;
}

/** One line of the log: told is told, whatever the date of today. */
export interface NoticeLogEntry {
  readonly kind: NoticeKind | null;
  readonly subject: string | null;
  readonly person: string | null;
  readonly dueAt: number | null;
  readonly notifiedAt: number | null;
}

export interface Notice extends NoticeSubject {
  readonly role: NoticeRole;
  /** `null` only with the role `unassigned`: every supervisor sees it. */
  readonly person: Person | null;
  /** When this person was told about this due date; `null` = still to tell. */
  readonly notifiedAt: number | null;
}

export interface Notices {
  readonly notices: readonly Notice[];
  /** Subjects whose notice waits for the end of a snooze. */
  readonly snoozed: number;
}

/** Notices of everything given, owner and supervisor both (C-38); nobody to tell: one that is `unassigned`. */
export function notices(subjects: readonly NoticeSubject[], log: readonly NoticeLogEntry[], today: number): Notices {
  const told = new Map(
    log
      .filter((entry) => entry.notifiedAt !== null && Math.floor(entry.notifiedAt) <= today)
      .map((entry) => [noticeKey(entry.kind, entry.subject, entry.dueAt, entry.person), entry.notifiedAt]),
  );
  const awake = subjects.filter(({ snoozeUntil }) => !(snoozeUntil && snoozeUntil > today));
  return {
    notices: awake.flatMap((subject) =>
      recipients(subject).map(({ role, person }) => ({
        ...subject,
        role,
        person,
        notifiedAt: told.get(noticeKey(subject.kind, subject.subject, subject.dueAt, keyOf(person))) ?? null,
      })),
    ),
    snoozed: subjects.length - awake.length,
  };
}

/** Owner and supervisor; a supervisor without a valid owner alone; nobody at all: `unassigned`. */
function recipients({ owner, supervisor }: NoticeSubject): { role: NoticeRole; person: Person | null }[] {
  const found = [
    { role: 'owner' as const, person: owner },
    { role: 'supervisor' as const, person: supervisor },
  ].filter(({ person }, at, both) => person !== null && (at === 0 || keyOf(person) !== keyOf(both[0]!.person)));
  return found.length ? found : [{ role: 'unassigned', person: null }];
}

/** People on no Team sheet are known by name. */
export const keyOf = (person: Person | null): string | null => person && (person.id ?? person.name);

/** Tells notices apart: about what, for which day, to whom. In which role does not matter, told is told. */
export const noticeKey = (
  kind: string | null,
  subject: string | null,
  dueAt: number | null,
  person: string | null,
): string =>
  JSON.stringify([kind, subject?.toLowerCase(), dueAt === null ? null : Math.floor(dueAt), person?.toLowerCase()]);
