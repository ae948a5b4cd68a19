import { useState } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { setUpSample } from '../../actions/setUpSample';
import { Figure } from '../components/Figure';
import { ImportPanel } from '../components/ImportPanel';
import { SectionTitle } from '../components/SectionTitle';
import { TaskStatus } from '../components/TaskStatus';
import { usePane, useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { customerRows } from './steps';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({ secondary: { color: tokens.colorNeutralForeground2 } });

/** The person's own customers, or a sample to look around with. */
export function CustomersStep({ onDone }: StepProps) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const rows = customerRows(data.snapshot);
  return (
    <>
      <Body1 className={styles.secondary}>{t('wizard.customers.text')}</Body1>
      {rows.length > 0 && (
        <Body1>
          <Figure
            text={t('wizard.customers.have', { count: rows.length })}
            list={() => ({ title: t('wizard.step.customers'), table: 'customers', rows })}
          />
        </Body1>
      )}
      <SectionTitle>{t('wizard.customers.import')}</SectionTitle>
      <ImportPanel
        table="customers"
        onDone={(done) => onDone(done, t('pane.import.done', { count: done.report.appended }))}
      />
      {rows.length === 0 && <Sample onDone={onDone} />}
    </>
  );
}

function Sample({ onDone }: Pick<StepProps, 'onDone'>) {
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
