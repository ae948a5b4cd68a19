import { Badge, Button, Caption1 } from '@fluentui/react-components';
import { columnOf } from '../../../template/environment';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import type { Write } from '../../hooks/useWrite';
import { cellText } from '../../rows';
import { RecordItem } from '../RecordItem';
import { VirtualList } from '../VirtualList';
import type { CampaignProps } from './campaign';

interface Props extends CampaignProps {
  readonly write: Write;
  readonly onGoTo: (table: string, id: string) => void;
}

/** The dated, owned lines of a campaign, each done in one click (C-60). */
export function TaskLines({ result, records, write, onGoTo }: Props) {
  const { t } = usePane();
  const label = useLabel();
  const ids = columnOf(useWorkbook().data.snapshot, 'campaignTasks', 'id');
  const { withoutTasks, tasks } = result.progress;
  return (
    <>
      <VirtualList
        items={records.tasks}
        keyOf={(row) => String(ids[row] ?? row)}
        itemHeight={84}
        label={t('campaigns.tasks')}
      >
        {(row) => <TaskLine row={row} isLate={records.lateTasks.includes(row)} write={write} onGoTo={onGoTo} />}
      </VirtualList>
      {tasks > 0 && withoutTasks.length > 0 && (
        <Caption1>
          {t('campaigns.withoutLines', { steps: withoutTasks.map((step) => label('campaignStep', step)).join(', ') })}
        </Caption1>
      )}
    </>
  );
}

interface LineProps extends Pick<Props, 'write' | 'onGoTo'> {
  readonly row: number;
  readonly isLate: boolean;
}

function TaskLine({ row, isLate, write, onGoTo }: LineProps) {
  const pane = usePane();
  const { t, session } = pane;
  const { data, locked } = useWorkbook();
  const cell = (column: string) => columnOf(data.snapshot, 'campaignTasks', column)[row] ?? null;
  const text = (column: string) =>
    cell(column) === null ? null : cellText(data, pane, { table: 'campaignTasks', column, value: cell(column) });
  const id = cell('id') as string | null;
  const isDone = cell('doneAt') !== null;
  const title = brief(text('name') ?? id ?? t('campaigns.noStep'));
  return (
    <RecordItem
      title={title}
      badge={
        isDone ? (
          <Badge appearance="tint" color="success" shape="rounded">
            {t('campaigns.done')}
          </Badge>
        ) : (
          isLate && (
            <Badge appearance="tint" color="danger" shape="rounded">
              {t('campaigns.isLate')}
            </Badge>
          )
        )
      }
      details={[
        text('step'),
        text('owner') ?? t('campaigns.noOwner'),
        isDone
          ? t('campaigns.doneAt', { date: text('doneAt')! })
          : cell('dueAt') === null
            ? t('campaigns.noDue')
            : t('campaigns.dueAt', { date: text('dueAt')! }),
      ]}
      onGoTo={id === null ? undefined : () => onGoTo('campaignTasks', id)}
      actions={
        !isDone &&
        id !== null && (
          <Button
            size="small"
            disabled={locked || write.isRunning}
            aria-label={t('campaigns.doneTodayNamed', { name: title })}
            onClick={() =>
              write.write(t('campaigns.noted', { name: title }), () =>
                session.noteDone(data.snapshot, { kind: 'campaignTask', id }),
              )
            }
          >
            {t('campaigns.doneToday')}
          </Button>
        )
      }
    />
  );
}
