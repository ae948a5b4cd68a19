import type { Changeset } from '../crm/changeset';
import { claimRefusal } from '../crm/pool';
import type { Snapshot } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import { Computation } from '../template/compute';
import { poolView } from '../template/views/pool';
import { applying } from './applied';
import { ownerChanges } from './ownerChange';
import { rowOf, teamRow } from './record';

/** Who takes which customer from the public pool (公海). */
export interface Claim {
  /** Id of the customer. */
  readonly customer: string;
  /** Id or unique name of the person. */
  readonly person: string;
}

/**
 * The change that a claim is: the customer's owner, and a line of the owner history, which counts against the caps from
 * now on. Throws `recordNotFound`, `notInTeam`, and the refusals of `claimRefusal` with the cap that was reached. A
 * claim that is written already is an empty change.
 */
export function claimChangeset(snapshot: Snapshot, { customer, person }: Claim, clock: number): Changeset {
  const source = new Computation(snapshot, clock);
  const { pool: rules, today } = source.environment;
  const [row, to] = [rowOf(snapshot, 'customers', customer), teamRow(snapshot, person)];
  const view = poolView(source, source.environment);
  const found = view.customers.find((one) => one.customer === row);
  if (found?.owner === to) return { action: 'claimCustomer', updates: [], appends: [], removals: [] };
  const { holding, claimedToday } = view.holders.find((one) => one.person === to)!;
  const refusal = claimRefusal(found?.state ?? 'protected', holding, claimedToday, rules);
  if (refusal) {
    const caps = { notInPool: 0, holdingCapReached: rules.holdingCap, claimCapReached: rules.claimCap };
    throw new CrmError(refusal, { id: customer, cap: caps[refusal] });
  }
  const changes = ownerChanges(snapshot, source, { kind: 'claim', customers: [row], to, at: today });
  return { action: 'claimCustomer', ...changes, removals: [] };
}

/** Claims a customer; when somebody else was faster, the conflict in the report says who. */
export const claimCustomer = applying(claimChangeset);
