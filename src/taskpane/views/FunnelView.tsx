import { Button, Text } from '@fluentui/react-components';
import { Filter24Regular, TableInsertRow20Regular } from '@fluentui/react-icons';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { Empty } from '../components/Empty';
import { FunnelBars } from '../components/FunnelBars';
import { Metrics, type MetricItem } from '../components/Metric';
import { Page } from '../components/Page';
import { SectionTitle } from '../components/SectionTitle';
import { StageTable } from '../components/StageTable';
import { Success } from '../components/Success';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook, type Pane } from '../context';
import type { Funnel } from '../../crm/funnel';
import { useTask } from '../hooks/useTask';

/** The eight stages drawn and counted (C-45), results, and the three totals that are never mixed (decision 14). */
export function FunnelView() {
  const { session, t, language, format } = usePane();
  const { data, locked } = useWorkbook();
  const insert = useTask<unknown>();
  const { funnel } = data.report;
  const start = () => insert.run(() => session.insertFunnel());
  const stages = funnel.stages.map((stage) => ({
    ...stage,
    label: labelOf(template, data.snapshot, language, 'stage', stage.stage),
  }));

  return (
    <Page>
      <ViewTitle title={t('pane.funnel.title')}>
        <Button
          icon={<TableInsertRow20Regular />}
          disabled={locked || insert.state.status === 'running'}
          onClick={start}
        >
          {t('pane.funnel.insert')}
        </Button>
      </ViewTitle>
      {insert.state.status === 'done' ? (
        <Success text={t('pane.funnel.inserted')} />
      ) : (
        <TaskStatus task={insert} label={t('pane.funnel.inserting')} onRetry={start} />
      )}
      {stages.every(({ reached }) => reached === 0) ? (
        <Empty icon={<Filter24Regular />} title={t('pane.funnel.empty')}>
          <Text>{t('pane.funnel.emptyHint')}</Text>
        </Empty>
      ) : (
        <FunnelBars stages={stages} />
      )}
      <StageTable stages={stages} />
      <SectionTitle>{t('pane.funnel.results')}</SectionTitle>
      <Metrics items={resultsOf(funnel, { t, format })} />
      <SectionTitle>{t('pane.funnel.totals')}</SectionTitle>
      <Metrics items={totalsOf(funnel, { t, format })} />
    </Page>
  );
}

type Words = Pick<Pane, 't' | 'format'>;

const resultsOf = ({ won, lost, winRate }: Funnel, { t, format }: Words): MetricItem[] => [
  { label: t('pane.funnel.won'), value: format.number(won.count) },
  { label: t('pane.funnel.lost'), value: format.number(lost.count) },
  { label: t('pane.funnel.winRate'), value: format.percent(winRate) },
];

const totalsOf = (funnel: Funnel, { t, format }: Words): MetricItem[] =>
  (['bookings', 'deliveries', 'cash'] as const).map((total) => ({
    label: t(`pane.funnel.${total}`),
    value: format.shortMoney(funnel[total]),
    exact: format.money(funnel[total]),
  }));
