import { Badge, Body1, Caption1, Text } from '@fluentui/react-components';
import { serviceQueue } from '../../../actions/report/serviceQueue';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';
import { joined } from '../../inText';
import { ClockLines } from './ClockLines';
import { Figure } from '../Figure';
import { RecordItem } from '../RecordItem';
import type { PartProps } from '../part';
import { VirtualList } from '../VirtualList';

/** Late tickets with the people to tell: owner and supervisor at once, one step higher later (C-54). */
export function EscalationsPart({ onGoTo }: PartProps) {
  const { t, format } = usePane();
  const { open } = useSection(serviceQueue);
  const escalated = [...open.filter(({ level }) => level > 0)].sort((a, b) => b.level - a.level);
  if (!escalated.length) return <Text>{t('service.noEscalation')}</Text>;
  return (
    <>
      <Body1>
        {t('service.escalated')}{' '}
        <Figure
          text={format.number(escalated.length)}
          list={() => ({
            title: t('service.part.escalations'),
            table: 'tickets',
            rows: escalated.map(({ row }) => row),
          })}
        />
      </Body1>
      <VirtualList
        items={escalated}
        keyOf={({ ticketId, row }) => ticketId ?? row}
        itemHeight={116}
        label={t('service.part.escalations')}
      >
        {(ticket) => (
          <RecordItem
            title={ticket.subject ?? ticket.ticketId ?? t('service.noSubject')}
            badge={
              <Badge appearance="tint" shape="rounded" color={ticket.level > 1 ? 'danger' : 'warning'}>
                {t('service.level', { level: ticket.level })}
              </Badge>
            }
            details={[ticket.customer]}
            onGoTo={ticket.ticketId === null ? undefined : () => onGoTo('tickets', ticket.ticketId!)}
          >
            <ClockLines ticket={ticket} />
            <Caption1>
              {joined([
                t('service.owner', { name: ticket.owner?.name ?? t('service.noOwner') }),
                ticket.supervisor && t('service.supervisor', { name: ticket.supervisor.name }),
                ticket.escalatedTo && t('service.escalatedTo', { name: ticket.escalatedTo.name }),
              ])}
            </Caption1>
          </RecordItem>
        )}
      </VirtualList>
    </>
  );
}
