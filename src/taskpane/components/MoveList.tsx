import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components';
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
  /** Text of the rule that moves a customer, or makes the move wait. */
  readonly why: (rule: string) => string;
  /** Customers whose move is not accepted. */
  readonly rejected: ReadonlySet<string>;
  readonly onToggle: (customerId: string) => void;
}

/** Customers whom a review moves, each with its reason and a tick to accept it. */
export function MoveList({ moves, label, why, rejected, onToggle }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const tier = (code: string | null) => (code === null ? dash : label(code));
  return (
    <>
      <ul className={styles.list}>
        {moves.slice(0, shown).map(({ customerId, customer, from, target, why: rule }, index) => (
          <li key={customerId ?? index} className={styles.item}>
            <Checkbox
              className={styles.name}
              label={`${customer} (${why(rule)})`}
              checked={customerId !== null && rule !== 'heldOnce' && !rejected.has(customerId)}
              disabled={customerId === null || rule === 'heldOnce'}
              onChange={() => customerId !== null && onToggle(customerId)}
            />
            <Text className={styles.tiers}>
              {tier(from)} → {tier(target)}
            </Text>
          </li>
        ))}
      </ul>
      {moves.length > shown && <Text size={200}>{t('pane.andMore', { count: moves.length - shown })}</Text>}
    </>
  );
}
