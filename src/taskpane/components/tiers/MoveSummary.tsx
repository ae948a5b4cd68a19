import { Body1 } from '@fluentui/react-components';
import type { ProposedMove } from '../../../actions/recomputeTiers';
import { directionOf, type MoveDirection } from '../../../crm/tierReview';
import { usePane } from '../../context';
import { CustomersFigure } from './CustomersFigure';

const directions: readonly MoveDirection[] = ['up', 'down', 'waiting', 'first'];

/** How many go where: `3 up · 1 waits`, each figure with its customers. */
export function MoveSummary({ moves }: { readonly moves: readonly ProposedMove[] }) {
  const { t } = usePane();
  if (!moves.length) return <Body1>{t('tiers.moves.nobody')}</Body1>;
  const found = directions.flatMap((direction) => {
    const rows = moves.filter(({ why }) => directionOf[why] === direction).map(({ row }) => row);
    return rows.length ? [{ direction, rows }] : [];
  });
  return (
    <Body1>
      {found.map(({ direction, rows }, index) => {
        const text = t(`tiers.moves.${direction}`, { count: rows.length });
        return (
          <span key={direction}>
            {index > 0 && ' · '}
            <CustomersFigure text={text} title={text} rows={() => rows} />
          </span>
        );
      })}
    </Body1>
  );
}
