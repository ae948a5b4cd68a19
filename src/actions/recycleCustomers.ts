import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { Computation } from '../template/compute';
import { columnOf } from '../template/environment';
import { poolView, type PoolCustomer } from '../template/views/pool';
import type { Applied } from './applied';
import { applyRest } from './applyRest';
import type { ApplyOptions, Home } from './home';
import { ownerChanges } from './ownerChange';
import { named } from './report/named';

/** Customers whose protection has ended, and the change that puts them back into the pool: a manager decides (C-67). */
export interface RecycleProposal {
  readonly customers: readonly {
    readonly customerId: string;
    readonly customer: string;
    readonly protectedUntil: number | null;
  }[];
  readonly changeset: Changeset;
  /** The change when some keep their owner: customer ids. */
  without(rejected: ReadonlySet<string>): Changeset;
}

export function proposeRecycling(snapshot: Snapshot, clock: number): RecycleProposal {
  const source = new Computation(snapshot, clock);
  const [ids, customer] = [columnOf(snapshot, 'customers', 'id'), named(source, 'customers')];
  const idOf = ({ customer }: PoolCustomer) => String(ids[customer]);
  const due = poolView(source, source.environment).customers.filter(
    (one) => one.state === 'recyclable' && ids[one.customer] !== null,
  );
  const without = (rejected: ReadonlySet<string>): Changeset => {
    const customers = due.filter((one) => !rejected.has(idOf(one))).map(({ customer }) => customer);
    const move = { kind: 'recycle' as const, customers, to: null, at: source.environment.today };
    return { action: 'recycleCustomers', ...ownerChanges(snapshot, source, move), removals: [] };
  };
  return {
    customers: due.map((one) => ({
      customerId: idOf(one),
      customer: customer(one.customer).name,
      protectedUntil: one.protectedUntil,
    })),
    ...{ changeset: without(new Set()), without },
  };
}

/** Accepts a proposal, or what is left of it; customers whom somebody else gave away meanwhile are left out and listed. */
export const recycleCustomers = (
  home: Pick<Home, 'apply'>,
  changeset: Changeset,
  options: ApplyOptions = {},
): Promise<Applied> => applyRest(home, changeset, options);
