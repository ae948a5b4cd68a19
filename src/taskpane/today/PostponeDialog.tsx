import { useState } from 'react';
import { Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { TodayItem } from '../../actions/report/today';
import { readIso, toIso } from '../../shared/dates';
import { usePane, useWorkbook } from '../context';
import { AskDialog } from './AskDialog';
import { headingOf } from './text';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  input: { width: '100%', minWidth: 0 },
});

/** Days ahead that are proposed. */
const proposed = 7;
const mostReason = 500;

interface Props {
  readonly item: TodayItem;
  /** Something else is being written. */
  readonly isBusy: boolean;
  readonly onSave: (until: number, reason: string) => void;
  readonly onClose: () => void;
}

/** Another day for something, and why: somebody who reads the record later wants to know. */
export function PostponeDialog({ item, isBusy, onSave, onClose }: Props) {
  const { t } = usePane();
  const { today } = useWorkbook().data.figures.environment;
  const styles = useStyles();
  const [day, setDay] = useState(toIso(today + proposed));
  const [reason, setReason] = useState('');
  const [attempted, setAttempted] = useState(false);
  const until = readIso(day);
  const dayError = until === null || until <= today ? t('today.postpone.dayMissing') : undefined;
  const reasonError = reason.trim() ? undefined : t('today.postpone.reasonMissing');
  const save = () => {
    setAttempted(true);
    if (until !== null && !dayError && !reasonError) onSave(until, reason);
  };
  return (
    <AskDialog
      title={t('today.postpone.title', { name: headingOf(item) })}
      action={t('today.postpone.save')}
      isReady={!isBusy}
      onAction={save}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Field
          label={t('today.postpone.until')}
          required
          hint={t('today.postpone.hint')}
          validationMessage={attempted ? dayError : undefined}
        >
          <Input
            className={styles.input}
            type="date"
            value={day}
            min={toIso(today + 1)}
            onChange={(_, { value }) => setDay(value)}
          />
        </Field>
        <Field
          label={t('today.postpone.reason')}
          required
          hint={t('today.postpone.reasonHint')}
          validationMessage={attempted ? reasonError : undefined}
        >
          <Textarea value={reason} maxLength={mostReason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      </div>
    </AskDialog>
  );
}
