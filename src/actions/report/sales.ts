import { affinity as pairsOf } from '../../crm/affinity';
import { trends, type Basis } from '../../crm/trend';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { categorySales, purchaseLines } from '../../template/views/sales';
import { sourceOf } from '../../template/views/source';
import { named } from './named';
import type { Facts } from './facts';

export interface AffinityReport {
  /** Customers who bought a known product. */
  readonly buyers: number;
  readonly pairs: readonly {
    readonly product: string;
    readonly with: string;
    readonly support: number;
    readonly buyers: readonly [number, number];
    readonly lift: number;
  }[];
}

export interface TrendReport {
  readonly category: string | null;
  readonly growth: number | null;
  readonly basis: Basis;
  readonly months: readonly {
    readonly month: string;
    readonly orders: number;
    readonly amount: number;
    readonly withoutAmount: number;
  }[];
}

/** Products that the same customers buy, the surest 50 (C-50). */
export function affinity({ computed, environment }: Facts): AffinityReport {
  const source = sourceOf(computed);
  const { buyers, pairs } = pairsOf(purchaseLines(source, environment));
  const product = source.rows('products') ? named(source, 'products') : () => ({ name: '' });
  return {
    buyers,
    pairs: pairs.slice(0, 50).map(({ a, b, support, buyersA, buyersB, lift }) => ({
      product: product(a).name,
      with: product(b).name,
      ...{ support, buyers: [buyersA, buyersB] as const, lift },
    })),
  };
}

/** Demand by category over the last 13 whole months (C-70). */
export function trend({ computed, environment }: Facts): TrendReport[] {
  const { today, moneyDigits } = environment;
  return trends(categorySales(sourceOf(computed), environment), today).map(({ months, ...rest }) => ({
    ...rest,
    months: months.map(({ month, amount, ...counts }) => ({
      month: toIso(month).slice(0, 7),
      ...counts,
      amount: fromMinor(amount, moneyDigits),
    })),
  }));
}
