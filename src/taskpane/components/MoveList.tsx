import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { TierMove } from '../../actions/recomputeTiers';
import { dash } from '../format';
import { usePane } from '../context';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  tiers: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
});

/** Rendered at most: a preview, not a report. */
const shown = 50;

interface Props {
  readonly moves: readonly TierMove[];
  readonly label: (tier: string) => string;
}

/** Customers whose tier changes with new cut points. */
export function MoveList({ moves, label }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const tier = (code: string | null) => (code === null ? dash : label(code));
  return (
    <>
      <ul className={styles.list}>
        {moves.slice(0, shown).map(({ customerId, customer, from, to }, index) => (
          <li key={customerId ?? index} className={styles.item}>
            <Text className={styles.name}>{customer}</Text>
            <Text className={styles.tiers}>
              {tier(from)} → {tier(to)}
            </Text>
          </li>
        ))}
      </ul>
      {moves.length > shown && <Text size={200}>{t('pane.andMore', { count: moves.length - shown })}</Text>}
    </>
  );
}
