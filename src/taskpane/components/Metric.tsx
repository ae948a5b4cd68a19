import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  metric: {
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: 0,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface MetricItem {
  readonly label: string;
  readonly value: string;
  /** Exact figure behind a short one. */
  readonly exact?: string;
}

/** Three figures a line. */
export function Metrics({ items }: { readonly items: readonly MetricItem[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.grid}>
      {items.map(({ label, value, exact }) => (
        <div key={label} className={styles.metric}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value} title={exact}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
