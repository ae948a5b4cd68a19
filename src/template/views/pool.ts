import { claimsLeft, poolState, type PoolResult } from '../../crm/pool';
import type { Environment } from '../twins';
import { liveRows, type ViewSource } from './source';
import { parentRows, teamMembers } from './team';

export interface PoolCustomer extends PoolResult {
  /** Rows of the customers and the team table. */
  readonly customer: number;
  readonly owner: number | null;
  readonly lastTouch: number | null;
}

export interface Holder {
  readonly person: number;
  readonly holding: number;
  readonly overCap: boolean;
  /** Customers the person may still take today, were none taken yet. */
  readonly claimsLeft: number;
}

export interface PoolView {
  readonly customers: readonly PoolCustomer[];
  /** Active people in the order of the team. */
  readonly holders: readonly Holder[];
}

/** The public pool: who is free, who should be warned, whom recycling may be proposed for. Terminated customers are out. */
export function poolView(source: ViewSource, { today, pool }: Environment): PoolView {
  const column = (id: string) => source.column('customers', id);
  const owners = parentRows(source, 'customers', 'owner', 'team');
  const [isKey, deals, tickets] = ['isKey', 'openDeals', 'openTickets'].map(column);
  const [touched, terminated] = ['revisitBase', 'terminatedAt'].map(column);
  const customers = liveRows(source, 'customers')
    .filter((row) => typeof terminated![row] !== 'number')
    .map((row): PoolCustomer => {
      const owner = owners[row] ?? null;
      const exempt = isKey![row] === true || Number(deals![row]) > 0 || Number(tickets![row]) > 0;
      const lastTouch = typeof touched![row] === 'number' ? touched![row] : null;
      const state = poolState({ hasOwner: owner !== null, exempt, lastTouch }, today, pool);
      return { customer: row, owner, lastTouch, ...state };
    });
  return { customers, holders: holdersOf(source, customers, pool) };
}

function holdersOf(source: ViewSource, customers: readonly PoolCustomer[], rules: Environment['pool']): Holder[] {
  const holding = new Map<number, number>();
  for (const { owner } of customers) if (owner !== null) holding.set(owner, (holding.get(owner) ?? 0) + 1);
  return teamMembers(source).flatMap(({ active }, person) => {
    const count = holding.get(person) ?? 0;
    if (!active) return [];
    return { person, holding: count, overCap: count > rules.holdingCap, claimsLeft: claimsLeft(count, 0, rules) };
  });
}
