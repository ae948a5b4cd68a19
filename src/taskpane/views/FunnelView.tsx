import { useCallback, useState, type ReactNode } from 'react';
import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import {
  ChartMultiple20Regular,
  Filter24Regular,
  Table20Regular,
  TableInsertRow20Regular,
} from '@fluentui/react-icons';
import type { InsertedChart } from '../../actions/home';
import type { Facts } from '../../actions/report/facts';
import { pipelineOf, type Pipeline } from '../../actions/report/pipeline';
import { everyDeal, type DealFilter } from '../../template/views/dealFilter';
import { Empty } from '../components/Empty';
import { BiggestLeak } from '../components/funnel/BiggestLeak';
import { DealFilters } from '../components/funnel/DealFilters';
import { ForecastPanel } from '../components/funnel/ForecastPanel';
import { LostReasons } from '../components/funnel/LostReasons';
import { Results } from '../components/funnel/Results';
import { StageChart } from '../components/funnel/StageChart';
import { StageFigures } from '../components/funnel/StageFigures';
import { StaleDeals } from '../components/funnel/StaleDeals';
import { Targets } from '../components/funnel/Targets';
import { Page } from '../components/Page';
import { SectionTitle } from '../components/SectionTitle';
import { Success } from '../components/Success';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useDealFilter } from '../hooks/useDealFilter';
import { useSection } from '../hooks/useSection';
import { useTask } from '../hooks/useTask';
import { narrow } from '../reflow';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    [narrow]: { flexWrap: 'wrap' },
  },
});

/** The eight stages and what they say: leaks, stuck deals, forecast, targets, results (C-44 to C-47). */
export function FunnelView() {
  const { t, navigate } = usePane();
  const { stages } = useWorkbook().data.figures.environment;
  const insert = useInsert();
  return (
    <Page>
      <ViewTitle title={t('funnel.title')}>{insert.button}</ViewTitle>
      {insert.status}
      {stages.length === 0 ? (
        <Empty icon={<Filter24Regular />} title={t('funnel.missing')}>
          <Link onClick={() => navigate('setup')}>{t('funnel.toSetup')}</Link>
        </Empty>
      ) : (
        <Deals />
      )}
    </Page>
  );
}

function Deals() {
  const { t } = usePane();
  const [filter, choose] = useDealFilter();
  const pipeline = useSection(sectionOf(filter));
  const whole = useSection(sectionOf(everyDeal));
  if (whole.deals.length === 0) {
    return (
      <Empty icon={<Filter24Regular />} title={t('funnel.empty')}>
        <Text>{t('funnel.emptyHint')}</Text>
      </Empty>
    );
  }
  return (
    <>
      <DealFilters filter={filter} pipeline={pipeline} onChange={choose} />
      {pipeline.deals.length === 0 ? (
        <Empty icon={<Filter24Regular />} title={t('funnel.noneFits')}>
          <Button onClick={() => choose(everyDeal)}>{t('funnel.filter.clear')}</Button>
        </Empty>
      ) : (
        <Figures pipeline={pipeline} filter={filter} />
      )}
    </>
  );
}

interface FiguresProps {
  readonly pipeline: Pipeline;
  readonly filter: DealFilter;
}

function Figures({ pipeline, filter }: FiguresProps) {
  const { t } = usePane();
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <BiggestLeak leaks={pipeline.leaks} />
      <section aria-label={t('funnel.stages')}>
        <div className={styles.line}>
          <SectionTitle>{t('funnel.stages')}</SectionTitle>
          <Button
            size="small"
            appearance="subtle"
            icon={asTable ? <ChartMultiple20Regular /> : <Table20Regular />}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'funnel.asChart' : 'funnel.asTable')}
          </Button>
        </div>
        {asTable ? <StageFigures pipeline={pipeline} /> : <StageChart pipeline={pipeline} />}
      </section>
      <StaleDeals pipeline={pipeline} />
      <ForecastPanel pipeline={pipeline} />
      <Targets pipeline={pipeline} hasSource={filter.source !== null} />
      <Results pipeline={pipeline} />
      <LostReasons pipeline={pipeline} />
    </>
  );
}

/** The section of a filter, always the same function, so that it is computed once for each reading of the workbook. */
function sectionOf(filter: DealFilter): (facts: Facts) => Pipeline {
  const key = JSON.stringify([filter.period, filter.owner, filter.source, filter.product]);
  const section = sections.get(key) ?? ((facts: Facts) => pipelineOf(facts, filter));
  sections.set(key, section);
  return section;
}

const sections = new Map<string, (facts: Facts) => Pipeline>();

/** Puts the funnel into the sheet as a chart of Excel's own, and says where it went. */
function useInsert(): { readonly button: ReactNode; readonly status: ReactNode } {
  const { session, t } = usePane();
  const { locked } = useWorkbook();
  const task = useTask<InsertedChart>();
  const { state, run } = task;
  const start = useCallback(() => run(() => session.insertFunnel()), [run, session]);
  return {
    button: (
      <Button icon={<TableInsertRow20Regular />} disabled={locked || state.status === 'running'} onClick={start}>
        {t('funnel.insert')}
      </Button>
    ),
    status:
      state.status === 'done' ? (
        <Inserted chart={state.value} />
      ) : (
        <TaskStatus task={task} label={t('funnel.inserting')} onRetry={start} />
      ),
  };
}

function Inserted({ chart }: { readonly chart: InsertedChart }) {
  const { session, t } = usePane();
  const undo = useTask<unknown>();
  const takeOut = () => undo.run(() => session.removeChart(chart));
  if (undo.state.status === 'done') return <Success text={t('pane.undone')} />;
  if (undo.state.status !== 'idle') return <TaskStatus task={undo} label={t('pane.undoing')} onRetry={takeOut} />;
  return (
    <Success
      text={t('funnel.inserted', { sheet: chart.sheet, cell: chart.cell })}
      actions={
        <Button size="small" onClick={takeOut}>
          {t('pane.undo')}
        </Button>
      }
    />
  );
}
