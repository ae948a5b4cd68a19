import { useState } from 'react';
import { Body1, Button, Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import { industryOf, setUpIndustry } from '../../actions/setUpIndustry';
import { industries, type Industry } from '../../template/industries';
import { Held } from '../components/Held';
import { TaskStatus } from '../components/TaskStatus';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { RuleChanges } from './RuleChanges';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({
  secondary: { color: tokens.colorNeutralForeground2 },
  choice: { display: 'flex', flexDirection: 'column' },
});

/** Rules to begin with: the industry is chosen, what changes is shown, then it is written (C-74). */
export function IndustryStep({ onDone }: StepProps) {
  const { session, t, language } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const current = industryOf(data.snapshot, industries);
  const [chosen, setChosen] = useState<Industry | null>(null);
  const selected = chosen ?? current;
  const changeset = selected && setUpIndustry(data.snapshot, selected);
  const write = useTask<Done>((done) => onDone(done, t('wizard.industry.done', { name: selected!.name[language] })));
  const isSaving = write.state.status === 'running';
  const start = () => changeset && write.run((options) => session.setUp(changeset, options));
  return (
    <>
      <Body1 className={styles.secondary}>{t('wizard.industry.text')}</Body1>
      <Held when={isSaving}>
        <Field label={t('wizard.industry.label')}>
          <RadioGroup
            value={selected?.id ?? 'own'}
            onChange={(_, { value }) => setChosen(industries.find(({ id }) => id === value) ?? null)}
          >
            {!current && <Radio value="own" label={t('wizard.industry.own')} />}
            {industries.map(({ id, name, text }) => (
              <Radio
                key={id}
                value={id}
                label={
                  <span className={styles.choice}>
                    <Text weight={selected?.id === id ? 'semibold' : 'regular'}>{name[language]}</Text>
                    <Text size={200} className={styles.secondary}>
                      {text[language]}
                    </Text>
                  </span>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      </Held>
      {changeset && changeset.updates.length > 0 ? (
        <>
          <Button appearance="primary" size="large" disabled={locked} disabledFocusable={isSaving} onClick={start}>
            {t('wizard.industry.button')}
          </Button>
          <RuleChanges changes={changeset.updates} />
        </>
      ) : (
        selected && <Body1>{t('wizard.industry.now')}</Body1>
      )}
      <TaskStatus task={write} label={t('wizard.saving')} onRetry={start} />
    </>
  );
}
