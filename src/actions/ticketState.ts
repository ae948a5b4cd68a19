import type { Changeset } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import { moveTicket, type TicketClocks, type TicketMove } from '../crm/ticketMove';
import { CrmError } from '../shared/errors';
import { columnOf, environmentOf } from '../template/environment';
import { applyAll, type Applied } from './applied';
import type { ApplyOptions, Home } from './home';
import { recordChange, rowOf } from './record';
import { momentOf } from './moment';

/** What somebody does to a ticket. */
export interface TicketWish {
  /** Id of the ticket. */
  readonly ticket: string;
  readonly move: TicketMove;
}

/** Columns of the tickets that have to be read for a move; the calendar is needed, too. */
export const ticketMoveColumns = [
  ...(['status', 'firstResponseAt', 'resolvedAt', 'waitingSince', 'pausedMinutes', 'reopened'] as const),
];

/**
 * The change that a move of a ticket is: its state and the moments and minutes that its clocks are computed from (C-54).
 * Empty when the ticket is there already. Throws `recordNotFound` and the refusals of `moveTicket`.
 * @param now the machine's moment, time of day included
 */
export function ticketChangeset(snapshot: Snapshot, { ticket, move }: TicketWish, now: number): Changeset {
  const environment = environmentOf(snapshot, now);
  const row = rowOf(snapshot, 'tickets', ticket);
  const cell = (column: string): Value => columnOf(snapshot, 'tickets', column)[row] ?? null;
  const before = Object.fromEntries(ticketMoveColumns.map((column) => [column, cell(column)]));
  const after = moveTicket(
    before as unknown as TicketClocks,
    move,
    momentOf(environment.today, now),
    environment.calendar,
  );
  if (typeof after === 'string') throw new CrmError(after, { id: ticket });
  return recordChange('ticketState', snapshot, { table: 'tickets', row }, { ...after });
}

/** Moves a ticket; the changeset in the answer is what `undo` takes. When somebody else was faster, the report says so. */
export async function changeTicket(
  home: Pick<Home, 'apply'>,
  snapshot: Snapshot,
  wish: TicketWish,
  { now, ...options }: ApplyOptions & { readonly now: number },
): Promise<Applied> {
  return applyAll(home, ticketChangeset(snapshot, wish, now), options);
}
