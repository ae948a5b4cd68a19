import { useState } from 'react';
import { Button, Field, Input, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { presentCuts } from '../../../actions/recomputeTiers';
import { readIso, toIso } from '../../../shared/dates';
import { usePane, useWorkbook } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useSection } from '../../hooks/useSection';
import { CustomerPicker } from '../CustomerPicker';
import { Held } from '../Held';
import { Unfolded } from '../Unfolded';
import type { Writer } from './writer';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  input: { minWidth: 0, '& input': { minWidth: 0 } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What the form begins with; `customer` null: to be chosen. */
export interface OverrideDraft {
  readonly customer: string | null;
  readonly tier: string | null;
  readonly reason: string;
  /** Serial day. */
  readonly until: number | null;
}

interface Props {
  readonly draft: OverrideDraft;
  readonly writer: Writer;
  readonly onClose: () => void;
}

/** A tier set by hand: whom, which, why, until when (C-16). */
export function OverrideForm({ draft, writer, onClose }: Props) {
  const { session, t } = usePane();
  const { snapshot, figures } = useWorkbook().data;
  const styles = useStyles();
  const tiers = useSection(presentCuts);
  const label = useListLabel('tier');
  const { today } = figures.environment;
  const [customer, setCustomer] = useState(draft.customer);
  const [tier, setTier] = useState(draft.tier ?? tiers[0]?.tier ?? '');
  const [reason, setReason] = useState(draft.reason);
  const [until, setUntil] = useState(draft.until === null ? '' : toIso(Math.max(draft.until, today)));
  const [isSent, setSent] = useState(false);
  const errors = errorsOf({ customer, reason, until }, today);
  const message = (field: keyof typeof errors) =>
    isSent && errors[field] ? t(`tiers.form.error.${field}`) : undefined;
  const save = () => {
    setSent(true);
    if (Object.values(errors).some(Boolean)) return;
    const override = { customer: customer!, tier, reason, until: until ? readIso(until) : null };
    writer.write(async () => {
      const done = await session.overrideTier(snapshot, override);
      onClose();
      return done;
    });
  };
  return (
    <Unfolded label={t('tiers.overrides.add')} takesFirst onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Held when={writer.isLocked}>
          <CustomerPicker value={customer} onChange={setCustomer} error={message('customer')} />
          <div className={styles.pair}>
            <Field label={t('tiers.form.tier')} required>
              <Select value={tier} onChange={(_, data) => setTier(data.value)}>
                {tiers.map((cut) => (
                  <option key={cut.tier} value={cut.tier}>
                    {label(cut.tier)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label={t('tiers.form.until')}
              hint={t('tiers.form.untilHint')}
              validationMessage={message('until')}
              validationState={message('until') ? 'error' : 'none'}
            >
              <Input
                type="date"
                className={styles.input}
                value={until}
                min={toIso(today)}
                onChange={(_, data) => setUntil(data.value)}
              />
            </Field>
          </div>
          <Field
            label={t('tiers.form.reason')}
            required
            validationMessage={message('reason')}
            validationState={message('reason') ? 'error' : 'none'}
          >
            <Textarea
              value={reason}
              maxLength={500}
              rows={2}
              resize="vertical"
              placeholder={t('tiers.form.reasonHint')}
              onChange={(_, data) => setReason(data.value)}
            />
          </Field>
        </Held>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={writer.isLocked}>
            {t('tiers.form.save')}
          </Button>
          <Button onClick={onClose}>{t('pane.cancel')}</Button>
        </div>
      </form>
    </Unfolded>
  );
}

interface Typed {
  readonly customer: string | null;
  readonly reason: string;
  /** ISO text of a date input, '' = empty. */
  readonly until: string;
}

const errorsOf = ({ customer, reason, until }: Typed, today: number) => ({
  customer: customer === null,
  reason: !reason.trim(),
  until: until !== '' && !((readIso(until) ?? 0) >= today),
});
