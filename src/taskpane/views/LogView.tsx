import { useId, useMemo, useRef, useState, type FormEvent } from 'react';
import { Button, Caption1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { proposeNext, visited, type NextProposal, type VisitRefusal } from '../../actions/logRevisit';
import { readIso, toIso } from '../../shared/dates';
import { DoneBar } from '../components/DoneBar';
import { Held } from '../components/Held';
import { Page } from '../components/Page';
import { RevisitFields } from '../components/RevisitFields';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { Absent } from '../customer/Absent';
import { useCustomerInSheet } from '../customer/useCustomerInSheet';
import { useMember } from '../hooks/useMember';
import { useTask } from '../hooks/useTask';
import { checkForm, emptyForm, errorsAtOnce, isUntouched, revisitOf, type RevisitForm } from '../revisitForm';
import type { Done } from '../session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Log a revisit in one step (C-37): the date is today, the next one is proposed, one button. */
export function LogView({ customerId }: { readonly customerId: string | null }) {
  const { snapshot } = useWorkbook().data;
  const asked = customerId === null ? { id: null } : visited(snapshot, customerId);
  const isThere = !('refusal' in asked);
  // Whoever goes while the form is open takes nothing away of what was typed: the form itself then says so.
  const [wasThere, setWasThere] = useState(isThere);
  if (isThere && !wasThere) setWasThere(true);
  if (isThere) return <LogForm customerId={asked.id} />;
  return wasThere ? <LogForm customerId={customerId} /> : <Refused name={customerId!} refusal={asked.refusal} />;
}

/** Why nobody can log a revisit for the customer that was asked for, in the words of the customer's own view. */
function Refused({ name, refusal }: { readonly name: string; readonly refusal: VisitRefusal }) {
  const { t } = usePane();
  const [title, hint] = {
    customerGone: ['customer.gone', 'customer.goneHint'],
    customerArchived: ['customer.inArchive', 'customer.inArchiveHint'],
  }[refusal] as [string, string];
  return (
    <Page>
      <ViewTitle title={t('pane.log.title')} takesFocus />
      <Absent title={t(title)} hint={t(hint, { name })} />
    </Page>
  );
}

function LogForm({ customerId }: { readonly customerId: string | null }) {
  const { session, t } = usePane();
  const { data, locked, follow } = useWorkbook();
  const styles = useStyles();
  const owner = useMember();
  const today = toIso(data.figures.environment.today);
  const [form, setForm] = useState<RevisitForm>(() => emptyForm(customerId, today));
  // A form that waited overnight is about the day on which somebody begins to fill it in.
  const [day, setDay] = useState(today);
  if (day !== today) {
    setDay(today);
    if (isUntouched(form, day)) setForm(emptyForm(form.customerId, today));
  }
  // Until somebody fills it in, the form is about the customer of the row that is selected in the sheet.
  const [isBegun, setBegun] = useState(customerId !== null);
  const selected = useCustomerInSheet(!isBegun);
  if (!isBegun && selected !== null && selected !== form.customerId) setForm({ ...form, customerId: selected });
  const [attempted, setAttempted] = useState(false);
  // A new number is a fresh form for the next one: search text gone, focus back at the title.
  const [formNumber, setFormNumber] = useState(0);
  const ids = useRecordIds();
  const task = useTask<Done>((done) => {
    setForm(emptyForm(null, today));
    setBegun(true);
    ids.renew();
    setFormNumber((number) => number + 1);
    setAttempted(false);
    follow(done);
  });
  const titleId = useId();

  const { snapshot } = data;
  const isSaving = task.state.status === 'running';
  const errors = checkForm(form, { snapshot, today });
  const next = useNext(form, errors.heldAt === undefined);
  const due = next?.nextAt ?? null;
  const change = (part: Partial<RevisitForm>) => {
    setForm((current) => ({ ...current, ...part }));
    setBegun(true);
    if (!isSaving) task.reset();
  };
  const send = (consent?: Consent) => {
    const revisit = revisitOf(form, owner);
    task.run(() => session.logRevisit(snapshot, { ...revisit, id: ids.idFor(revisit.customer) }, consent));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    setBegun(true);
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
        <Held when={isSaving}>
          <RevisitFields
            form={form}
            errors={attempted ? errors : errorsAtOnce(errors)}
            proposed={due === null ? null : toIso(due)}
            today={today}
            onChange={change}
          />
        </Held>
        {!errors.heldAt && !errors.nextAt && <NextHint form={form} next={next} />}
        <Button type="submit" appearance="primary" size="large" disabled={locked} disabledFocusable={isSaving}>
          {t('pane.log.button')}
        </Button>
      </form>
    </Page>
  );
}

/**
 * Ids for what a form logs. For one customer it stays one record, however often saving it fails (decision 18); for
 * another it is another record, because the first may have been written after all.
 */
function useRecordIds() {
  const { session } = usePane();
  const ids = useRef(new Map<string, string>());
  const idFor = (customer: string): string => {
    const id = ids.current.get(customer) ?? session.newId('followUps');
    ids.current.set(customer, id);
    return id;
  };
  return { idFor, renew: () => ids.current.clear() };
}

/** When the customer of the form will be due next; `null` while that cannot be told, as from a day that is wrong. */
function useNext({ customerId, heldAt, outcome, nextAt }: RevisitForm, isHeld: boolean): NextProposal | null {
  const { session } = usePane();
  const { snapshot } = useWorkbook().data;
  return useMemo(() => {
    const held = isHeld ? readIso(heldAt) : null;
    if (customerId === null || held === null) return null;
    const agreed = nextAt ? readIso(nextAt) : null;
    return proposeNext(snapshot, session.clock(), { customer: customerId, heldAt: held, outcome, nextAt: agreed });
  }, [session, snapshot, customerId, heldAt, isHeld, outcome, nextAt]);
}

interface HintProps {
  readonly form: RevisitForm;
  readonly next: NextProposal | null;
}

/** What decides about the next date, in one sentence; aloud where the customer should be left alone. */
function NextHint({ form, next }: HintProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const key = `pane.log.hint.${hintOf(form, next)}`;
  const due = next?.nextAt ?? null;
  const text = t(key, { date: due === null ? '' : format.date(due) });
  if (next?.reason !== 'doNotContact' && next?.reason !== 'terminated')
    return <Caption1 className={styles.hint}>{text}</Caption1>;
  return (
    <MessageBar intent="warning" role="status" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function hintOf({ outcome, nextAt }: RevisitForm, next: NextProposal | null): string {
  if (!next) return 'choose';
  if (next.reason === 'doNotContact' || next.reason === 'terminated') return next.reason;
  const wished = nextAt ? readIso(nextAt) : null;
  if (wished !== null) return wished === next.nextAt ? 'agreed' : 'overruled';
  if (next.reason === 'nothing') return 'noRule';
  if (outcome === 'noAnswer') return 'noAnswer';
  return next.reason === 'agreed' ? 'agreedBefore' : 'cadence';
}
