import { Caption1, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ProposedMove } from '../../../actions/recomputeTiers';
import { reviewSchedule } from '../../../actions/report/reviewRuns';
import { usePane } from '../../context';
import { dash } from '../../format';
import { useListLabel } from '../../hooks/useListLabel';
import { useMeasure } from '../../hooks/useMeasure';
import { useSection } from '../../hooks/useSection';
import { joined } from '../../inText';
import { GoToButton } from '../GoToButton';
import { isOpen } from './moves';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  tiers: { whiteSpace: 'nowrap', marginInlineStart: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly move: ProposedMove;
  readonly owner: string;
  readonly accepted: boolean;
  readonly onToggle: (accept: boolean) => void;
  readonly onGoTo: (table: string, id: string) => void;
}

/** One customer of a review: who, from where to where, and why. */
export function MoveItem({ move, owner, accepted, onToggle, onGoTo }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const words = useMoveWords(move);
  const { customerId, customer } = move;
  const name = customer || customerId || dash;
  return (
    <div className={styles.item}>
      <Checkbox
        checked={accepted}
        disabled={!isOpen(move)}
        aria-label={t('tiers.moves.accept', { name, from: words.from, to: words.to, why: words.why })}
        onChange={(_, { checked }) => onToggle(checked === true)}
      />
      <div className={styles.text}>
        <Text weight="semibold">{name}</Text>
        <Caption1 className={styles.detail}>{words.why}</Caption1>
        <Caption1 className={styles.detail}>{joined([...words.notes, owner])}</Caption1>
      </div>
      <Text className={styles.tiers}>{t('tiers.moves.fromTo', { from: words.from, to: words.to })}</Text>
      {customerId !== null ? <GoToButton name={name} onClick={() => onGoTo('customers', customerId)} /> : <span />}
    </div>
  );
}

/** A move in the words of the workbook. */
function useMoveWords({ from, target, why, value, isOverridden, customerId }: ProposedMove) {
  const { t } = usePane();
  const [tier, rule] = [useListLabel('tier'), useListLabel('tierReviewRule')];
  const { basis } = useSection(reviewSchedule);
  const { short } = useMeasure(basis);
  const tierText = (code: string | null) => (code === null ? t('tiers.noTier') : tier(code));
  const measured = basis === 'value' ? t('tiers.moves.measured', { value: short(value) }) : short(value);
  return {
    from: tierText(from),
    to: tierText(target),
    why: rule(why),
    notes: [measured, isOverridden ? t('tiers.moves.byHand') : '', customerId === null ? t('tiers.moves.noId') : ''],
  };
}
