import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { narrow } from '../reflow';
import type { RowList } from '../rows';
import { Figure } from './Figure';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Labels of one and of two lines: the figures stand on one line.
  metric: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
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
  words: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  pairs: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface MetricItem {
  readonly label: string;
  readonly value: string;
  /** Exact figure behind a short one. */
  readonly exact?: string;
  /** The value is words rather than a figure. */
  readonly isWords?: boolean;
  /** The records behind the figure. */
  readonly list?: () => RowList;
}

/** Three figures a line; four stand in two lines of two. */
export function Metrics({ items }: { readonly items: readonly MetricItem[] }) {
  const styles = useStyles();
  return (
    <dl className={items.length === 4 ? mergeClasses(styles.grid, styles.pairs) : styles.grid}>
      {items.map(({ label, value, exact, isWords, list }) => (
        <div key={label} className={styles.metric}>
          <dt className={styles.label}>{label}</dt>
          <dd className={isWords ? mergeClasses(styles.value, styles.words) : styles.value} title={exact}>
            {list ? <Figure text={value} exact={exact} list={list} /> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
