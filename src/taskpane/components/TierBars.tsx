import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  track: {
    height: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  bar: { height: '100%', backgroundColor: tokens.colorBrandBackground },
  cut: { color: tokens.colorNeutralForeground2 },
});

export interface TierShare {
  readonly tier: string;
  readonly count: number;
  /** Lowest value of the tier, `null` where none is set. */
  readonly minValue: number | null;
  /** Cut point that a review would set, when it differs. */
  readonly nextMinValue?: number | null;
}

/** How many customers each tier has, and from which value on. */
export function TierBars({ tiers }: { readonly tiers: readonly TierShare[] }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const total = Math.max(
    1,
    tiers.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <ul className={styles.list}>
      {tiers.map(({ tier, count, minValue, nextMinValue }) => (
        <li key={tier}>
          <div className={styles.line}>
            <Text weight="semibold">{tier}</Text>
            <Text>
              {t('pane.tiers.customers', { count })} · {format.percent(count / total)}
            </Text>
          </div>
          <div className={styles.track} aria-hidden>
            <div className={styles.bar} style={{ width: `${(count / total) * 100}%` }} />
          </div>
          <Text size={200} className={styles.cut}>
            {t('pane.tiers.from', { value: format.money(minValue) })}
            {nextMinValue !== undefined && nextMinValue !== minValue && ` → ${format.money(nextMinValue)}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
