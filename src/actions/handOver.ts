import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { fold } from '../shared/text';
import { CrmError } from '../shared/errors';
import { ReferenceIndex } from '../crm/reference';
import { Computation } from '../template/compute';
import { columnOf } from '../template/environment';
import { handover, type Handover } from '../template/views/handover';
import { referenceText } from '../template/views/names';
import { poolView } from '../template/views/pool';
import type { ViewSource } from '../template/views/source';
import { parentRows } from '../template/views/team';
import type { Applied } from './applied';
import { applyRest } from './applyRest';
import type { ApplyOptions, Home } from './home';
import { ownerChanges } from './ownerChange';
import { fieldChanges, teamRow } from './record';

/** Who hands over to whom: everything, or some customers with what is open about them (C-68). */
export interface HandoverWish {
  /** Id or unique name; may have left already. */
  readonly from: string;
  /** Id or unique name of somebody active. */
  readonly to: string;
  /** Ids; blank: all, and what is open about other people's customers, too. */
  readonly customers?: readonly string[];
  readonly note?: string;
}

/** What would change hands: ids by table, and what that does to whoever takes over. */
export interface HandoverProposal {
  readonly customers: readonly string[];
  readonly deals: readonly string[];
  readonly tickets: readonly string[];
  readonly milestones: readonly string[];
  /** Customers who were promised a next contact on an agreed day. */
  readonly promises: readonly string[];
  /** Customers that the new owner would hold, and whether these are more than the cap of the pool. */
  readonly holdingAfter: number;
  readonly isOverCap: boolean;
  readonly changeset: Changeset;
}

/** One undoable step. Records without an id are left out: Refresh gives them one. Throws `notInTeam`, `samePerson`. */
export function proposeHandover(snapshot: Snapshot, wish: HandoverWish, clock: number): HandoverProposal {
  const source = new Computation(snapshot, clock);
  const { environment } = source;
  const [from, to] = [formerRow(snapshot, wish.from), teamRow(snapshot, wish.to)];
  if (from === to) throw new CrmError('samePerson', { person: wish.to });
  const pack = chosen(snapshot, source, handover(source, from), wish.customers);
  const owner = referenceText(snapshot, 'team', to);
  const move = { kind: 'handover' as const, customers: pack.customers, to, at: environment.today, note: wish.note };
  const customers = ownerChanges(snapshot, source, move);
  const others = (
    [
      ['opportunities', pack.deals],
      ['tickets', pack.tickets],
      ['milestones', pack.milestones],
    ] as const
  ).flatMap(([table, rows]) => rows.flatMap((row) => fieldChanges(snapshot, table, row, { owner })));
  const held = poolView(source, environment).holders.find(({ person }) => person === to)!.holding;
  const ids = (table: string, rows: readonly number[]) =>
    rows.map((row) => String(columnOf(snapshot, table, 'id')[row]));
  const holdingAfter = held + pack.customers.length;
  return {
    ...{ customers: ids('customers', pack.customers), promises: ids('customers', pack.promises) },
    ...{ deals: ids('opportunities', pack.deals), tickets: ids('tickets', pack.tickets) },
    ...{ milestones: ids('milestones', pack.milestones), holdingAfter },
    isOverCap: holdingAfter > environment.pool.holdingCap,
    changeset: {
      action: 'handOver',
      updates: [...customers.updates, ...others],
      appends: customers.appends,
      removals: [],
    },
  };
}

/** Accepts a proposal; what somebody else changed meanwhile is left out and listed. */
export const handOver = (
  home: Pick<Home, 'apply'>,
  { changeset }: Pick<HandoverProposal, 'changeset'>,
  options: ApplyOptions = {},
): Promise<Applied> => applyRest(home, changeset, options);

/** Row of somebody of the team, active or not. */
function formerRow(snapshot: Snapshot, person: string): number {
  const row = new ReferenceIndex(columnOf(snapshot, 'team', 'id'), columnOf(snapshot, 'team', 'name')).find(person);
  if (typeof row !== 'number') throw new CrmError('notInTeam', { person });
  return row;
}

/** The part of a pack that belongs to some customers; records without an id cannot be written. */
function chosen(snapshot: Snapshot, source: ViewSource, pack: Handover, customers?: readonly string[]): Handover {
  const wanted = customers && new Set(customers.map(fold));
  const ids = columnOf(snapshot, 'customers', 'id');
  const isWanted = (row: number | null) =>
    !wanted || (row !== null && ids[row] !== null && wanted.has(fold(String(ids[row]))));
  const linked = (table: string, rows: readonly number[]) => {
    const [own, parents] = [columnOf(snapshot, table, 'id'), parentRows(source, table, 'customer', 'customers')];
    return rows.filter((row) => own[row] !== null && isWanted(parents[row] ?? null));
  };
  const direct = (rows: readonly number[]) => rows.filter((row) => ids[row] !== null && isWanted(row));
  return {
    ...{ customers: direct(pack.customers), promises: direct(pack.promises) },
    ...{ deals: linked('opportunities', pack.deals), tickets: linked('tickets', pack.tickets) },
    milestones: linked('milestones', pack.milestones),
  };
}
