import { columnOf } from '../../template/environment';
import type { Told } from '../recordNotices';
import type { Facts } from './facts';
import { milestones, type MilestonesReport } from './milestones';
import type { NoticeReport } from './notices';
import { revisits } from './revisits';

/** What one person has to be told (C-38, C-40). */
export interface PersonNotices {
  readonly personId: string | null;
  readonly person: string;
  readonly email: string | null;
  readonly revisits: readonly NoticeReport[];
  readonly milestones: MilestonesReport['notices'];
}

export interface NoticeList {
  /** Who has most to hear comes first. */
  readonly people: readonly PersonNotices[];
  /** Those that were told already. */
  readonly told: Pick<PersonNotices, 'revisits' | 'milestones'>;
  /** Overdue customers whom nobody looks after, and nobody can be told about. */
  readonly nobody: readonly NoticeReport[];
}

/** Who has to be told about what, and was not yet. */
export function noticeList(facts: Facts): NoticeList {
  const [due, steps] = [revisits(facts).notices, milestones(facts).notices];
  const isTold = ({ notifiedAt }: { readonly notifiedAt: string | null }) => notifiedAt !== null;
  const isUntold = ({ person, notifiedAt }: NoticeReport) => person !== null && notifiedAt === null;
  const email = emails(facts.computed);
  const groups = new Map<
    string,
    { first: NoticeReport; revisits: NoticeReport[]; milestones: (typeof steps)[number][] }
  >();
  const groupOf = (notice: NoticeReport) => {
    const key = notice.personId ?? notice.person!;
    const group = groups.get(key) ?? { first: notice, revisits: [], milestones: [] };
    groups.set(key, group);
    return group;
  };
  for (const notice of due.filter(isUntold)) groupOf(notice).revisits.push(notice);
  for (const notice of steps.filter(isUntold)) groupOf(notice).milestones.push(notice);
  return {
    people: [...groups.values()]
      .map(({ first, ...about }) => ({
        ...{ personId: first.personId, person: first.person!, email: email(first.personId) },
        ...about,
      }))
      .sort((a, b) => countOf(b) - countOf(a)),
    told: { revisits: due.filter(isTold), milestones: steps.filter(isTold) },
    nobody: due.filter(({ person }) => person === null),
  };
}

export const countOf = (notices: Pick<PersonNotices, 'revisits' | 'milestones'>): number =>
  notices.revisits.length + notices.milestones.length;

/** What is noted when these people were told. */
export const toldOf = (people: readonly PersonNotices[]): Told => ({
  revisits: { notices: people.flatMap((one) => one.revisits) },
  milestones: { notices: people.flatMap((one) => one.milestones) },
});

function emails(computed: Facts['computed']): (personId: string | null) => string | null {
  const [ids, addresses] = [columnOf(computed, 'team', 'id'), columnOf(computed, 'team', 'email')];
  return (personId) => {
    const address = personId === null ? null : addresses[ids.indexOf(personId)];
    return typeof address === 'string' ? address : null;
  };
}
