import { Suspense, useEffect, useRef, useState } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import { later } from '../later';
import type { Done } from '../session';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';

const ConflictPanel = later(() => import('./ConflictPanel').then((file) => file.ConflictPanel));

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, outlineStyle: 'none' },
});

interface Props {
  readonly done: Done;
  readonly text: string;
  /** Conflicts were decided, and what was left of the change is written. */
  readonly onResolved?: () => void;
}

/**
 * What became of a change: confirmed with its undo, which is the supported one (decision 19), or the conflicts that
 * stopped it, or both.
 */
export function DoneBar({ done, text, onResolved }: Props) {
  const { t } = usePane();
  const [current, setCurrent] = useState(done);
  const [said, setSaid] = useState(text);
  const resolved = (next: Done) => {
    setCurrent(next);
    setSaid(t('pane.conflicts.done'));
    onResolved?.();
  };
  return (
    <>
      {!isRefused(current) && <Confirmation done={current} text={said} />}
      <Remarks done={current} />
      {current.report.conflicts.length > 0 && (
        <Suspense fallback={null}>
          <ConflictPanel key={said} done={current} onResolved={resolved} />
        </Suspense>
      )}
    </>
  );
}

/** One conflict stops a single action as a whole. */
const isRefused = ({ bulk, report }: Done): boolean =>
  !bulk && report.conflicts.some(({ reason }) => reason !== 'overwritten');

/** The button that takes a change back is gone as soon as it is pressed: the focus stays where it stood. */
function Confirmation({ done, text }: Omit<Props, 'onResolved'>) {
  const { session, t } = usePane();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const { follow } = useWorkbook();
  const undo = useTask<Done>(follow);
  const { state } = undo;
  const takeBack = () => undo.run(() => session.undo(done));
  useEffect(() => {
    if (state.status !== 'idle' && document.activeElement === document.body) place.current?.focus();
  }, [state.status]);
  const undoing =
    state.status === 'done' ? (
      <DoneBar done={{ ...state.value }} text={t('pane.undone')} />
    ) : (
      <TaskStatus task={undo} label={t('pane.undoing')} onRetry={takeBack} />
    );
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {state.status === 'idle' ? (
        <Success text={text} actions={canUndo(done) && <UndoButton onClick={takeBack} />} />
      ) : (
        undoing
      )}
    </div>
  );
}

function UndoButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = usePane();
  return (
    <Button size="small" onClick={onClick}>
      {t('pane.undo')}
    </Button>
  );
}

/** What was deleted is gone, so an undo cannot be undone where it removed records. */
const canUndo = ({ changeset, report }: Done): boolean =>
  changeset.action !== 'undo' && changeset.removals.length === 0 && report.appended + report.updated > 0;

function Remarks({ done: { report } }: Pick<Props, 'done'>) {
  const { t } = usePane();
  return (
    <>
      {report.hidden && <Text size={200}>{t('pane.hiddenRows', { count: report.hidden })}</Text>}
      {report.unwatched && <Text size={200}>{t('pane.unwatched')}</Text>}
    </>
  );
}
