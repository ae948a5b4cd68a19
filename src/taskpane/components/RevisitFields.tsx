import { Button, Field, Input, Rating, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';
import { narrow } from '../reflow';
import type { FormErrors, RevisitForm } from '../revisitForm';
import { CustomerPicker } from './CustomerPicker';
import { ListSelect } from './ListSelect';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minWidth: 0, width: '100%' },
  rating: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
});

interface Props {
  readonly form: RevisitForm;
  readonly errors: FormErrors;
  /** When the customer is due next, ISO; `null` = never, or not known yet. */
  readonly proposed: string | null;
  readonly today: string;
  readonly onChange: (change: Partial<RevisitForm>) => void;
}

/** The fields of one revisit, in the order in which people tell it. */
export function RevisitFields({ form, errors, proposed, today, onChange }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const message = (key: string | undefined) => (key ? t(key) : undefined);
  return (
    <>
      <CustomerPicker
        value={form.customerId}
        error={message(errors.customerId)}
        onChange={(customerId) => onChange({ customerId })}
      />
      <div className={styles.pair}>
        <DateField
          label={t('pane.log.heldAt')}
          required
          value={form.heldAt}
          max={today}
          error={message(errors.heldAt)}
          onChange={(heldAt) => onChange({ heldAt })}
        />
        <ListSelect
          label={t('pane.log.channel')}
          list="channel"
          value={form.channel}
          onChange={(channel) => onChange({ channel })}
        />
      </div>
      <ListSelect
        label={t('pane.log.outcome')}
        list="followUpOutcome"
        value={form.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Field label={t('pane.log.note')}>
        <Textarea
          value={form.note}
          maxLength={2000}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) => onChange({ note: value })}
        />
      </Field>
      <div className={styles.pair}>
        <DateField
          label={t('pane.log.nextAt')}
          value={form.nextAt ?? proposed ?? ''}
          min={form.heldAt}
          error={message(errors.nextAt)}
          onChange={(nextAt) => onChange({ nextAt })}
        />
        <Field label={t('pane.log.satisfaction')}>
          <div className={styles.rating}>
            <Rating
              value={form.satisfaction ?? 0}
              itemLabel={(stars) => t('pane.log.stars', { count: stars })}
              aria-label={t('pane.log.satisfaction')}
              onChange={(_, { value }) => onChange({ satisfaction: value })}
            />
            {form.satisfaction !== null && (
              <Button size="small" appearance="subtle" onClick={() => onChange({ satisfaction: null })}>
                {t('pane.clear')}
              </Button>
            )}
          </div>
        </Field>
      </div>
    </>
  );
}

interface DateProps {
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly error?: string;
  readonly onChange: (iso: string) => void;
}

/** The browser's own date field: keyboard, calendar and local order of day and month come with it. */
function DateField({ label, error, value, required, min, max, onChange }: DateProps) {
  return (
    <Field label={label} required={required} validationMessage={error} validationState={error ? 'error' : 'none'}>
      <Input
        type="date"
        className={useStyles().input}
        value={value}
        min={min}
        max={max}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
