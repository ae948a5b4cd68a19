import { Caption1, makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { heatVisits, visitHeat, type HeatRow } from '../../../actions/report/visitHeat';
import { usePane, useWorkbook } from '../../context';
import { fewLines } from '../../fewLines';
import { useSection } from '../../hooks/useSection';
import { somebody, useTeamName } from '../../hooks/useTeamName';
import { narrow } from '../../reflow';
import { visitList } from '../../visitList';
import { HeatLegend } from './HeatLegend';
import { heatOf, useHeatStyles } from './heat';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    borderSpacing: '2px',
    width: '100%',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    [narrow]: { width: '296px' },
  },
  person: {
    width: '22%',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  name: { lineHeight: tokens.lineHeightBase200, ...fewLines(3) },
  week: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
    padding: 0,
    whiteSpace: 'nowrap',
  },
  cell: { textAlign: 'center', height: '28px', padding: 0, borderRadius: tokens.borderRadiusSmall },
  figure: {
    ...{ width: '100%', height: '100%', padding: 0, border: 'none', borderRadius: tokens.borderRadiusSmall },
    ...{ background: 'none', color: 'inherit', font: 'inherit', cursor: 'pointer' },
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** People drawn; the list below has them all. */
const shown = 100;

/** People by weeks: colour and number say the same, and each number opens its customers (C-65). */
export function HeatMap() {
  const { t, format } = usePane();
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'grid' });
  const { mondays, rows } = useSection(visitHeat);
  const teamName = useTeamName();
  const nameOf = ({ personId, person }: HeatRow) =>
    person === null ? t('team.nobody') : teamName(somebody({ personId, person }));
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} {...arrows}>
          <caption hidden>{t('team.load.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.week, styles.person)}>
                {t('team.load.person')}
              </th>
              {mondays.map((monday) => (
                <th key={monday} scope="col" className={styles.week} title={format.date(monday)}>
                  <abbr title={t('team.load.weekOf', { date: format.date(monday) })} style={{ textDecoration: 'none' }}>
                    {format.dayOfMonth(monday)}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.owner ?? ''}>
                <th scope="row" className={styles.person} title={nameOf(row)}>
                  <span className={styles.name}>{nameOf(row)}</span>
                </th>
                {mondays.map((monday, week) => (
                  <Cell key={monday} row={row} name={nameOf(row)} monday={monday} visits={row.visits[week]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && <Caption1>{t('pane.andMore', { count: rows.length - shown })}</Caption1>}
      <HeatLegend />
    </>
  );
}

interface CellProps {
  readonly row: HeatRow;
  readonly name: string;
  readonly monday: number;
  readonly visits: number;
}

function Cell({ row: { owner, capacity }, name, monday, visits }: CellProps) {
  const pane = usePane();
  const { t, format, showRows } = pane;
  const { data } = useWorkbook();
  const styles = useStyles();
  const heat = useHeatStyles();
  const level = heatOf(visits, capacity);
  const title = t('team.load.cell', { name, date: format.date(monday) });
  const open = () => showRows(visitList(title, heatVisits(data.figures, owner, monday), pane));
  return (
    <td className={mergeClasses(styles.cell, heat[level])}>
      {visits === 0 ? (
        '0'
      ) : (
        <button
          type="button"
          className={styles.figure}
          aria-label={t('team.load.cellSaid', { visits, level: t(`team.heat.${level}`), what: title })}
          onClick={open}
        >
          {format.number(visits)}
        </button>
      )}
    </td>
  );
}
