import { Badge, Body1, Button, Caption1, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { serviceQueue, stepCount, stepsDone, type QueuedTicket } from '../../../actions/report/serviceQueue';
import { tickets, timedComplaints } from '../../../actions/report/tickets';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { dash } from '../../format';
import { useLabel } from '../../hooks/useLabel';
import { useSection } from '../../hooks/useSection';
import { liveRowsWith } from '../../rowsWith';
import { Metrics } from '../Metric';
import { RecordItem } from '../RecordItem';
import type { PartProps } from '../part';
import { VirtualList } from '../VirtualList';

const useStyles = makeStyles({ bar: { marginBlock: tokens.spacingVerticalXS } });

/** Complaints and the step that comes next (C-54), and how the right to complain is kept (C-93). */
export function ComplaintsPart(props: PartProps) {
  const { t, format } = usePane();
  const { data } = useWorkbook();
  const { open } = useSection(serviceQueue);
  const { n, inTime, meanDays } = useSection(tickets).complaints;
  const timed = useSection(timedComplaints);
  const unfinished = open.filter(({ steps }) => steps !== null);
  const all = (title: string) => () => ({
    ...liveRowsWith(data, 'tickets', 'type', (cell) => cell === 'complaint'),
    title,
  });
  const openTitle = t('service.complaints.open');
  if (n === 0) return <Text>{t('service.complaints.none')}</Text>;
  return (
    <>
      <Metrics
        items={[
          {
            label: openTitle,
            value: format.number(unfinished.length),
            list: unfinished.length
              ? () => ({ title: openTitle, table: 'tickets', rows: unfinished.map(({ row }) => row) })
              : undefined,
          },
          {
            label: t('service.complaints.inTime'),
            value: format.percent(inTime),
            list: all(t('service.complaints.all')),
          },
          {
            label: t('service.complaints.meanDays'),
            value: meanDays === null ? dash : format.number(Math.round(meanDays * 10) / 10),
            list: timed.length
              ? () => ({ title: t('service.complaints.resolved'), table: 'tickets', rows: timed })
              : undefined,
          },
        ]}
      />
      <Body1>{t('service.complaints.process')}</Body1>
      {unfinished.length === 0 && <Text>{t('service.complaints.allDone')}</Text>}
      <VirtualList items={unfinished} keyOf={({ ticketId, row }) => ticketId ?? row} itemHeight={128} label={openTitle}>
        {(ticket) => <ComplaintItem ticket={ticket} {...props} />}
      </VirtualList>
    </>
  );
}

function ComplaintItem({ ticket, write, onGoTo }: PartProps & { readonly ticket: QueuedTicket }) {
  const { t, session } = usePane();
  const { data, locked } = useWorkbook();
  const label = useLabel();
  const { ticketId, nextStep: step, subject, customer } = ticket;
  const title = brief(subject ?? ticketId ?? t('service.noSubject'));
  const done = stepsDone(ticket);
  const doneOf = t('service.complaints.steps', { done, total: stepCount });
  return (
    <RecordItem
      title={title}
      badge={
        <Badge appearance="tint" shape="rounded" color={step ? 'warning' : 'success'}>
          {doneOf}
        </Badge>
      }
      details={[customer, ticket.owner?.name ?? t('service.noOwner')]}
      onGoTo={ticketId === null ? undefined : () => onGoTo('tickets', ticketId)}
      actions={
        step &&
        ticketId !== null && (
          <Button
            size="small"
            disabled={locked || write.isRunning}
            aria-label={t('service.complaints.doneNamed', { step: label('complaintStep', step), name: title })}
            onClick={() =>
              write.write(t('service.complaints.noted', { step: label('complaintStep', step), name: title }), () =>
                session.noteDone(data.snapshot, { kind: 'complaintStep', id: ticketId, step }),
              )
            }
          >
            {t('service.complaints.done', { step: label('complaintStep', step) })}
          </Button>
        )
      }
    >
      <ProgressBar className={useStyles().bar} value={done} max={stepCount} aria-label={doneOf} />
      <Caption1>
        {step
          ? t('service.complaints.next', { step: label('complaintStep', step) })
          : t('service.complaints.onlyClosing')}
      </Caption1>
    </RecordItem>
  );
}
