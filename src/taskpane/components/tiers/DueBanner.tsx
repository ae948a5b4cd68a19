import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { reviewSchedule, type ReviewSchedule } from '../../../actions/report/reviewRuns';
import { usePane, type Pane } from '../../context';
import { useSection } from '../../hooks/useSection';

/** Says that a review is due, with the way to it; nothing before that day. */
export function DueBanner({ onOpen }: { readonly onOpen?: () => void }) {
  const { t, format } = usePane();
  const schedule = useSection(reviewSchedule);
  if (schedule.daysLate < 0) return null;
  return (
    <MessageBar intent={schedule.daysLate > 0 ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{dueText(schedule, { t, format })}</MessageBarBody>
      {onOpen && (
        <MessageBarActions>
          <Button size="small" onClick={onOpen}>
            {t('tiers.due.open')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function dueText({ last, next, daysLate }: ReviewSchedule, { t, format }: Pick<Pane, 't' | 'format'>): string {
  if (last === null) return t('tiers.due.never');
  return daysLate > 0 ? t('tiers.due.late', { count: daysLate, date: format.date(next) }) : t('tiers.due.today');
}
