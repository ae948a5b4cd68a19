import { affinity as pairsOf } from '../../crm/affinity';
import { byStrength, groundsOf, nextOffers, type Offer } from '../../crm/offer';
import { trends, type Basis } from '../../crm/trend';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { categorySales, purchaseLines } from '../../template/views/sales';
import { sourceOf, type ViewSource } from '../../template/views/source';
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
  /** What to offer whom next: up to three products of the 50 customers with the strongest case. */
  readonly offers: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly products: readonly {
      readonly product: string;
      /** The product bought that speaks for it. */
      readonly because: string;
      readonly support: number;
      /** Share of those who bought `because`. */
      readonly share: number;
      readonly lift: number;
    }[];
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

/** Products that the same customers buy, the surest 50, and what to offer whom next (C-50). */
export function affinity({ computed, environment }: Facts): AffinityReport {
  const source = sourceOf(computed);
  const { buyers, pairs, baskets } = pairsOf(purchaseLines(source, environment));
  const product = source.rows('products') ? named(source, 'products') : () => ({ name: '' });
  return {
    buyers,
    pairs: pairs.slice(0, 50).map(({ a, b, support, buyersA, buyersB, lift }) => ({
      product: product(a).name,
      with: product(b).name,
      ...{ support, buyers: [buyersA, buyersB] as const, lift },
    })),
    offers: offersOf(source, baskets, groundsOf(pairs)).map(({ customer, offers }) => {
      const { id, name } = named(source, 'customers')(customer);
      return {
        ...{ customerId: id, customer: name },
        products: offers.map(({ because, ...offer }) => ({
          ...offer,
          ...{ product: product(offer.product).name, because: product(because).name },
        })),
      };
    }),
  };
}

/** The strongest case first; nobody is offered anything who wants no contact or has terminated. */
function offersOf(
  source: ViewSource,
  baskets: ReadonlyMap<number, ReadonlySet<number>>,
  grounds: ReturnType<typeof groundsOf>,
): readonly { readonly customer: number; readonly offers: readonly Offer[] }[] {
  if (!grounds.size) return [];
  const [silent, ended] = ['doNotContact', 'terminatedAt'].map((id) => source.column('customers', id));
  return [...baskets]
    .filter(([customer]) => silent![customer] !== true && (ended![customer] ?? null) === null)
    .map(([customer, basket]) => ({ customer, offers: nextOffers(basket, grounds, 3) }))
    .filter(({ offers }) => offers.length)
    .sort((a, b) => byStrength(a.offers[0]!, b.offers[0]!) || a.customer - b.customer)
    .slice(0, 50);
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
