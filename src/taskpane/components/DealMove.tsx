import { useMemo, useState, type FormEvent } from 'react';
import { Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { moveDealChangeset, type DealMoveProposal } from '../../actions/moveDeal';
import { readIso, toIso } from '../../shared/dates';
import { CrmError } from '../../shared/errors';
import { fewLines } from '../fewLines';
import { usePane, useWorkbook } from '../context';
import { checkMove, dealFacts, firstForm, moveOf, type DealFacts, type DealMoveForm } from '../dealMoveForm';
import { useMember } from '../hooks/useMember';
import { useTask } from '../hooks/useTask';
import { joined } from '../inText';
import { cellText, titleOf } from '../rows';
import type { Done } from '../session';
import { DealMoveFields } from './DealMoveFields';
import { DoneBar } from './DoneBar';
import { Failure } from './Failure';
import { Held } from './Held';
import { OpenChecklists } from './OpenChecklists';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  deal: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  title: fewLines(4),
  detail: { color: tokens.colorNeutralForeground2, ...fewLines(6) },
});

/** What the last move came to. */
interface Moved {
  readonly done: Done;
  readonly text: string;
  /** Of moves until then: one that was taken back or refused is the same record when it is made again. */
  readonly count: number;
}

interface Props {
  readonly dealId: string;
  readonly onMoved: () => void;
}

/**
 * Moves a deal: to another stage, won, lost or open again (C-45). Exit checklists that are not done are shown before;
 * going on without them is allowed, and the history says so. One write, with undo. Shows nothing for an unknown id.
 */
export function DealMove({ dealId, onMoved }: Props) {
  const { t } = usePane();
  const { data, follow } = useWorkbook();
  const styles = useStyles();
  const deal = useMemo(() => dealFacts(data, dealId), [data, dealId]);
  const [moved, setMoved] = useState<Moved | null>(null);
  if (!deal) return null;
  const finish = (done: Done, name: string) => {
    const text = t('funnel.move.done', { name });
    setMoved((before) => ({ done, text, count: (before?.count ?? 0) + 1 }));
    onMoved();
    follow(done);
  };
  return (
    <div className={styles.panel}>
      <DealLine deal={deal} />
      {moved && <DoneBar key={moved.count} done={moved.done} text={moved.text} />}
      {/* What is left to do depends on where the deal is now: another form for another state. */}
      <MoveForm key={`${deal.stage} ${deal.outcome}`} deal={deal} onDone={finish} isNew={moved === null} />
    </div>
  );
}

/** Which deal it is and where it stands. */
function DealLine({ deal }: { readonly deal: DealFacts }) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const cell = (column: string) => {
    const value = data.figures.computed.tables.opportunities?.columns[column]?.[deal.row] ?? null;
    return value === null ? [] : [cellText(data, pane, { table: 'opportunities', column, value })];
  };
  const outcome = deal.outcome === 'open' ? [] : [pane.t(`funnel.${deal.outcome}`)];
  const details = [...cell('customer'), ...cell('stage'), ...outcome, ...cell('amount'), ...cell('owner')];
  return (
    <div className={styles.deal}>
      <Text weight="semibold" size={400} className={styles.title}>
        {titleOf(data, pane, 'opportunities', deal.row)}
      </Text>
      <Caption1 className={styles.detail}>{joined(details)}</Caption1>
    </div>
  );
}

interface FormProps {
  readonly deal: DealFacts;
  /** Nothing was moved before it. */
  readonly isNew: boolean;
  readonly onDone: (done: Done, name: string) => void;
}

function MoveForm({ deal, isNew, onDone }: FormProps) {
  const pane = usePane();
  const { session, t } = pane;
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const by = useMember();
  const today = toIso(data.figures.environment.today);
  const [form, setForm] = useState(() => firstForm(deal, today));
  const [attempted, setAttempted] = useState(false);
  const task = useTask<Done>((done) => onDone(done, titleOf(data, pane, 'opportunities', deal.row)));
  const isSaving = task.state.status === 'running';
  const errors = checkMove(form, today);
  const { open, refusal } = useProposal(deal, form, Object.keys(errors).length === 0);
  const change = (part: Partial<DealMoveForm>) => {
    setForm((current) => ({ ...current, ...part }));
    if (!isSaving) task.reset();
  };
  const send = (consent?: Consent) =>
    task.run(() => session.moveDeal(data.snapshot, moveOf(deal.id, form, by), { consent }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (Object.keys(errors).length === 0 && !refusal) send();
  };
  const isMissing = open.length > 0 && !form.checklistDone;
  return (
    <form className={styles.panel} onSubmit={submit} noValidate aria-label={t('funnel.move.title')}>
      <Held when={isSaving}>
        <DealMoveFields deal={deal} form={form} errors={attempted ? errors : {}} today={today} onChange={change} />
        {open.length > 0 && (
          <OpenChecklists
            open={open}
            isDone={form.checklistDone}
            onChange={(checklistDone) => change({ checklistDone })}
          />
        )}
      </Held>
      {refusal !== null && <Failure error={refusal} />}
      <TaskStatus task={task} label={t('funnel.move.saving')} onRetry={() => send()} onConsent={send} />
      <Button
        type="submit"
        appearance={isNew ? 'primary' : 'secondary'}
        size="large"
        disabled={locked}
        disabledFocusable={isSaving}
      >
        {t(isMissing ? 'funnel.move.anyway' : `funnel.move.button.${form.step}`)}
      </Button>
    </form>
  );
}

interface Proposal {
  readonly open: DealMoveProposal['open'];
  readonly refusal: unknown;
}

/** Checklists that the move would leave undone, or why it is refused; looked up as the form changes, not for its note. */
function useProposal(deal: DealFacts, form: DealMoveForm, isComplete: boolean): Proposal {
  const { session, format } = usePane();
  const { snapshot } = useWorkbook().data;
  const { step, stage, reason, at } = form;
  return useMemo((): Proposal => {
    if (!isComplete) return { open: [], refusal: null };
    const fields = { step, stage, reason, at, competitor: '', note: '', checklistDone: false };
    try {
      return { open: moveDealChangeset(snapshot, moveOf(deal.id, fields, null), session.clock()).open, refusal: null };
    } catch (refusal) {
      return { open: [], refusal: readable(refusal, format.date) };
    }
  }, [session, snapshot, format, deal, step, stage, reason, at, isComplete]);
}

/** A refusal with its days as people write them. */
function readable(error: unknown, date: (iso: string) => string): unknown {
  if (!(error instanceof CrmError)) return error;
  const params = Object.entries(error.params).map(([key, value]) => [
    key,
    typeof value === 'string' && readIso(value) !== null ? date(value) : value,
  ]);
  return new CrmError(error.code, Object.fromEntries(params));
}
