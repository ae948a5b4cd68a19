import { Body1 } from '@fluentui/react-components';
import type { ProposedMove } from '../../../actions/recomputeTiers';
import { directionOf, type MoveDirection } from '../../../crm/tierReview';
import { usePane } from '../../context';
import { CustomerCounts } from './CustomerCounts';

const directions: readonly MoveDirection[] = ['up', 'down', 'waiting', 'first'];

/** How many go where: `3 up · 1 waits`, each figure with its customers. */
export function MoveSummary({ moves }: { readonly moves: readonly ProposedMove[] }) {
  const { t } = usePane();
  if (!moves.length) return <Body1>{t('tiers.moves.nobody')}</Body1>;
  const counts = directions.map((direction) => {
    const rows = moves.filter(({ why }) => directionOf[why] === direction).map(({ row }) => row);
    return { text: t(`tiers.moves.${direction}`, { count: rows.length }), rows };
  });
  return <CustomerCounts counts={counts} />;
}
