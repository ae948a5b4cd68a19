import { Body1, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { AdoptReport } from '../../actions/adopt';
import { CrmError } from '../../shared/errors';
import type { AdoptStep } from '../../template/adopt';
import type { Plan } from '../../template/plan';
import { isWorkName } from '../../template/remnants';
import { stepsOf } from '../../template/stages';
import { formatRange } from '../../xlsx/address';
import { usePane } from '../context';
import type { Task } from '../hooks/useTask';
import { PlanPreview } from './PlanPreview';
import { SectionTitle } from './SectionTitle';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly plan: Task<Plan>;
  readonly run: Task<AdoptReport>;
  readonly locked: boolean;
  readonly onPlan: () => void;
  readonly onRun: (plan: Plan) => void;
  /** The person agrees that an empty table of ours goes. */
  readonly onReplace: () => void;
  readonly onBack: () => void;
}

/** The last step: everything that will be done, in the words of the set-up, and the button that does it. */
export function AdoptPlan({ plan, run, locked, onPlan, onRun, onReplace, onBack }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const ready = plan.state.status === 'done' ? plan.state.value : null;
  const empty = emptyTableOf(plan);
  const wasCut = run.state.status === 'cancelled' || run.state.status === 'failed';
  return (
    <>
      <SectionTitle>{t('adopt.plan.title')}</SectionTitle>
      {empty ? (
        <Body1>{t('adopt.plan.ask', empty.params)}</Body1>
      ) : (
        <TaskStatus task={plan} label={t('adopt.plan.planning')} onRetry={onPlan} />
      )}
      {ready && (
        <>
          <ul className={styles.list}>
            {stepsOf(ready, 'adopt').map((step) => (
              <li key={step.table}>
                <Text>{t(`adopt.plan.${step.adoption.keepsName ? 'existing' : 'table'}`, factsOf(step))}</Text>
              </li>
            ))}
            {stepsOf(ready, 'clean')
              .flatMap(({ sheets }) => sheets)
              .filter((sheet) => !isWorkName(sheet))
              .map((sheet) => (
                <li key={sheet}>
                  <Text>{t('adopt.plan.replaced', { sheet })}</Text>
                </li>
              ))}
          </ul>
          <PlanPreview plan={ready} />
        </>
      )}
      {wasCut && <Body1>{t('adopt.plan.cut')}</Body1>}
      <TaskStatus task={run} label={t('adopt.plan.working')} onRetry={onPlan} />
      {run.state.status !== 'running' && (
        <div className={styles.actions}>
          {empty && (
            <Button appearance="primary" disabled={locked} onClick={onReplace}>
              {t('adopt.plan.replace')}
            </Button>
          )}
          {ready && run.state.status === 'idle' && (
            <Button appearance="primary" disabled={locked} onClick={() => onRun(ready)}>
              {t('adopt.plan.button')}
            </Button>
          )}
          <Button onClick={onBack}>{t('adopt.back')}</Button>
        </div>
      )}
    </>
  );
}

/** No failure, but a question: the CRM has an empty table of its own for the same records. */
const emptyTableOf = ({ state }: Task<Plan>): CrmError | null =>
  state.status === 'failed' && state.error instanceof CrmError && state.error.code === 'emptyTableThere'
    ? state.error
    : null;

const factsOf = ({ name, adoption: { sheet, row, column, rows, columns } }: AdoptStep) => ({
  name,
  sheet,
  address: formatRange({ fromRow: row, fromColumn: column, toRow: row + rows - 1, toColumn: column + columns - 1 }),
});
