import { claimsLeft, poolState, type PoolResult } from '../../crm/pool';
import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import { claimsToday, ownedSince } from './ownerChanges';
import { liveRows, type ViewSource } from './source';
import { parentRows, teamMembers } from './team';

export interface PoolCustomer extends PoolResult {
  /** Row of the customers table. */
  readonly customer: number;
  /** Row of the team; `null` in the pool, and for an owner who cannot be told: a data problem, not a free customer. */
  readonly owner: number | null;
  readonly lastTouch: number | null;
}

export interface Holder {
  readonly person: number;
  readonly holding: number;
  readonly overCap: boolean;
  /** Customers taken from the pool today. */
  readonly claimedToday: number;
  /** Customers the person may still take today. */
  readonly claimsLeft: number;
}

export interface PoolView {
  readonly customers: readonly PoolCustomer[];
  /** Active people in the order of the team. */
  readonly holders: readonly Holder[];
}

/** The public pool: who is free, who should be warned, whom recycling may be proposed for. Terminated customers are out. */
export function poolView(source: ViewSource, environment: Environment): PoolView {
  const { today, pool } = environment;
  const column = (id: string) => source.column('customers', id);
  const [ownerCells, owners] = [column('owner'), parentRows(source, 'customers', 'owner', 'team')];
  const [isKey, deals, tickets] = ['isKey', 'openDeals', 'openTickets'].map(column);
  const [touched, terminated] = ['revisitBase', 'terminatedAt'].map(column);
  const since = ownedSince(source, environment);
  const customers = liveRows(source, 'customers')
    .filter((row) => typeof terminated![row] !== 'number')
    .map((row): PoolCustomer => {
      const owner = owners[row] ?? null;
      const exempt = isKey![row] === true || Number(deals![row]) > 0 || Number(tickets![row]) > 0;
      const lastTouch = latest(touched![row], since.get(row));
      const state = poolState({ hasOwner: (ownerCells[row] ?? null) !== null, exempt, lastTouch }, today, pool);
      return { customer: row, owner, lastTouch, ...state };
    });
  return { customers, holders: holdersOf(source, customers, environment) };
}

/** Who takes a customer over gets the whole time of protection. */
function latest(touched: Value | undefined, since: number | undefined): number | null {
  const days = [touched, since].filter((day) => typeof day === 'number');
  return days.length ? Math.max(...days) : null;
}

function holdersOf(source: ViewSource, customers: readonly PoolCustomer[], environment: Environment): Holder[] {
  const { pool: rules } = environment;
  const claims = claimsToday(source, environment);
  const holding = new Map<number, number>();
  for (const { owner } of customers) if (owner !== null) holding.set(owner, (holding.get(owner) ?? 0) + 1);
  return teamMembers(source).flatMap(({ active }, person) => {
    const count = holding.get(person) ?? 0;
    if (!active) return [];
    const claimedToday = claims.get(person) ?? 0;
    const left = claimsLeft(count, claimedToday, rules);
    return { person, holding: count, overCap: count > rules.holdingCap, claimedToday, claimsLeft: left };
  });
}
