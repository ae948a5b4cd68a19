import type { OverdueRevisit } from '../actions/report';
import type { Translate } from '../shared/i18n';

/** Ready text for owner and supervisor together (C-38): plain lines, to be pasted into any message. */
export function reminderText(overdue: readonly OverdueRevisit[], t: Translate): string {
  const lines = overdue.map(({ customer, daysOverdue, dueAt, owner, supervisor }) =>
    t('pane.today.reminder.line', {
      customer,
      days: daysOverdue,
      date: dueAt,
      people: [owner, supervisor].filter(Boolean).join(' / ') || t('pane.today.noOwner'),
    }),
  );
  return [t('pane.today.reminder.title', { count: overdue.length }), ...lines].join('\n');
}
