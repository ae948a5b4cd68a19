import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { hasCycle, isDecided, isLost, isWon, wonFrom } from '../../../actions/report/dealsBehind';
import type { Pipeline } from '../../../actions/report/pipeline';
import { usePane } from '../../context';
import { Figure } from '../Figure';
import { Metrics, type MetricItem } from '../Metric';
import { SectionTitle } from '../SectionTitle';
import { dealList } from './dealList';
import { Share } from './Share';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** What was decided, and the three totals that are never mixed: promised, delivered, paid (decision 14). */
export function Results({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const title = t('funnel.results');
  const { winRate, cycleWon } = pipeline.funnel.pace;
  return (
    <section className={styles.section} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Metrics items={useDecided(pipeline)} />
      <Caption1 className={styles.detail}>
        {t('funnel.winRateOf')}{' '}
        <Share
          share={winRate}
          name={t('funnel.winRate')}
          sentence={t('funnel.share.wonOf', { hits: format.number(winRate.hits), count: winRate.n })}
          list={dealList(t('funnel.decided'), pipeline.deals, isDecided)}
        />
        {cycleWon.medianDays !== null && (
          <>
            {' · '}
            <Figure
              text={t('funnel.cycle', { days: Math.round(cycleWon.medianDays), count: cycleWon.n })}
              list={dealList(t('funnel.won'), pipeline.deals, (deal) => isWon(deal) && hasCycle(deal))}
            />
          </>
        )}
      </Caption1>
      <Metrics items={useTotals(pipeline)} />
    </section>
  );
}

function useDecided({ funnel: { won, lost, pace }, deals }: Pipeline): MetricItem[] {
  const { t, format } = usePane();
  const wonDeals = dealList(t('funnel.won'), deals, isWon);
  return [
    { label: t('funnel.won'), value: format.number(won.count), ...(won.count && { list: wonDeals }) },
    {
      label: t('funnel.lost'),
      value: format.number(lost.count),
      ...(lost.count && { list: dealList(t('funnel.lost'), deals, isLost) }),
    },
    {
      label: t('funnel.meanWon'),
      value: format.shortMoney(pace.meanWonAmount),
      exact: format.money(pace.meanWonAmount),
      ...(won.count && { list: wonDeals }),
    },
  ];
}

const totals = { bookings: 'committed', deliveries: 'accepted', cash: 'collected' } as const;

function useTotals({ funnel, deals, order }: Pipeline): MetricItem[] {
  const { t, format } = usePane();
  return (['bookings', 'deliveries', 'cash'] as const).map((total) => {
    const label = t(`funnel.${total}`);
    // Whatever is won is promised, wherever the deal stands.
    const condition = total === 'bookings' ? isWon : wonFrom(order.indexOf(totals[total]));
    return {
      label,
      value: format.shortMoney(funnel[total]),
      exact: format.money(funnel[total]),
      ...(deals.some(condition) && { list: dealList(label, deals, condition) }),
    };
  });
}
