/**
 * What to offer a customer next (C-50): products not bought yet that buyers of the same things buy more often than others
 * do. Lift says how much more, support how many customers that rests on; see `affinity`.
 */
import type { ProductPair } from './affinity';

export interface Offer {
  /** Product by index. */
  readonly product: number;
  /** The product bought that speaks most for it. */
  readonly because: number;
  /** Customers who bought both. */
  readonly support: number;
  /** Their share of all who bought `because`. */
  readonly share: number;
  readonly lift: number;
}

/** What speaks for an offer, by the product that was bought: a lift of 1 or less speaks for nothing. */
export type Grounds = ReadonlyMap<number, readonly Offer[]>;

export function groundsOf(pairs: readonly ProductPair[]): Grounds {
  const grounds = new Map<number, Offer[]>();
  const add = (because: number, product: number, buyers: number, { support, lift }: ProductPair) => {
    const offer = { product, because, support, share: support / buyers, lift };
    const known = grounds.get(because);
    if (known) known.push(offer);
    else grounds.set(because, [offer]);
  };
  for (const pair of pairs.filter(({ lift }) => lift > 1)) {
    add(pair.a, pair.b, pair.buyersA, pair);
    add(pair.b, pair.a, pair.buyersB, pair);
  }
  return grounds;
}

/** The best offers to who bought `basket`, each product once with its best ground: highest lift, then support, first. */
export function nextOffers(basket: ReadonlySet<number>, grounds: Grounds, most: number): readonly Offer[] {
  const best = new Map<number, Offer>();
  for (const because of basket) {
    for (const offer of grounds.get(because) ?? []) {
      if (basket.has(offer.product)) continue;
      const known = best.get(offer.product);
      if (!known || byStrength(offer, known) < 0) best.set(offer.product, offer);
    }
  }
  return [...best.values()].sort(byStrength).slice(0, most);
}

export const byStrength = (a: Offer, b: Offer): number =>
  b.lift - a.lift || b.support - a.support || a.product - b.product || a.because - b.because;
