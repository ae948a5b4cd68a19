import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { presentCuts } from '../../../actions/recomputeTiers';
import { reviewSchedule } from '../../../actions/report/reviewRuns';
import { tierDistribution, type TierShare } from '../../../actions/report/tierDistribution';
import { usePane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useMeasure } from '../../hooks/useMeasure';
import { useSection } from '../../hooks/useSection';
import { PlainList } from '../PlainList';
import { SectionTitle } from '../SectionTitle';
import { Bar } from './Bar';
import { CustomersFigure } from './CustomersFigure';
import { useBarStyles } from './useBarStyles';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  meaning: { flex: '1 1 0', minWidth: '120px', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  from: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  bars: {
    gridTemplateColumns: 'minmax(56px, max-content) minmax(40px, 1fr) minmax(96px, max-content)',
    rowGap: tokens.spacingVerticalXXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

/** Customers and value of each tier, and from which value on (C-12). */
export function TierShares() {
  const { t } = usePane();
  const { tiers } = useSection(tierDistribution);
  const cuts = useSection(presentCuts);
  const hasValue = tiers.some(({ valueShare }) => valueShare !== null);
  return (
    <>
      <SectionTitle>{t('tiers.overview.tiers')}</SectionTitle>
      <PlainList gap="L">
        {tiers.map((share, at) => (
          <TierLine
            key={share.tier}
            share={share}
            from={at === tiers.length - 1 ? null : (cuts[at]?.minValue ?? null)}
            isLast={at === tiers.length - 1}
          />
        ))}
      </PlainList>
      {!hasValue && <Caption1>{t('tiers.overview.noValue')}</Caption1>}
    </>
  );
}

interface LineProps {
  readonly share: TierShare;
  /** Cut point in force. */
  readonly from: number | null;
  readonly isLast: boolean;
}

function TierLine({ share, from, isLast }: LineProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const bars = useBarStyles();
  const { show } = useMeasure(useSection(reviewSchedule).basis);
  const tier = useListLabel('tier')(share.tier);
  const title = t('tiers.overview.title', { tier });
  const rows = () => share.rows;
  const isEmpty = share.rows.length === 0;
  return (
    <li>
      <div className={styles.head}>
        <Text weight="semibold">{tier}</Text>
        <Caption1 className={styles.meaning}>{share.meaning}</Caption1>
        <Caption1 className={styles.from}>
          {isLast ? t('tiers.overview.rest') : t('tiers.overview.from', { value: show(from) })}
        </Caption1>
      </div>
      <div className={mergeClasses(bars.line, styles.bars)}>
        <Caption1>{t('tiers.overview.customers')}</Caption1>
        <Bar share={share.customerShare ?? 0} quiet />
        <Text className={bars.figure} size={200}>
          <CustomersFigure
            {...{ title, rows, isEmpty }}
            text={`${format.number(share.rows.length)} · ${format.percent(share.customerShare)}`}
          />
        </Text>
        <Caption1>{t('tiers.overview.value')}</Caption1>
        <Bar share={share.valueShare ?? 0} />
        <Text className={bars.figure} size={200}>
          <CustomersFigure
            {...{ title, rows, isEmpty }}
            text={`${format.shortMoney(share.value)} · ${format.percent(share.valueShare)}`}
            exact={format.money(share.value)}
          />
        </Text>
      </div>
    </li>
  );
}
