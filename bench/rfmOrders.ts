import type { OrderColumns } from '../src/crm/rfm';

interface RaceSize {
  readonly orders: number;
  readonly customers: number;
  readonly asOf: number;
}

/** Few customers buy much, most little, some nothing; deterministic. Days and amounts are whole numbers. */
export function raceOrders({ orders, customers, asOf }: RaceSize): OrderColumns {
  const random = lehmer(46_000);
  const weights = Float64Array.from({ length: customers }, () => Math.exp(1.2 * normal(random)));
  for (let who = 1; who < customers; who += 1) weights[who]! += weights[who - 1]!;
  const customer = Int32Array.from({ length: orders }, () => firstAbove(weights, random() * weights[customers - 1]!));
  const day = Float64Array.from({ length: orders }, () => asOf - Math.floor(random() * 1_100));
  const amount = Float64Array.from({ length: orders }, () => 1 + Math.floor(Math.exp(9 + 1.5 * normal(random))));
  return { customer, day, amount };
}

function firstAbove(sums: Float64Array, value: number): number {
  let from = 0;
  let to = sums.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sums[middle]! > value) to = middle;
    else from = middle + 1;
  }
  return from;
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Lehmer's generator (MINSTD): numbers above 0 and below 1 from a seed. */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
