import { useId, useState } from 'react';
import { Body1, Button, Card, Radio, RadioGroup, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { RemovalPlan, RemovalScope } from '../../template/uninstall';
import { usePane } from '../context';
import { useTask } from '../hooks/useTask';
import { removalText } from '../stageText';
import { StageList } from './StageList';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  title: { margin: 0 },
  secondary: { color: tokens.colorNeutralForeground2 },
});

const scopes: readonly RemovalScope[] = ['keep', 'empty', 'all'];

interface Props {
  readonly locked: boolean;
  readonly onRemoved: () => void;
}

/** Takes the CRM out of the workbook: says what would go, with counts, and does it when the person agrees. */
export function UninstallPanel({ locked, onRemoved }: Props) {
  const { session, t } = usePane();
  const styles = useStyles();
  const titleId = useId();
  const [scope, setScope] = useState<RemovalScope>('keep');
  const plan = useTask<RemovalPlan>();
  const removal = useTask<unknown>();
  const look = () => {
    removal.reset();
    plan.ask(() => session.planUninstall(scope));
  };
  const choose = (chosen: RemovalScope) => {
    setScope(chosen);
    plan.reset();
    removal.reset();
  };
  if (removal.state.status === 'done')
    return (
      <Card className={styles.card}>
        <Success text={t('pane.uninstall.done')} />
        <Button onClick={onRemoved}>{t('pane.close')}</Button>
      </Card>
    );
  const ready = plan.state.status === 'done' ? plan.state.value : null;
  return (
    <Card className={styles.card}>
      <Title3 as="h2" id={titleId} className={styles.title}>
        {t('pane.uninstall.title')}
      </Title3>
      <Body1 className={styles.secondary}>{t('pane.uninstall.text')}</Body1>
      <RadioGroup
        aria-labelledby={titleId}
        value={scope}
        disabled={removal.state.status === 'running'}
        onChange={(_, { value }) => choose(value as RemovalScope)}
      >
        {scopes.map((each) => (
          <Radio key={each} value={each} label={t(`pane.uninstall.${each}`)} />
        ))}
      </RadioGroup>
      <Button disabledFocusable={removal.state.status === 'running'} onClick={look}>
        {t('pane.uninstall.look')}
      </Button>
      <TaskStatus task={plan} label={t('pane.uninstall.looking')} onRetry={look} />
      {ready && (
        <Removal plan={ready} done={removal.state.status === 'running' ? (removal.state.progress?.done ?? 0) : null} />
      )}
      <TaskStatus task={removal} label={t('pane.uninstall.working')} onRetry={look} />
      {ready && ready.steps.length > 0 && removal.state.status === 'idle' && (
        <Button
          appearance="primary"
          disabled={locked}
          onClick={() => removal.run((options) => session.uninstall(ready, options))}
        >
          {t('pane.uninstall.button')}
        </Button>
      )}
    </Card>
  );
}

/** What would go: numbered, with counts, and what that means for cells of the person's own. */
function Removal({ plan, done }: { readonly plan: RemovalPlan; readonly done: number | null }) {
  const { t, language } = usePane();
  if (plan.steps.length === 0) return <Body1>{t('pane.uninstall.nothing')}</Body1>;
  return (
    <>
      <StageList items={plan.steps.map((step) => removalText(step, t, language))} done={done} />
      {plan.records > 0 && <Body1>{t('pane.uninstall.records', { count: plan.records })}</Body1>}
      {plan.functionCells > 0 && <Body1>{t('pane.uninstall.functionCells', { count: plan.functionCells })}</Body1>}
    </>
  );
}
