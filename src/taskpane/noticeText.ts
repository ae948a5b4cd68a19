import type { PersonNotices } from '../actions/report/noticeList';
import { brief } from './brief';
import type { Pane } from './context';

type Words = Pick<Pane, 't' | 'format'>;

/** What one person has to be told, one line for each thing. */
export function noticeLines({ person, revisits, milestones }: PersonNotices, { t, format }: Words): string[] {
  const role = (code: string) => t(`team.notices.role.${code}`);
  return [
    t('team.notices.hello', { person }),
    ...revisits.map((notice) =>
      t('team.notices.revisit', {
        customer: brief(notice.customer),
        date: format.date(notice.dueAt),
        role: role(notice.role),
      }),
    ),
    ...milestones.map((notice) =>
      t('team.notices.milestone', {
        ...{ milestone: brief(notice.milestone), customer: brief(notice.customer), role: role(notice.role) },
        date: format.date(notice.milestoneDueAt),
      }),
    ),
  ];
}

/** Everybody's notices as one text. */
export const noticesText = (people: readonly PersonNotices[], words: Words): string =>
  people.map((person) => noticeLines(person, words).join('\n')).join('\n\n');
