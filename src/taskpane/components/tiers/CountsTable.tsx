import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
} from '@fluentui/react-components';
import type { TierTrialProposal } from '../../../actions/recomputeTiers';
import { effectiveMoves } from '../../../template/views/tierReview';
import { rowsInTier } from '../../../template/views/tierTrial';
import { usePane, useWorkbook } from '../../context';
import { dash } from '../../format';
import { useListLabel } from '../../hooks/useListLabel';
import { CustomersFigure } from './CustomersFigure';

const useStyles = makeStyles({ figure: { textAlign: 'end', '& > *': { justifyContent: 'flex-end' } } });

const columns = ['before', 'after', 'change'] as const;

/** Customers of each tier before and after. */
export function CountsTable({ trial: { counts, moves } }: { readonly trial: TierTrialProposal }) {
  const { t, format } = usePane();
  const { computed, environment } = useWorkbook().data.figures;
  const figure = useStyles().figure;
  const moved = effectiveMoves(moves);
  const label = useListLabel('tier');
  return (
    <Table size="small" aria-label={t('tiers.try.counts')}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('tiers.try.tier')}</TableHeaderCell>
          {columns.map((column) => (
            <TableHeaderCell key={column} className={figure}>
              {t(`tiers.try.${column}`)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {counts.map(({ tier, before, after }) => (
          <TableRow key={tier}>
            <TableCell>{label(tier)}</TableCell>
            <TableCell className={figure}>
              <CustomersFigure
                text={format.number(before)}
                title={t('tiers.overview.title', { tier: label(tier) })}
                rows={() => rowsInTier(computed, environment, tier)}
                isEmpty={before === 0}
              />
            </TableCell>
            <TableCell className={figure}>
              <CustomersFigure
                text={format.number(after)}
                title={t('tiers.try.afterTitle', { tier: label(tier) })}
                rows={() => rowsInTier(computed, environment, tier, moves)}
                isEmpty={after === 0}
              />
            </TableCell>
            <TableCell className={figure}>
              <CustomersFigure
                text={change(after - before, format.number)}
                title={t('tiers.try.changeTitle', { tier: label(tier) })}
                rows={() => moved.flatMap(({ row, from, to }) => (from === tier || to === tier ? [row] : []))}
                isEmpty={after === before}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** With its sign; nothing is a dash. */
export function change(difference: number, show: (value: number) => string): string {
  if (difference === 0) return dash;
  return `${difference > 0 ? '+' : '−'}${show(Math.abs(difference))}`;
}
