import { Suspense, useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import { later } from '../later';
import type { Done } from '../session';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';

const ConflictPanel = later(() => import('./ConflictPanel').then((file) => file.ConflictPanel));

interface Props {
  readonly done: Done;
  readonly text: string;
}

/**
 * What became of a change: confirmed with its undo, which is the supported one (decision 19), or the conflicts that
 * stopped it, or both.
 */
export function DoneBar({ done, text }: Props) {
  const { t } = usePane();
  const [current, setCurrent] = useState(done);
  const [said, setSaid] = useState(text);
  const resolved = (next: Done) => {
    setCurrent(next);
    setSaid(t('pane.conflicts.done'));
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

function Confirmation({ done, text }: Props) {
  const { session, t } = usePane();
  const { follow } = useWorkbook();
  const undo = useTask<Done>(follow);
  const takeBack = () => undo.run(() => session.undo(done));
  if (undo.state.status === 'done') return <DoneBar done={{ ...undo.state.value }} text={t('pane.undone')} />;
  if (undo.state.status !== 'idle') return <TaskStatus task={undo} label={t('pane.undoing')} onRetry={takeBack} />;
  return (
    <Success
      text={text}
      actions={
        canUndo(done) && (
          <Button size="small" onClick={takeBack}>
            {t('pane.undo')}
          </Button>
        )
      }
    />
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
