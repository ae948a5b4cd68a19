import { useCallback, useEffect, useState } from 'react';
import { Body1, Button, Card, Checkbox, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { TableSimple24Regular } from '@fluentui/react-icons';
import type { Plan } from '../../template/plan';
import type { Language } from '../../template/types';
import { Page } from '../components/Page';
import { LanguageChoice } from '../components/LanguageChoice';
import { PlanPreview } from '../components/PlanPreview';
import { TaskStatus } from '../components/TaskStatus';
import { Success } from '../components/Success';
import { UninstallPanel } from '../components/UninstallPanel';
import { usePane } from '../context';
import { useTask, type TaskState } from '../hooks/useTask';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  icon: { color: tokens.colorBrandForeground1, lineHeight: '1' },
  title: { margin: 0 },
  secondary: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** 0 = nothing of the CRM is there yet; otherwise this repairs or upgrades. */
  readonly schemaVersion: number;
  /** Language of the workbook, once it has one. */
  readonly workbookLanguage: Language | null;
  readonly locked: boolean;
  /** Somebody else has the workbook open: adding sheets under their hands needs to be agreed upon. */
  readonly sharedNow: boolean;
  /** Shows nothing unless something is missing: below a failure that a repair may or may not help. */
  readonly onlyIfMissing?: boolean;
  readonly onInstalled: () => void;
}

/** Shows what the workbook still lacks, and adds it: install, upgrade and repair are one (plan, show, apply). */
export function SetupView({ schemaVersion, workbookLanguage, locked, sharedNow, onlyIfMissing, onInstalled }: Props) {
  const { session, language, t, navigate } = usePane();
  const styles = useStyles();
  const [chosen, setChosen] = useState<Language>(workbookLanguage ?? language);
  const [agreed, setAgreed] = useState(false);
  const plan = useTask<Plan>();
  const install = useTask<{ readonly skipped: readonly string[] }>();
  const startPlan = plan.run;
  const makePlan = useCallback(() => startPlan(() => session.planInstall(chosen)), [startPlan, session, chosen]);
  useEffect(makePlan, [makePlan]);

  const mode = schemaVersion === 0 ? 'install' : 'repair';
  const ready = plan.state.status === 'done' ? plan.state.value : null;
  const complete = ready !== null && ready.steps.length === 0;
  const start = () => ready && install.run((options) => session.install(ready, options));
  const open = () => {
    onInstalled();
    navigate('today');
  };

  // After an interrupted run part of the plan is done: look again before going on.
  const resume = () => {
    install.reset();
    makePlan();
  };

  if (install.state.status === 'done') {
    return <Installed skipped={chartTitles(ready, install.state.value.skipped)} onOpen={open} />;
  }
  if (onlyIfMissing && (!ready || complete)) return null;
  return (
    <Page>
      <Card className={styles.card}>
        <span className={styles.icon}>
          <TableSimple24Regular />
        </span>
        <Title3 as="h1" className={styles.title}>
          {t(`pane.setup.${mode}.title`)}
        </Title3>
        <Body1 className={styles.secondary}>{t(complete ? 'pane.setup.complete' : `pane.setup.${mode}.text`)}</Body1>
        {mode === 'install' && (
          <LanguageChoice value={chosen} onChange={setChosen} disabled={install.state.status === 'running'} />
        )}
        <TaskStatus task={plan} label={t('pane.setup.planning')} onRetry={makePlan} />
        {!onlyIfMissing && install.state.status === 'idle' && (
          <>
            <Body1 className={styles.secondary}>{t('adopt.openHint')}</Body1>
            <Button disabled={locked} onClick={() => navigate('adopt')}>
              {t('adopt.open')}
            </Button>
          </>
        )}
        {ready && !complete && <PlanPreview plan={ready} done={doneOf(install.state)} />}
        {ready && !complete && sharedNow && install.state.status === 'idle' && (
          <>
            <Body1>{t('pane.setup.shared')}</Body1>
            <Checkbox
              label={t('pane.setup.sharedConfirm')}
              checked={agreed}
              onChange={(_, { checked }) => setAgreed(checked === true)}
            />
          </>
        )}
        <TaskStatus task={install} label={t('pane.setup.installing')} onRetry={resume} />
        {ready && !complete && install.state.status === 'idle' && (
          <Button appearance="primary" size="large" onClick={start} disabled={locked || (sharedNow && !agreed)}>
            {t(`pane.setup.${mode}.button`)}
          </Button>
        )}
      </Card>
      {mode === 'repair' && !onlyIfMissing && <UninstallPanel locked={locked} onRemoved={onInstalled} />}
    </Page>
  );
}

/** Stages that are done while it runs. */
const doneOf = (state: TaskState<unknown>): number | null =>
  state.status === 'running' ? (state.progress?.done ?? 0) : null;

/** What people call the charts that Excel refused. */
const chartTitles = (plan: Plan | null, names: readonly string[]): string[] =>
  names.map((name) => {
    const step = plan?.steps.find((candidate) => candidate.kind === 'chart' && candidate.chart.name === name);
    return step?.kind === 'chart' ? step.chart.title : name;
  });

function Installed({ skipped, onOpen }: { readonly skipped: readonly string[]; readonly onOpen: () => void }) {
  const { t } = usePane();
  return (
    <Page>
      <Success text={t('pane.setup.done')} />
      {skipped.length > 0 && (
        <>
          <Body1>{t('pane.setup.skipped')}</Body1>
          <ul>
            {skipped.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <Button appearance="primary" onClick={onOpen}>
        {t('pane.setup.start')}
      </Button>
    </Page>
  );
}
