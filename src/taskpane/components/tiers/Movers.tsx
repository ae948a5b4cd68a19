import { memo, useMemo, useState } from 'react';
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ProposedMove, TierProposal } from '../../../actions/recomputeTiers';
import { usePane, useWorkbook } from '../../context';
import { useGoTo } from '../../hooks/useGoTo';
import { Failure } from '../Failure';
import { VirtualList } from '../VirtualList';
import { MoveFilters } from './MoveFilters';
import { MoveItem } from './MoveItem';
import { everyMove, filterMoves, isOpen, ownerName } from './moves';
import type { Writer } from './writer';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  status: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly proposal: TierProposal;
  readonly applyText: string;
  readonly writer: Writer;
}

/** Everybody whom a review moves, each with the reason and a tick; what is not accepted is kept in the review, too. */
export const Movers = memo(function Movers({ proposal, applyText, writer }: Props) {
  const { session, t, format } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  const { goTo, error } = useGoTo();
  const { moves } = proposal;
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState(everyMove);
  const ownerOf = useMemo(() => ownersOnce(snapshot), [snapshot]);
  const shown = useMemo(() => filterMoves(moves, filter, ownerOf), [moves, filter, ownerOf]);
  const open = moves.filter(isOpen);
  const accepted = open.filter(({ customerId }) => !rejected.has(customerId!));
  const mark = (group: readonly ProposedMove[], accept: boolean) => setRejected((old) => marked(old, group, accept));

  return (
    <>
      {moves.length > 1 && <MoveFilters {...{ moves, filter, ownerOf }} onChange={setFilter} />}
      {moves.length > 0 && (
        <>
          <Caption1 className={styles.status} role="status">
            {shown.length
              ? t('tiers.moves.shown', {
                  count: shown.length,
                  accepted: format.number(accepted.length),
                  total: format.number(open.length),
                })
              : t('tiers.moves.nothingShown')}
          </Caption1>
          <div className={styles.actions}>
            <Button size="small" disabled={!shown.some(isOpen)} onClick={() => mark(shown, true)}>
              {t('tiers.moves.tickAll')}
            </Button>
            <Button size="small" disabled={!shown.some(isOpen)} onClick={() => mark(shown, false)}>
              {t('tiers.moves.tickNone')}
            </Button>
          </div>
        </>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={writer.isLocked}
          onClick={() => writer.write((options) => session.applyTiers(proposal.without(rejected), options))}
        >
          {applyText}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
      {shown.length > 0 && (
        <VirtualList
          items={shown}
          keyOf={({ customerId, row }) => customerId ?? row}
          itemHeight={62}
          label={t('tiers.moves.title')}
        >
          {(move) => (
            <MoveItem
              move={move}
              owner={ownerOf(move.row)}
              accepted={isOpen(move) && !rejected.has(move.customerId!)}
              onToggle={(accept) => mark([move], accept)}
              onGoTo={goTo}
            />
          )}
        </VirtualList>
      )}
    </>
  );
});

/** Looked up when a filter or a line first asks. */
function ownersOnce(snapshot: Parameters<typeof ownerName>[0]): (row: number) => string {
  const known = new Map<number, string>();
  return (row) => {
    const name = known.get(row) ?? ownerName(snapshot, row);
    known.set(row, name);
    return name;
  };
}

function marked(rejected: ReadonlySet<string>, moves: readonly ProposedMove[], accept: boolean): ReadonlySet<string> {
  const next = new Set(rejected);
  for (const { customerId } of moves.filter(isOpen)) {
    if (accept) next.delete(customerId!);
    else next.add(customerId!);
  }
  return next;
}
