import type { ReactElement } from 'react';
import { Body1, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { Figure } from '../components/Figure';
import { ImportPanel } from '../components/ImportPanel';
import { SectionTitle } from '../components/SectionTitle';
import { usePane, useWorkbook } from '../context';
import { AdoptSheet } from './AdoptSheet';
import { Sample } from './Sample';
import { customerRows } from './steps';
import { useSource, type Source } from './useSource';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({ secondary: { color: tokens.colorNeutralForeground2 } });

/** The person's own customers, or a sample to look around with. */
export function CustomersStep({ onDone }: StepProps) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const rows = customerRows(data.snapshot);
  if (rows.length === 0)
    return (
      <>
        <Body1 className={styles.secondary}>{t('wizard.customers.text')}</Body1>
        <FirstCustomers onDone={onDone} />
      </>
    );
  return (
    <>
      <Body1>
        <Figure
          text={t('wizard.customers.have', { count: rows.length })}
          list={() => ({ title: t('wizard.step.customers'), table: 'customers', rows })}
        />
      </Body1>
      <ImportCustomers onDone={onDone} />
    </>
  );
}

type Part = (props: Pick<StepProps, 'onDone'>) => ReactElement;

/** Ways to the first customers, by where these stand. */
const ways: readonly (readonly [source: Source, label: string, Part: Part])[] = [
  ['file', 'wizard.customers.file', ImportCustomers],
  ['sheet', 'wizard.workbook.adopt', AdoptCustomers],
  ['nowhere', 'wizard.customers.nowhere', Sample],
];

/** What the first step was told is chosen already; whoever did not say decides here. */
function FirstCustomers({ onDone }: Pick<StepProps, 'onDone'>) {
  const { t } = usePane();
  const [source, setSource] = useSource();
  const Chosen = ways.find(([id]) => id === source)?.[2];
  return (
    <>
      <Field label={t('wizard.workbook.choice')}>
        <RadioGroup value={source} onChange={(_, { value }) => setSource(value as Source)}>
          {ways.map(([id, label]) => (
            <Radio key={id} value={id} label={t(label)} />
          ))}
        </RadioGroup>
      </Field>
      {Chosen && <Chosen onDone={onDone} />}
    </>
  );
}

function ImportCustomers({ onDone }: Pick<StepProps, 'onDone'>) {
  const { t } = usePane();
  return (
    <>
      <SectionTitle>{t('wizard.customers.import')}</SectionTitle>
      <ImportPanel
        table="customers"
        onDone={(done) => onDone(done, t('pane.import.done', { count: done.report.appended }))}
      />
    </>
  );
}

function AdoptCustomers() {
  return <AdoptSheet locked={useWorkbook().locked} />;
}
