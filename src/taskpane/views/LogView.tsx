import { useId, useMemo, useState, type FormEvent } from 'react';
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { readIso, toIso } from '../../shared/dates';
import { proposeNext } from '../../actions/logRevisit';
import { DoneBar } from '../components/DoneBar';
import { Page } from '../components/Page';
import { RevisitFields } from '../components/RevisitFields';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import { checkForm, emptyForm, revisitOf, type RevisitForm } from '../revisitForm';
import type { Done } from '../session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Log a revisit in one step (C-37): the date is today, the next one is proposed, one button. */
export function LogView({ customerId }: { readonly customerId: string | null }) {
  const { session, t } = usePane();
  const { data, locked, reload } = useWorkbook();
  const styles = useStyles();
  const today = toIso(data.figures.environment.today);
  const [form, setForm] = useState<RevisitForm>(() => emptyForm(customerId, today));
  const [attempted, setAttempted] = useState(false);
  // A new number is a fresh form for the next one: search text gone, focus back at the title.
  const [formNumber, setFormNumber] = useState(0);
  // One form is one record, however often saving it fails (decision 18).
  const [recordId, setRecordId] = useState(() => session.newId('followUps'));
  const task = useTask<Done>(() => {
    setForm(emptyForm(null, today));
    setRecordId(session.newId('followUps'));
    setFormNumber((number) => number + 1);
    setAttempted(false);
    reload();
  });
  const titleId = useId();

  const errors = checkForm(form, today);
  const heldAt = readIso(form.heldAt);
  const { customerId: chosen } = form;
  const proposed = useMemo(
    () =>
      chosen === null || heldAt === null ? null : proposeNext(data.snapshot, session.clock(), chosen, heldAt).nextAt,
    [session, data.snapshot, chosen, heldAt],
  );
  const change = (part: Partial<RevisitForm>) => {
    setForm((current) => ({ ...current, ...part }));
    if (task.state.status !== 'running') task.reset();
  };
  const send = (consent?: Consent) => task.run(() => session.logRevisit({ ...revisitOf(form), id: recordId }, consent));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (Object.keys(errors).length === 0) send();
  };

  return (
    <Page>
      <ViewTitle key={`title-${formNumber}`} title={t('pane.log.title')} takesFocus />
      {task.state.status === 'done' ? (
        <DoneBar done={task.state.value} text={t('pane.log.done')} />
      ) : (
        <TaskStatus task={task} label={t('pane.log.saving')} onRetry={() => send()} onConsent={send} />
      )}
      <form className={styles.form} onSubmit={submit} noValidate aria-labelledby={titleId} key={formNumber}>
        <span id={titleId} hidden>
          {t('pane.log.title')}
        </span>
        <RevisitFields
          form={form}
          errors={attempted ? errors : {}}
          proposed={proposed === null ? null : toIso(proposed)}
          today={today}
          onChange={change}
        />
        <Caption1 className={styles.hint}>{t(nextHint(form, proposed))}</Caption1>
        <Button type="submit" appearance="primary" size="large" disabled={locked || task.state.status === 'running'}>
          {t('pane.log.button')}
        </Button>
      </form>
    </Page>
  );
}

/** Where the next date comes from, in one sentence. */
function nextHint({ customerId, outcome, nextAt }: RevisitForm, proposed: number | null): string {
  if (nextAt) return 'pane.log.hint.agreed';
  if (outcome === 'noAnswer') return 'pane.log.hint.noAnswer';
  if (customerId === null) return 'pane.log.hint.choose';
  return proposed === null ? 'pane.log.hint.noRule' : 'pane.log.hint.cadence';
}
