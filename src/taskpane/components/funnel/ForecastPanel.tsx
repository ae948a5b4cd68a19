import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { isForecast, lacksAmount } from '../../../actions/report/dealsBehind';
import type { Pipeline } from '../../../actions/report/pipeline';
import { forecastMonthOf, type ForecastMonth } from '../../../crm/forecastMonth';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { Figure } from '../Figure';
import { SectionTitle } from '../SectionTitle';
import { Sentence } from '../Sentence';
import { dealList } from './dealList';
import { FigureTable } from './FigureTable';
import { Money } from './Money';
import { RangeBar } from './RangeBar';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** What the open deals will bring: a range, never one number, by category and by month (C-47). */
export function ForecastPanel({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { forecast, forecastDeals } = pipeline;
  const { p10, p50, p90 } = forecast.range;
  const title = t('funnel.forecast.title');
  if (forecast.count === 0) {
    return (
      <section className={styles.section} aria-label={title}>
        <SectionTitle>{title}</SectionTitle>
        <Body1 className={styles.detail}>{t('funnel.forecast.none')}</Body1>
      </section>
    );
  }
  const money = { p10: format.shortMoney(p10), p50: format.shortMoney(p50), p90: format.shortMoney(p90) };
  const open = dealList(title, forecastDeals, isForecast);
  const unknown = t('funnel.forecast.withoutAmount', { count: forecast.withoutAmount });
  return (
    <section className={styles.section} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Body1>
        <Figure text={t('funnel.forecast.range', money)} list={open} />
      </Body1>
      <RangeBar range={forecast.range} mean={forecast.weighted} />
      <Caption1 className={styles.detail}>
        <Sentence
          text="funnel.forecast.how"
          figures={{
            p10: <Money amount={p10} list={open} />,
            p90: <Money amount={p90} list={open} />,
            weighted: <Money amount={forecast.weighted} list={open} />,
          }}
        />{' '}
        {forecast.withoutAmount > 0 && (
          <Figure
            text={unknown}
            list={dealList(unknown, forecastDeals, (deal) => isForecast(deal) && lacksAmount(deal))}
          />
        )}
      </Caption1>
      <Categories pipeline={pipeline} />
      <Months pipeline={pipeline} />
    </section>
  );
}

/** Each deal is in exactly one. */
function Categories({ pipeline: { forecast, forecastDeals } }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const label = useLabel();
  const rows = forecast.categories
    .filter(({ category, count }) => category !== 'omitted' || count > 0)
    .map(({ category, count, amount, weighted }) => {
      const title = label('forecastCategory', category);
      const list = dealList(title, forecastDeals, (deal) => deal.category === category);
      return {
        key: category,
        title,
        note: category === 'closed' ? t('funnel.forecast.closedNote') : null,
        figures: [
          <Figure
            key="count"
            text={format.number(count)}
            name={t('funnel.countNamed', { name: title, count })}
            list={list}
            isEmpty={!count}
          />,
          <Money key="amount" amount={amount} list={list} isEmpty={!count} />,
          <Money key="weighted" amount={weighted} list={list} isEmpty={!count} />,
        ],
      };
    });
  return (
    <FigureTable
      caption={t('funnel.forecast.categories')}
      head={t('funnel.forecast.category')}
      columns={[t('funnel.count'), t('funnel.amount'), t('funnel.weighted')]}
      rows={rows}
    />
  );
}

/** By the month in which deals are expected to close. */
function Months({ pipeline: { forecast, forecastDeals } }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const { today } = useWorkbook().data.figures.environment;
  const titleOf = ({ month }: ForecastMonth) =>
    month === null || month === 'overdue' ? t(`funnel.forecast.${month ?? 'undated'}`) : format.month(month);
  const rows = forecast.months.map((each) => {
    const title = titleOf(each);
    const list = dealList(
      title,
      forecastDeals,
      (deal) => isForecast(deal) && forecastMonthOf(deal, today) === each.month,
    );
    return {
      key: title,
      title,
      figures: [
        <Figure
          key="count"
          text={format.number(each.count)}
          name={t('funnel.countNamed', { name: title, count: each.count })}
          list={list}
        />,
        <Money key="weighted" amount={each.weighted} list={list} />,
        <Figure
          key="range"
          text={t('funnel.forecast.between', {
            low: format.shortMoney(each.range.p10),
            high: format.shortMoney(each.range.p90),
          })}
          list={list}
        />,
      ],
    };
  });
  return (
    <FigureTable
      caption={t('funnel.forecast.months')}
      head={t('funnel.forecast.month')}
      columns={[t('funnel.count'), t('funnel.weighted'), t('funnel.forecast.rangeColumn')]}
      rows={rows}
    />
  );
}
