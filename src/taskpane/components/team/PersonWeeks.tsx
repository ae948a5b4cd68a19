import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonRecords } from '../../../actions/report/personRecords';
import { heatVisits, visitHeat } from '../../../actions/report/visitHeat';
import { keyOf } from '../../../crm/notice';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import { useTeamName } from '../../hooks/useTeamName';
import { visitList } from '../../visitList';
import { Figure } from '../Figure';
import { PlainList } from '../PlainList';
import { SectionTitle } from '../SectionTitle';
import { heatOf, useHeatStyles } from './heat';

const useStyles = makeStyles({
  week: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  visits: {
    minWidth: '96px',
    textAlign: 'center',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** Visits of one person in the coming weeks. */
export function PersonWeeks({ person }: { readonly person: PersonRecords }) {
  const pane = usePane();
  const { t, format } = pane;
  const { data } = useWorkbook();
  const styles = useStyles();
  const heat = useHeatStyles();
  const name = useTeamName()(person);
  const { mondays, rows } = useSection(visitHeat);
  const row = rows.find(({ owner }) => owner === keyOf(person));
  if (!row) return null;
  return (
    <>
      <SectionTitle>{t('team.load.title')}</SectionTitle>
      <PlainList>
        {mondays.map((monday, week) => {
          const [visits, date] = [row.visits[week]!, format.date(monday)];
          const level = heatOf(visits, row.capacity);
          const title = t('team.load.cell', { name, date });
          return (
            <li key={monday} className={styles.week}>
              {t('team.load.weekOf', { date })}
              <span className={mergeClasses(styles.visits, heat[level])} title={t(`team.heat.${level}`)}>
                <Figure
                  text={
                    row.capacity === null
                      ? format.number(visits)
                      : t('team.load.ofCapacity', { visits, capacity: row.capacity })
                  }
                  isEmpty={visits === 0}
                  list={() => visitList(title, heatVisits(data.figures, row.owner, monday), pane)}
                />
              </span>
            </li>
          );
        })}
      </PlainList>
    </>
  );
}
