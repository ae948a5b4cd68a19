import { Caption1 } from '@fluentui/react-components';
import type { PersonRecords } from '../../../actions/report/personRecords';
import { usePane } from '../../context';
import { useTeamName } from '../../hooks/useTeamName';
import { Figure } from '../Figure';
import { InlineList } from '../InlineList';

const figures = [
  ['customers', 'customers'],
  ['overdue', 'customers'],
  ['dueWeek', 'customers'],
  ['tickets', 'tickets'],
  ['deals', 'opportunities'],
] as const;

/** What a person holds and has to do; each figure opens its records. */
export function PersonFigures({ person }: { readonly person: PersonRecords }) {
  const { t, format } = usePane();
  const name = useTeamName()(person);
  return (
    <InlineList label={t('team.figuresOf', { name })}>
      {figures.map(([figure, table]) => (
        <li key={figure}>
          <Caption1>
            {t(`team.figure.${figure}`)}{' '}
            <Figure
              text={format.number(person[figure].length)}
              isEmpty={person[figure].length === 0}
              list={() => ({
                title: t('team.figureOf', { figure: t(`team.figure.${figure}`), name }),
                ...{ table, rows: person[figure] },
              })}
            />
          </Caption1>
        </li>
      ))}
    </InlineList>
  );
}
