import { makeStyles, tokens } from '@fluentui/react-components';
import type { FunnelStage } from '../../crm/funnel';
import { usePane } from '../context';

const useStyles = makeStyles({
  chart: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(84px, 34%) 1fr',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  track: { display: 'flex', justifyContent: 'center', position: 'relative' },
  bar: {
    height: '24px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    // Forced colours drop backgrounds: the outline keeps the bar visible.
    border: '1px solid transparent',
    boxSizing: 'border-box',
    transitionProperty: 'width',
    transitionDuration: tokens.durationNormal,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  count: {
    position: 'absolute',
    insetBlock: 0,
    display: 'flex',
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  inside: { color: tokens.colorNeutralForegroundOnBrand },
  outside: { marginInlineStart: tokens.spacingHorizontalXS, position: 'static' },
});

/** A count fits into a bar that is at least this wide, as a share of the widest. */
const fitsFrom = 0.18;

interface Props {
  readonly stages: readonly (FunnelStage & { readonly label: string })[];
}

/** The funnel as Excel draws it: one centred bar per stage, as wide as its number of deals. */
export function FunnelBars({ stages }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <ol className={styles.chart} aria-label={t('pane.funnel.chart')}>
      {stages.map(({ stage, label, count }) => {
        const share = count / most;
        const place = share >= fitsFrom ? styles.inside : styles.outside;
        return (
          <li key={stage} className={styles.row}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track}>
              {count > 0 && <span className={styles.bar} style={{ width: `${share * 100}%` }} />}
              <span className={`${styles.count} ${place}`}>{format.number(count)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
