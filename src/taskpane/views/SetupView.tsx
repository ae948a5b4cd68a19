import { useState } from 'react';
import { Body1, Button, Card, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { TableSimple24Regular, Wand20Regular } from '@fluentui/react-icons';
import { withOurs } from '../../template/planFormulas';
import type { Language } from '../../template/types';
import { ColumnsPanel } from '../components/ColumnsPanel';
import { Installed } from '../components/Installed';
import { OwnFormulas } from '../components/OwnFormulas';
import { Page } from '../components/Page';
import { PlanPreview } from '../components/PlanPreview';
import { SharedConfirm } from '../components/SharedConfirm';
import { TaskStatus } from '../components/TaskStatus';
import { UninstallPanel } from '../components/UninstallPanel';
import { usePane } from '../context';
import { stagesDone, useInstallation } from '../hooks/useInstallation';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  icon: { color: tokens.colorBrandForeground1, lineHeight: '1' },
  title: { margin: 0 },
  secondary: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly workbookLanguage: Language;
  readonly locked: boolean;
  /** Somebody else has the workbook open. */
  readonly sharedNow: boolean;
  /** Shows nothing unless something is missing: below a failure that a repair may or may not help. */
  readonly onlyIfMissing?: boolean;
  readonly onInstalled: () => void;
}

/** Shows what a CRM workbook lacks, and adds it: upgrade and repair are one with the installation (plan, show, apply). */
export function SetupView({ workbookLanguage, locked, sharedNow, onlyIfMissing, onInstalled }: Props) {
  const { session, t, navigate } = usePane();
  const styles = useStyles();
  const [agreed, setAgreed] = useState(false);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { plan, install, found, makePlan, resume } = useInstallation(workbookLanguage);

  const ready = found && withOurs(found, taken);
  const complete = ready !== null && ready.steps.length === 0;
  const isIdle = install.state.status === 'idle';
  const start = () => ready && install.run((options) => session.install(ready, options));
  const open = () => {
    onInstalled();
    navigate('today');
  };

  if (install.state.status === 'done')
    return (
      <Page>
        <Installed plan={ready} report={install.state.value} onOpen={open} />
      </Page>
    );
  if (onlyIfMissing && (!ready || complete)) return null;
  return (
    <Page>
      <Card className={styles.card}>
        <span className={styles.icon}>
          <TableSimple24Regular />
        </span>
        <Title3 as="h1" className={styles.title}>
          {t('pane.setup.repair.title')}
        </Title3>
        <Body1 className={styles.secondary}>{t(complete ? 'pane.setup.complete' : 'pane.setup.repair.text')}</Body1>
        <TaskStatus task={plan} label={t('pane.setup.planning')} onRetry={makePlan} />
        {found && !onlyIfMissing && isIdle && <OwnFormulas plan={found} taken={taken} onChange={setTaken} />}
        {ready && !complete && <PlanPreview plan={ready} done={stagesDone(install.state)} />}
        {ready && !complete && sharedNow && isIdle && <SharedConfirm agreed={agreed} onChange={setAgreed} />}
        <TaskStatus task={install} label={t('pane.setup.installing')} onRetry={resume} />
        {ready && !complete && isIdle && (
          <Button appearance="primary" size="large" onClick={start} disabled={locked || (sharedNow && !agreed)}>
            {t('pane.setup.repair.button')}
          </Button>
        )}
      </Card>
      {!onlyIfMissing && (
        <>
          <MoreOfSetup locked={locked} />
          <ColumnsPanel locked={locked} />
          <UninstallPanel locked={locked} onRemoved={onInstalled} />
        </>
      )}
    </Page>
  );
}

/** Ways into the set-up again: its steps, and one more sheet of the person's own. */
function MoreOfSetup({ locked }: Pick<Props, 'locked'>) {
  const { t, navigate } = usePane();
  const styles = useStyles();
  return (
    <Card className={styles.card}>
      <Body1 className={styles.secondary}>{t('wizard.openText')}</Body1>
      <Button icon={<Wand20Regular />} onClick={() => navigate('start/industry')}>
        {t('wizard.open')}
      </Button>
      <Body1 className={styles.secondary}>{t('adopt.openHint')}</Body1>
      <Button disabled={locked} onClick={() => navigate('adopt')}>
        {t('adopt.open')}
      </Button>
    </Card>
  );
}
