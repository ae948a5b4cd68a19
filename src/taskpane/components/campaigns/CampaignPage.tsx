import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { columnOf } from '../../../template/environment';
import { usePane, useWorkbook } from '../../context';
import { useGoTo } from '../../hooks/useGoTo';
import { useWrite } from '../../hooks/useWrite';
import { joined } from '../../inText';
import { cellText } from '../../rows';
import { Failure } from '../Failure';
import { Figure } from '../Figure';
import { GoToButton } from '../GoToButton';
import { Metrics, type MetricItem } from '../Metric';
import { Page } from '../Page';
import { SectionTitle } from '../SectionTitle';
import { Sentence } from '../Sentence';
import { ViewTitle } from '../ViewTitle';
import { WriteStatus } from '../WriteStatus';
import { AudiencePanel } from './AudiencePanel';
import type { CampaignProps } from './campaign';
import { CampaignProgressBar } from './CampaignProgressBar';
import { Participants } from './Participants';
import { TaskLines } from './TaskLines';
import { useCampaignMetrics } from './useCampaignMetrics';

const useStyles = makeStyles({
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  lessons: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  tools: {
    display: 'flex',
    justifyContent: 'space-between',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
});

/** One campaign: what it is to do, how far it is, whom it may address, who came, what was learnt (C-59 to C-61). */
export function CampaignPage(props: CampaignProps) {
  const { result, records } = props;
  const pane = usePane();
  const { t, navigate } = pane;
  const { data } = useWorkbook();
  const styles = useStyles();
  const { goTo, error } = useGoTo();
  const write = useWrite();
  const { campaignId, campaign, lessons, lessonsMissing } = result;
  const cell = (column: string) => columnOf(data.snapshot, 'campaigns', column)[records.row] ?? null;
  const text = (column: string) => cellText(data, pane, { table: 'campaigns', column, value: cell(column) });
  const facts = [
    cell('goal') === null ? '' : text('goal'),
    cell('channel') === null ? '' : text('channel'),
    cell('owner') === null ? '' : text('owner'),
    t('campaigns.period', { from: text('startAt'), to: text('endAt') }),
  ];
  return (
    <Page>
      <div className={styles.tools}>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={() => navigate('campaigns')}>
          {t('campaigns.all')}
        </Button>
        <GoToButton name={campaign} onClick={() => goTo('campaigns', campaignId!)} />
      </div>
      <ViewTitle title={campaign} takesFocus />
      <Body1 className={styles.detail}>{joined(facts)}</Body1>
      <WriteStatus write={write} />
      {error !== null && <Failure error={error} />}
      <Metrics items={[...useCampaignMetrics(props), ...useMoney(props)]} />
      <WonWithoutAmount {...props} />
      <UpliftText {...props} />
      <SectionTitle>{t('campaigns.tasks')}</SectionTitle>
      <div>
        <CampaignProgressBar {...props} />
      </div>
      <TaskLines {...props} write={write} onGoTo={goTo} />
      <AudiencePanel campaignId={campaignId!} write={write} />
      <Participants {...props} />
      <SectionTitle>{t('campaigns.lessons')}</SectionTitle>
      <Body1 className={styles.lessons}>
        {lessons ?? t(lessonsMissing ? 'campaigns.lessonsWanted' : 'campaigns.lessonsLater')}
      </Body1>
    </Page>
  );
}

function useMoney({ result, records }: CampaignProps): MetricItem[] {
  const { t, format } = usePane();
  const { campaign, budget, actualCost, won } = result;
  // What somebody entered for the whole counts before the sum of the lines.
  const isEntered = (columnOf(useWorkbook().data.snapshot, 'campaigns', 'actualCost')[records.row] ?? null) !== null;
  const item = (name: string, value: number | null, table: string, rows: readonly number[]): MetricItem => ({
    label: t(`campaigns.${name}`),
    value: format.shortMoney(value),
    exact: format.money(value),
    list: rows.length ? () => ({ title: joined([t(`campaigns.${name}`), campaign], ': '), table, rows }) : undefined,
  });
  return [
    item('budget', budget, 'campaigns', [records.row]),
    records.tasks.length && !isEntered
      ? item('cost', actualCost, 'campaignTasks', records.tasks)
      : item('cost', actualCost, 'campaigns', [records.row]),
    item('won', won, 'opportunities', records.wonDeals),
  ];
}

/** Deals that the return does not know of: without an amount they are told, never counted as 0 (decision 4). */
function WonWithoutAmount({ result: { wonWithoutAmount }, records }: CampaignProps) {
  const { t } = usePane();
  const styles = useStyles();
  const amounts = columnOf(useWorkbook().data.snapshot, 'opportunities', 'amount');
  if (wonWithoutAmount === 0) return null;
  const title = t('campaigns.wonWithoutAmount', { count: wonWithoutAmount });
  const rows = records.wonDeals.filter((row) => (amounts[row] ?? null) === null);
  return (
    <Caption1 className={styles.detail}>
      <Figure text={title} list={() => ({ title, table: 'opportunities', rows })} />
    </Caption1>
  );
}

/** What the participants bought against everybody else: what the season does not explain. */
function UpliftText({ result: { uplift, campaign }, records }: CampaignProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  if (!uplift) return <Caption1 className={styles.detail}>{t('campaigns.upliftWhy')}</Caption1>;
  const { participants, change, changeOfOthers, extra } = uplift;
  const attended = records.members.attended ?? [];
  const of = (text: string) => (
    <Figure
      text={text}
      isEmpty={attended.length === 0}
      list={() => ({
        title: joined([t('campaigns.uplift'), campaign], ': '),
        table: 'campaignMembers',
        rows: attended,
      })}
    />
  );
  const share = (value: number | null) => (value === null ? t('campaigns.notComputable') : of(format.percent(value)));
  return (
    <Caption1 className={styles.detail}>
      <Sentence
        text="campaigns.upliftText"
        figures={{
          participants: of(format.number(participants)),
          change: share(change),
          others: share(changeOfOthers),
        }}
      />{' '}
      {extra !== null && <Sentence text="campaigns.extra" figures={{ amount: of(format.money(extra)) }} />}
    </Caption1>
  );
}
