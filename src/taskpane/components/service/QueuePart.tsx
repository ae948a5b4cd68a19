import { useState } from 'react';
import { Field, Select, Text } from '@fluentui/react-components';
import { serviceQueue, type QueuedTicket } from '../../../actions/report/serviceQueue';
import type { SlaState } from '../../../crm/sla';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { useSection } from '../../hooks/useSection';
import { Metrics } from '../Metric';
import type { PartProps } from '../part';
import { StatusCounts } from './StatusCounts';
import { TicketItem } from './TicketItem';
import { VirtualList } from '../VirtualList';

/** Clocks that the first line counts; the others can be chosen below. */
const counted = ['late', 'dueToday', 'running', 'paused'] as const;
const choices = ['open', 'late', 'dueToday', 'missed', 'running', 'paused', 'finished'] as const;
type Choice = (typeof choices)[number];

/** Open tickets by their clocks, each with what can be done about it in one click (C-53, C-54). */
export function QueuePart({ write, onGoTo }: PartProps) {
  const { t, session } = usePane();
  const { data } = useWorkbook();
  const label = useLabel();
  const { open, finished } = useSection(serviceQueue);
  const [choice, setChoice] = useState<Choice>('open');
  const chosen = (of: Choice): readonly QueuedTicket[] =>
    ({ open, finished })[of as 'open' | 'finished'] ?? open.filter(({ state }) => state === of);
  const name = (of: Choice) =>
    of === 'open' || of === 'finished' ? t(`service.choice.${of}`) : label('slaState', of satisfies SlaState);
  const shown = chosen(choice);
  return (
    <>
      <Metrics
        items={counted.map((state) => {
          const tickets = chosen(state);
          const title = t('service.ticketsNamed', { name: name(state) });
          const list = () => ({ title, table: 'tickets', rows: tickets.map(({ row }) => row) });
          return { label: name(state), value: String(tickets.length), list: tickets.length ? list : undefined };
        })}
      />
      <StatusCounts />
      <Field label={t('service.show')}>
        <Select value={choice} onChange={(_, { value }) => setChoice(value as Choice)}>
          {choices.map((one) => (
            <option key={one} value={one}>
              {t('service.counted', { name: name(one), count: chosen(one).length })}
            </option>
          ))}
        </Select>
      </Field>
      {shown.length === 0 && <Text>{t('service.nothingHere')}</Text>}
      <VirtualList items={shown} keyOf={({ ticketId, row }) => ticketId ?? row} itemHeight={132} label={name(choice)}>
        {(ticket) => (
          <TicketItem
            ticket={ticket}
            isBusy={write.isRunning}
            onGoTo={onGoTo}
            onMove={({ ticketId, subject }, move) =>
              write.write(t(`service.moved.${move}`, { name: brief(subject ?? ticketId!) }), () =>
                session.changeTicket(data.snapshot, { ticket: ticketId!, move }),
              )
            }
          />
        )}
      </VirtualList>
    </>
  );
}
