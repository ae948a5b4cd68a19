import { useState } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { setUpSample } from '../../actions/setUpSample';
import { SectionTitle } from '../components/SectionTitle';
import { TaskStatus } from '../components/TaskStatus';
import { usePane, useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({ secondary: { color: tokens.colorNeutralForeground2 } });

/** A company to look around in, for whoever has no customers yet. */
export function Sample({ onDone }: Pick<StepProps, 'onDone'>) {
  const [me] = useMe();
  const { session, t } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const [changeset] = useState(() => setUpSample(data.snapshot, session.clock(), me));
  const count = (table: string) => changeset.appends.filter((record) => record.table === table).length;
  const write = useTask<Done>((done) =>
    onDone(done, t('wizard.customers.sampleDone', { count: done.report.appended })),
  );
  const start = () => write.run((options) => session.setUp(changeset, options));
  return (
    <>
      <SectionTitle>{t('wizard.customers.sample')}</SectionTitle>
      <Body1 className={styles.secondary}>
        {t('wizard.customers.sampleText', {
          customers: count('customers'),
          people: count('team'),
          records: changeset.appends.length,
        })}
      </Body1>
      {write.state.status !== 'running' && (
        <Button disabled={locked} onClick={start}>
          {t('wizard.customers.sampleButton')}
        </Button>
      )}
      <TaskStatus task={write} label={t('wizard.customers.sampleAdding')} onRetry={start} />
    </>
  );
}
