import type { MeanScore } from '../../crm/satisfaction';
import { columnOf } from '../../template/environment';
import { loyaltyView, referrers } from '../../template/views/loyalty';
import { sourceOf } from '../../template/views/source';
import { named } from './named';
import type { Facts } from './facts';

/** The relationship with one customer: satisfaction, loyalty, needs, problems. */
export interface Relationship {
  readonly customerId: string | null;
  readonly customer: string;
  /** 0..100. */
  readonly loyalty: number;
  /** Criteria that were known; the others are left out, never 0. */
  readonly measured: readonly string[];
  readonly purchases: number;
  readonly referrals: number;
  readonly recommendation: MeanScore | null;
  readonly satisfaction: MeanScore | null;
  readonly openDeals: number;
  readonly openTickets: number;
}

export interface LoyaltyReport {
  /** Buyers. */
  readonly n: number;
  /** Mean loyalty; `null` without buyers. */
  readonly mean: number | null;
  /** Customers who came on the recommendation of another, and of how many others. */
  readonly referred: number;
  readonly referrers: number;
  /** The least loyal first. */
  readonly customers: readonly Relationship[];
}

/** The relationship review: how loyal and how satisfied buyers are, what they need, what troubles them (C-57). */
export function loyalty({ computed, environment }: Facts): LoyaltyReport {
  const source = sourceOf(computed);
  const cameBy = referrers(source, environment).filter((who) => who !== null);
  const count = (column: string, row: number) => Number(columnOf(computed, 'customers', column)[row] ?? 0);
  const customer = source.rows('customers') ? named(source, 'customers') : () => ({ id: null, name: '' });
  const customers = loyaltyView(source, environment).flatMap((view, row): Relationship[] => {
    if (view === null || view.points === null) return [];
    const { points, ...evidence } = view;
    const { id, name } = customer(row);
    return [
      {
        ...{ customerId: id, customer: name, loyalty: points },
        ...evidence,
        ...{ openDeals: count('openDeals', row), openTickets: count('openTickets', row) },
      },
    ];
  });
  const n = customers.length;
  return {
    n,
    mean: n ? customers.reduce((sum, each) => sum + each.loyalty, 0) / n : null,
    ...{ referred: cameBy.length, referrers: new Set(cameBy).size },
    customers: customers.sort((a, b) => a.loyalty - b.loyalty || b.purchases - a.purchases),
  };
}
