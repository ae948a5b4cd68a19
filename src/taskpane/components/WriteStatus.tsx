import { usePane } from '../context';
import type { Write } from '../hooks/useWrite';
import { DoneBar } from './DoneBar';
import { TaskStatus } from './TaskStatus';

/** How the last write of a view stands: running, failed, or done with its undo. */
export function WriteStatus({ write }: { readonly write: Write }) {
  const { t } = usePane();
  const { state } = write.task;
  return state.status === 'done' ? (
    <DoneBar done={state.value} text={write.text} />
  ) : (
    <TaskStatus task={write.task} label={t('pane.saving')} onRetry={write.retry} />
  );
}
