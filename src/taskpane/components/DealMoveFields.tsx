import { Field, Input, Radio, RadioGroup, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { stepsOf, type DealFacts, type DealMoveErrors, type DealMoveForm, type DealStep } from '../dealMoveForm';

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' } });

interface Props {
  readonly deal: DealFacts;
  readonly form: DealMoveForm;
  readonly errors: DealMoveErrors;
  /** ISO. */
  readonly today: string;
  readonly onChange: (change: Partial<DealMoveForm>) => void;
}

/** The fields of one move: what happened, and what goes with it. */
export function DealMoveFields({ deal, form, errors, today, onChange }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const steps = stepsOf[deal.outcome];
  return (
    <>
      {steps.length > 1 && (
        <Field label={t('funnel.move.step')}>
          <RadioGroup
            layout="horizontal"
            value={form.step}
            onChange={(_, { value }) => onChange({ step: value as DealStep, checklistDone: false })}
          >
            {steps.map((step) => (
              <Radio key={step} value={step} label={t(`funnel.move.steps.${step}`)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {form.step === 'stage' && (
        <CodeSelect
          label={t('funnel.move.stage')}
          {...{ list: 'stage', codes: deal.targets, value: form.stage, error: errors.stage }}
          onChange={(stage) => onChange({ stage, checklistDone: false })}
        />
      )}
      {form.step === 'lost' && <LossFields {...{ deal, form, errors, today, onChange }} />}
      <Field
        label={t('funnel.move.at')}
        validationMessage={errors.at && t(errors.at)}
        validationState={errors.at ? 'error' : 'none'}
      >
        <Input
          type="date"
          className={styles.input}
          value={form.at}
          max={today}
          onChange={(_, { value }) => onChange({ at: value })}
        />
      </Field>
      <Field label={t('funnel.move.note')}>
        <Textarea
          value={form.note}
          maxLength={2000}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => onChange({ note: value })}
        />
      </Field>
    </>
  );
}

/** Why, and to whom: what can be learnt from a loss. */
function LossFields({ form, errors, onChange }: Props) {
  const { t } = usePane();
  return (
    <>
      <CodeSelect
        label={t('funnel.move.reason')}
        isRequired
        {...{ list: 'lostReason', codes: reasons, value: form.reason, error: errors.reason }}
        onChange={(reason) => onChange({ reason })}
      />
      <Field label={t('funnel.move.competitor')}>
        <Input
          className={useStyles().input}
          value={form.competitor}
          maxLength={200}
          onChange={(_, { value }) => onChange({ competitor: value })}
        />
      </Field>
    </>
  );
}

const reasons = (template.lists.lostReason ?? []).map(({ code }) => code);

interface CodeProps {
  readonly label: string;
  readonly list: string;
  readonly codes: readonly string[];
  readonly value: string;
  readonly error?: string;
  readonly isRequired?: boolean;
  readonly onChange: (code: string) => void;
}

/** A choice among codes of a list, by the labels of the workbook; nothing is chosen for the person. */
function CodeSelect({ label, list, codes, value, error, isRequired, onChange }: CodeProps) {
  const { t, language } = usePane();
  const { snapshot } = useWorkbook().data;
  return (
    <Field
      label={label}
      required={isRequired}
      validationMessage={error && t(error)}
      validationState={error ? 'error' : 'none'}
    >
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {value === '' && <option value="">{t('funnel.move.choose')}</option>}
        {codes.map((code) => (
          <option key={code} value={code}>
            {labelOf(template, snapshot, language, list, code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
