import { Caption1, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { Figure } from '../Figure';
import type { CampaignProps } from './campaign';

const useStyles = makeStyles({
  bar: { marginBlock: tokens.spacingVerticalXS },
  late: { color: tokens.colorStatusDangerForeground1 },
});

/** Which of the seven steps a campaign is at, and how many of its lines are done (C-60). */
export function CampaignProgressBar({ result: { campaign, progress }, records }: CampaignProps) {
  const { t } = usePane();
  const styles = useStyles();
  const label = useLabel();
  const { step, tasks, done, late } = progress;
  if (tasks === 0) return <Caption1>{t('campaigns.noTasks')}</Caption1>;
  const at = step === 'done' ? t('campaigns.allDone') : label('campaignStep', step) || t('campaigns.noStep');
  const list = (title: string, rows: readonly number[]) => () => ({ title, table: 'campaignTasks', rows });
  const linesOf = t('campaigns.linesOf', { name: campaign });
  return (
    <>
      <ProgressBar
        className={styles.bar}
        value={done}
        max={tasks}
        aria-label={t('campaigns.progress', { step: at, done, tasks })}
      />
      <Caption1>
        {at} · <Figure text={t('campaigns.lines', { done, tasks })} list={list(linesOf, records.tasks)} />
        {late > 0 && (
          <span className={styles.late}>
            {' · '}
            <Figure
              text={t('campaigns.late', { count: late })}
              list={list(t('campaigns.lateOf', { name: campaign }), records.lateTasks)}
            />
          </span>
        )}
      </Caption1>
    </>
  );
}
