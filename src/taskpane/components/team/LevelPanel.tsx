import { useState } from 'react';
import { Button, Text, makeStyles } from '@fluentui/react-components';
import { proposeLevelling, type LevellingProposal } from '../../../actions/levelVisits';
import { usePane, useWorkbook } from '../../context';
import type { Write } from '../../hooks/useWrite';
import { useTask } from '../../hooks/useTask';
import { TaskStatus } from '../TaskStatus';
import { TickPreview } from '../TickPreview';

const useStyles = makeStyles({ action: { alignSelf: 'flex-start' } });

/** A proposal that spreads the due visits over days with room, seen before it is written (C-35, C-65). */
export function LevelPanel({ write }: { readonly write: Write }) {
  const { t, format, session } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const task = useTask<LevellingProposal>();
  const [isOpen, setOpen] = useState(false);
  const propose = () => {
    setOpen(true);
    task.run(async () => proposeLevelling(data.snapshot, session.clock()));
  };
  const proposal = isOpen && task.state.status === 'done' ? task.state.value : null;
  if (!isOpen || write.isRunning)
    return (
      <Button className={styles.action} disabled={locked || write.isRunning} onClick={propose}>
        {t('team.level.propose')}
      </Button>
    );
  if (!proposal) return <TaskStatus task={task} label={t('team.level.working')} onRetry={propose} />;
  const { moves, unmovable, toleranceDays, without } = proposal;
  const apply = (rejected: ReadonlySet<string>) => {
    setOpen(false);
    write.write(t('team.level.done', { count: moves.length - rejected.size }), (options) =>
      session.levelVisits(without(rejected), options),
    );
  };
  return (
    <>
      {moves.length === 0 ? (
        <Text role="status">{t('team.level.nothing')}</Text>
      ) : (
        <TickPreview
          title={t('team.level.title', { count: moves.length })}
          ticks={moves.map(({ customerId, customer, from, to }) => ({
            id: customerId,
            text: t('team.level.move', { customer, from: format.date(from), to: format.date(to) }),
          }))}
          isBusy={write.isRunning}
          applyText={(count) => t('team.level.apply', { count })}
          onApply={apply}
          onClose={() => setOpen(false)}
        >
          {t('team.level.text', { days: toleranceDays })}
        </TickPreview>
      )}
      {unmovable > 0 && <Text size={200}>{t('team.level.unmovable', { count: unmovable })}</Text>}
    </>
  );
}
