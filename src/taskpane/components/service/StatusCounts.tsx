import { Caption1 } from '@fluentui/react-components';
import { tickets } from '../../../actions/report/tickets';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { useSection } from '../../hooks/useSection';
import { liveRowsWith } from '../../rowsWith';
import { Figure } from '../Figure';
import { InlineList } from '../InlineList';

/** How many tickets are in which state; each figure opens its tickets (C-53). */
export function StatusCounts() {
  const { t, format } = usePane();
  const { data } = useWorkbook();
  const label = useLabel();
  const { byState } = useSection(tickets);
  return (
    <InlineList label={t('service.byState')}>
      {Object.entries(byState).map(([state, count]) => {
        const name = state === 'none' ? t('service.noState') : label('ticketStatus', state);
        const wanted = state === 'none' ? null : state;
        return (
          <li key={state}>
            <Caption1>
              {name}{' '}
              <Figure
                text={format.number(count)}
                isEmpty={count === 0}
                list={() => ({
                  title: t('service.ticketsNamed', { name }),
                  ...liveRowsWith(data, 'tickets', 'status', (cell) => cell === wanted),
                })}
              />
            </Caption1>
          </li>
        );
      })}
    </InlineList>
  );
}
