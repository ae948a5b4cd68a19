import { Badge, makeStyles } from '@fluentui/react-components';
import type { PersonLoad } from '../../../actions/report/people';
import type { PersonRecords } from '../../../actions/report/personRecords';
import { usePane } from '../../context';
import { useTeamName } from '../../hooks/useTeamName';
import { Figure } from '../Figure';

const colors = { noCapacity: 'subtle', over: 'danger', full: 'warning', free: 'success' } as const;

const useStyles = makeStyles({
  badge: {
    flexShrink: 0,
    // Fluent draws the border over the badge, and with it over the figure.
    '::after': { pointerEvents: 'none' },
    // The figure has the colour of its badge: a link's own is too faint on some of them.
    '& button': { color: 'inherit', fontWeight: 'inherit' },
  },
});

interface Props {
  readonly load: PersonLoad;
  readonly person: PersonRecords;
}

/** Visits of the week against what the person can do; without a capacity nothing can be said. */
export function LoadBadge({ load: { load, rule, visitsDueWeek, capacity }, person }: Props) {
  const { t, format } = usePane();
  const name = useTeamName()(person);
  const { dueWeek } = person;
  const styles = useStyles();
  const title = t('team.figureOf', { figure: t('team.figure.dueWeek'), name });
  const visits = { visits: visitsDueWeek, capacity: capacity ?? 0 };
  return (
    <Badge className={styles.badge} appearance="tint" shape="rounded" color={colors[rule]}>
      {capacity === null ? (
        t('team.noCapacity')
      ) : (
        <Figure
          text={
            load === null
              ? t('team.load.ofCapacity', visits)
              : t('team.loadOf', { ...visits, share: format.percent(load) })
          }
          isEmpty={dueWeek.length === 0}
          list={() => ({ title, table: 'customers', rows: dueWeek })}
        />
      )}
    </Badge>
  );
}
