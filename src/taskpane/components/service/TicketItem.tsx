import { Badge, Button } from '@fluentui/react-components';
import type { QueuedTicket } from '../../../actions/report/serviceQueue';
import { movesOf, type TicketMove } from '../../../crm/ticketMove';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { ClockLines } from './ClockLines';
import { RecordItem } from '../RecordItem';

const colors = {
  late: 'danger',
  missed: 'severe',
  dueToday: 'warning',
  running: 'informative',
  paused: 'subtle',
  met: 'success',
} as const;

interface Props {
  readonly ticket: QueuedTicket;
  readonly isBusy: boolean;
  readonly onMove: (ticket: QueuedTicket, move: TicketMove) => void;
  readonly onGoTo: (table: string, id: string) => void;
}

/** One ticket: what it is about, its clocks in words, and what can be done about it in one click. */
export function TicketItem({ ticket, isBusy, onMove, onGoTo }: Props) {
  const { t } = usePane();
  const { locked } = useWorkbook();
  const label = useLabel();
  const { ticketId, subject, customer, state, owner, priority, status } = ticket;
  const title = brief(subject ?? ticketId ?? t('service.noSubject'));
  const moves = ticketId === null ? [] : movesOf({ status, firstResponseAt: ticket.response.doneAt });
  return (
    <RecordItem
      title={title}
      badge={
        state && (
          <Badge appearance="tint" shape="rounded" color={colors[state]}>
            {label('slaState', state)}
          </Badge>
        )
      }
      details={[
        customer,
        label('ticketType', ticket.type),
        label('priority', priority),
        label('ticketStatus', status),
        owner?.name ?? t('service.noOwner'),
      ]}
      onGoTo={ticketId === null ? undefined : () => onGoTo('tickets', ticketId)}
      actions={
        moves.length > 0 &&
        moves.map((move, index) => (
          <Button
            key={move}
            size="small"
            appearance={index === 0 ? 'outline' : 'subtle'}
            disabled={locked || isBusy}
            aria-label={t('service.moveNamed', { move: t(`service.move.${move}`), name: title })}
            onClick={() => onMove(ticket, move)}
          >
            {t(`service.move.${move}`)}
          </Button>
        ))
      }
    >
      <ClockLines ticket={ticket} />
    </RecordItem>
  );
}
