/**
 * Products that the same customers buy (C-50, C-52): what to offer next. Lift is how much likelier a buyer of one is to
 * buy the other than anybody: share of both / (share of one x share of the other); 1 = no connection. With few buyers it
 * is chance, so the support (customers who bought both) is always told.
 */

/** Pairs with fewer common buyers than this say nothing. */
export const fewestCommonBuyers = 3;

export interface ProductPair {
  /** Products by index, the smaller first. */
  readonly a: number;
  readonly b: number;
  /** Customers who bought both. */
  readonly support: number;
  /** Customers who bought `a`; who bought `b`. */
  readonly buyersA: number;
  readonly buyersB: number;
  readonly lift: number;
}

/** One line of a purchase: both as indexes from 0, -1 = unknown. */
export interface Purchase {
  readonly customer: number;
  readonly product: number;
}

export interface Affinity {
  /** Customers who bought anything known. */
  readonly buyers: number;
  /** By falling lift, then support. */
  readonly pairs: readonly ProductPair[];
  /** What each of them bought. */
  readonly baskets: ReadonlyMap<number, ReadonlySet<number>>;
}

function basketsOf(purchases: readonly Purchase[]): ReadonlyMap<number, ReadonlySet<number>> {
  const baskets = new Map<number, Set<number>>();
  for (const { customer, product } of purchases) {
    if (customer < 0 || product < 0) continue;
    const basket = baskets.get(customer);
    if (basket) basket.add(product);
    else baskets.set(customer, new Set([product]));
  }
  return baskets;
}

export function affinity(purchases: readonly Purchase[]): Affinity {
  const baskets = basketsOf(purchases);
  const buyersOf = new Map<number, number>();
  const common = new Map<string, { a: number; b: number; support: number }>();
  for (const basket of baskets.values()) {
    const products = [...basket].sort((a, b) => a - b);
    products.forEach((a, at) => {
      buyersOf.set(a, (buyersOf.get(a) ?? 0) + 1);
      for (const b of products.slice(at + 1)) {
        const key = `${a},${b}`;
        const pair = common.get(key);
        if (pair) pair.support += 1;
        else common.set(key, { a, b, support: 1 });
      }
    });
  }
  const buyers = baskets.size;
  const pairs = [...common.values()]
    .filter(({ support }) => support >= fewestCommonBuyers)
    .map(({ a, b, support }): ProductPair => {
      const [buyersA, buyersB] = [buyersOf.get(a)!, buyersOf.get(b)!];
      return { a, b, support, buyersA, buyersB, lift: (support * buyers) / (buyersA * buyersB) };
    })
    .sort((x, y) => y.lift - x.lift || y.support - x.support || x.a - y.a || x.b - y.b);
  return { buyers, pairs, baskets };
}
