import { makeStyles, tokens } from '@fluentui/react-components';
import type { QuarterScore, SurveyKind } from '../../../crm/satisfaction';
import { usePane, useWorkbook } from '../../context';
import { dash } from '../../format';
import { narrow } from '../../reflow';
import { surveyRows } from '../../surveyRows';
import { Figure } from '../Figure';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { textAlign: 'start' },
    [narrow]: { hyphens: 'auto', overflowWrap: 'anywhere' },
  },
  head: { color: tokens.colorNeutralForeground2 },
});

/** Quarters shown; the sheet has them all. */
const shown = 8;

interface Props {
  readonly csat: readonly QuarterScore[];
  readonly nps: readonly QuarterScore[];
}

/** Trend of the scores by quarter, with the answers of each. */
export function QuarterTable({ csat, nps }: Props) {
  const { t, format } = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const quarters = [...new Set([...csat, ...nps].map(({ quarter }) => quarter))].sort().slice(-shown);
  if (quarters.length < 2) return null;
  const nameOf = (quarter: string) =>
    t('service.feedback.quarterOf', { year: quarter.slice(0, 4), quarter: quarter.slice(-1) });
  const show = {
    csat: format.percent,
    nps: (score: number) => format.number(Math.round(score)),
  };
  const cell = (kind: SurveyKind, scores: readonly QuarterScore[], quarter: string) => {
    const found = scores.find((one) => one.quarter === quarter);
    if (!found || found.score === null) return dash;
    const title = `${t(`service.feedback.${kind}`)} ${nameOf(quarter)}`;
    return (
      <Figure
        text={t('service.feedback.scoreOf', { score: show[kind](found.score), n: format.number(found.n) })}
        list={() => ({ title, table: 'surveys', rows: surveyRows(data, kind, quarter) })}
      />
    );
  };
  return (
    <table className={styles.table}>
      <caption hidden>{t('service.feedback.byQuarter')}</caption>
      <thead>
        <tr className={styles.head}>
          {['quarter', 'csat', 'nps'].map((head) => (
            <th key={head} scope="col" className={styles.cell}>
              {t(`service.feedback.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quarters.map((quarter) => (
          <tr key={quarter}>
            <th scope="row" className={styles.cell}>
              {nameOf(quarter)}
            </th>
            <td className={styles.cell}>{cell('csat', csat, quarter)}</td>
            <td className={styles.cell}>{cell('nps', nps, quarter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
