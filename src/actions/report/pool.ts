import type { PoolRules, PoolResult } from '../../crm/pool';
import { poolView, type PoolCustomer } from '../../template/views/pool';
import { sourceOf } from '../../template/views/source';
import { iso, type Facts } from './facts';
import { named } from './named';

export interface PoolReport {
  readonly rules: PoolRules;
  /** Customers without an owner, free to be claimed. */
  readonly inPool: number;
  readonly protected: number;
  /** Protection ends within the days of warning: the owner should act. */
  readonly warning: readonly PoolLine[];
  /** Proposed for the pool; a manager decides, nothing moves by itself. */
  readonly recyclable: readonly PoolLine[];
  readonly holders: readonly {
    readonly personId: string | null;
    readonly person: string;
    readonly holding: number;
    readonly overCap: boolean;
    readonly claimedToday: number;
    readonly claimsLeft: number;
  }[];
}

export interface PoolLine {
  readonly customerId: string | null;
  readonly customer: string;
  readonly ownerId: string | null;
  /** The cell itself where it does not tell who that is. */
  readonly owner: string;
  readonly lastTouch: string | null;
  readonly protectedUntil: string | null;
}

/** Public pool (公海): protection, warnings, proposals, caps. */
export function pool({ computed, environment }: Facts): PoolReport {
  const source = sourceOf(computed);
  const { customers, holders } = poolView(source, environment);
  const [customer, person] = [named(source, 'customers'), named(source, 'team')];
  const cells = source.column('customers', 'owner');
  const ownerOf = ({ customer: row, owner }: PoolCustomer) =>
    owner === null ? { id: null, name: String(cells[row] ?? '') } : person(owner);
  const of = (state: PoolResult['state']) => customers.filter((row) => row.state === state);
  const line = (row: PoolCustomer): PoolLine => {
    const [who, owner] = [customer(row.customer), ownerOf(row)];
    return {
      ...{ customerId: who.id, customer: who.name, ownerId: owner.id, owner: owner.name },
      ...{ lastTouch: iso(row.lastTouch), protectedUntil: iso(row.protectedUntil) },
    };
  };
  const lines = (state: PoolResult['state']) =>
    of(state)
      .sort((a, b) => (a.protectedUntil ?? 0) - (b.protectedUntil ?? 0))
      .map(line);
  return {
    rules: environment.pool,
    ...{ inPool: of('inPool').length, protected: of('protected').length },
    ...{ warning: lines('warning'), recyclable: lines('recyclable') },
    holders: holders.map(({ person: row, ...figures }) => {
      const { id, name } = person(row);
      return { personId: id, person: name, ...figures };
    }),
  };
}
