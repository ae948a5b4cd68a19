import { Body1, Button } from '@fluentui/react-components';
import type { PlanReport } from '../../actions/home';
import type { Plan } from '../../template/plan';
import { usePane } from '../context';
import { KeptCellsList } from './KeptCellsList';
import { Success } from './Success';

interface Props {
  /** What was to be done: it knows what people call the charts. */
  readonly plan: Plan | null;
  readonly report: PlanReport;
  readonly onOpen: () => void;
}

/** The CRM is in the workbook, and what Excel did not accept. */
export function Installed({ plan, report: { skipped, kept }, onOpen }: Props) {
  const { t } = usePane();
  return (
    <>
      <Success text={t('pane.setup.done')} />
      {skipped.length > 0 && (
        <>
          <Body1>{t('pane.setup.skipped')}</Body1>
          <ul>
            {chartTitles(plan, skipped).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <KeptCellsList kept={kept} />
      <Button appearance="primary" onClick={onOpen}>
        {t('pane.setup.start')}
      </Button>
    </>
  );
}

/** What people call the charts that Excel refused. */
const chartTitles = (plan: Plan | null, names: readonly string[]): string[] =>
  names.map((name) => {
    const step = plan?.steps.find((candidate) => candidate.kind === 'chart' && candidate.chart.name === name);
    return step?.kind === 'chart' ? step.chart.title : name;
  });
