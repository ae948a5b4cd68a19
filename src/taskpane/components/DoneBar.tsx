import { Button } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';

/** Confirmation of a change with its undo, which is the supported one (decision 19). */
export function DoneBar({ done, text }: { readonly done: Done; readonly text: string }) {
  const { session, t } = usePane();
  const { reload } = useWorkbook();
  const undo = useTask<unknown>(reload);
  const takeBack = () => undo.run(() => session.undo(done));
  if (undo.state.status === 'done') return <Success text={t('pane.undone')} />;
  if (undo.state.status !== 'idle') return <TaskStatus task={undo} label={t('pane.undoing')} onRetry={takeBack} />;
  return (
    <Success
      text={text}
      actions={
        <Button size="small" onClick={takeBack}>
          {t('pane.undo')}
        </Button>
      }
    />
  );
}
