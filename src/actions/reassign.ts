import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { Computation } from '../template/compute';
import type { Needs } from '../template/needs';
import { referenceText } from '../template/views/names';
import type { Applied, DatedOptions } from './applied';
import { applyRest } from './applyRest';
import type { Home } from './home';
import { ownerChanges } from './ownerChange';
import { recordChange, rowOf, teamRow } from './record';

/** Gives one record to somebody else. */
export interface Reassignment {
  /** Any table with an owner. */
  readonly table: string;
  readonly id: string;
  /** Id or unique name of somebody active. */
  readonly to: string;
}

/** What has to be read: of a customer the history of owners too, so that pool and hand-over count right. */
const needsOf = (table: string): Needs => ({
  [table]: ['owner'],
  team: ['name', 'active'],
  ...(table === 'customers' && { ownerHistory: [] }),
});

/**
 * The change that giving a record to somebody is (C-68); what else hangs on a customer stays where it is, unlike in a
 * hand-over. Throws `recordNotFound`, `notInTeam`.
 */
export function reassignChangeset(snapshot: Snapshot, { table, id, to }: Reassignment, clock: number): Changeset {
  const [row, person] = [rowOf(snapshot, table, id), teamRow(snapshot, to)];
  if (table !== 'customers') {
    return recordChange('reassign', snapshot, { table, row }, { owner: referenceText(snapshot, 'team', person) });
  }
  const source = new Computation(snapshot, clock);
  const at = source.environment.today;
  const moved = ownerChanges(snapshot, source, { kind: 'handover', customers: [row], to: person, at });
  return { action: 'reassign', ...moved, removals: [] };
}

/** Writes the new owner; the changeset in the answer is what `undo` takes. */
export async function reassign(
  home: Pick<Home, 'read' | 'apply'>,
  wish: Reassignment,
  { clock, ...options }: DatedOptions,
): Promise<Applied> {
  const changeset = reassignChangeset(await home.read(needsOf(wish.table), options), wish, clock);
  return applyRest(home, changeset, options);
}
