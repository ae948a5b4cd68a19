import type { ProposedMove } from '../../../actions/recomputeTiers';
import type { Snapshot } from '../../../crm/snapshot';
import { directionOf, type MoveDirection } from '../../../crm/tierReview';
import { columnOf } from '../../../template/environment';
import { referenceName } from '../../../template/views/names';

/** Which moves a list shows; `null` = all. An owner is the name shown, '' = nobody. */
export interface MoveFilter {
  readonly direction: MoveDirection | null;
  readonly owner: string | null;
  readonly tier: string | null;
}

export const everyMove: MoveFilter = { direction: null, owner: null, tier: null };

/** A move that a person can accept or not: one that waits is for the next review, one without id cannot be written. */
export const isOpen = ({ customerId, why }: ProposedMove): boolean => customerId !== null && why !== 'heldOnce';

/** Name of the customer's owner as people read it; '' = nobody. */
export const ownerName = (snapshot: Snapshot, row: number): string => {
  const cell = columnOf(snapshot, 'customers', 'owner')[row] ?? null;
  return cell === null ? '' : referenceName(snapshot, 'team', cell);
};

/** The moves that fit a filter, the largest customer first. */
export function filterMoves(
  moves: readonly ProposedMove[],
  { direction, owner, tier }: MoveFilter,
  ownerOf: (row: number) => string,
): readonly ProposedMove[] {
  return moves
    .filter(
      ({ why, from, target, row }) =>
        (direction === null || directionOf[why] === direction) &&
        (tier === null || from === tier || target === tier) &&
        (owner === null || ownerOf(row) === owner),
    )
    .sort((a, b) => b.value - a.value || a.row - b.row);
}

/** The choices that a filter has to offer: only what occurs, in order. */
export function choicesOf(moves: readonly ProposedMove[], ownerOf: (row: number) => string) {
  const sorted = <T extends string>(found: Iterable<T>): T[] => [...new Set(found)].sort((a, b) => a.localeCompare(b));
  return {
    directions: [...new Set(moves.map(({ why }) => directionOf[why]))],
    owners: sorted(moves.map(({ row }) => ownerOf(row))),
    tiers: sorted(moves.flatMap(({ from, target }) => [from, target].filter((tier) => tier !== null))),
  };
}
