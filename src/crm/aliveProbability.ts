/**
 * Prediction of purchases (C-71): whether a customer still buys, and how often, by the BG/NBD model of Fader, Hardie and
 * Lee (2005). While alive customers buy at a rate of their own (gamma: r, alpha); after each purchase they may leave for
 * good (beta: a, b). Times are in weeks, and a model says so: its figures mean nothing in another unit.
 */
import { repeatPurchases, type DatedAmount } from './repeatPurchase';

export interface BuyingModel {
  readonly unit: 'weeks';
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** What is known of one customer; see `repeatPurchases`. */
export interface BuyingHistory {
  /** Days with a purchase after the first one. */
  readonly repeats: number;
  /** Weeks from the first to the last purchase, not rounded. */
  readonly span: number;
  /** Weeks from the first purchase to today. */
  readonly age: number;
}

/** What the purchases up to the day `until` say, those of one day being one; `null` for who never bought. */
export function buyingHistory(purchases: readonly DatedAmount[], until: number): BuyingHistory | null {
  const found = repeatPurchases(purchases, until);
  return found && { repeats: found.repeats, span: found.span / 7, age: found.age / 7 };
}

/** Odds that the customer has left: 0 without a repeat, since the model lets nobody leave before one. */
function goneOdds({ r, alpha, a, b }: BuyingModel, { repeats, span, age }: BuyingHistory): number {
  if (repeats === 0) return 0;
  return Math.exp(Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + span)));
}

/**
 * Probability that the customer still buys, 0 to 1; `null` for a single purchase: the model would say 1 by design, which
 * says nothing.
 */
export const aliveProbability = (model: BuyingModel, history: BuyingHistory): number | null =>
  history.repeats === 0 ? null : 1 / (1 + goneOdds(model, history));

/**
 * Purchases to expect within the coming weeks; `null` where the parameters are so far out that nothing can be told, never
 * NaN.
 */
export function expectedPurchases(model: BuyingModel, history: BuyingHistory, weeks: number): number | null {
  if (!(weeks > 0)) return 0;
  const transformed = transformedPurchases(model, history, weeks);
  const whileAlive = Number.isFinite(transformed) ? transformed : plainPurchases(model, history, weeks);
  const expected = whileAlive / (1 + goneOdds(model, history));
  return Number.isFinite(expected) ? expected : null;
}

/**
 * Purchases of who is alive now. By Euler's transform of the hypergeometric function, which neither overflows for frequent
 * buyers nor breaks down at a = 1, but does where nearly everybody leaves after one purchase (a in the thousands).
 */
function transformedPurchases({ r, alpha, a, b }: BuyingModel, { repeats, age }: BuyingHistory, weeks: number): number {
  const [c, excess] = [a + b + repeats - 1, a - 1];
  const z = weeks / (alpha + age + weeks);
  const decay = excess * Math.log1p(-z);
  const body = excess === 0 ? -Math.log1p(-z) : -Math.expm1(decay) / excess;
  const tail = Math.exp(decay) * series(a + b - 1 - r, excess, c, z);
  return c * (body - tail);
}

/** The same without the transform: its terms shrink the faster, the larger a is. */
function plainPurchases({ r, alpha, a, b }: BuyingModel, { repeats, age }: BuyingHistory, weeks: number): number {
  const c = a + b + repeats - 1;
  const z = weeks / (alpha + age + weeks);
  const decay = (r + repeats) * Math.log1p(-z);
  const tail = Math.exp(decay) * (b + repeats) * series(r + repeats, b + repeats, c, z);
  return (c / (a - 1)) * (-Math.expm1(decay) - tail);
}

/** Sum over n >= 1 of (first)_n (excess + 1)_(n-1) z^n / ((c)_n n!). */
function series(first: number, excess: number, c: number, z: number): number {
  let term = (first * z) / c;
  let sum = term;
  for (let n = 1; n < 1e5 && Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= ((first + n) * (excess + n) * z) / ((c + n) * (n + 1));
    sum += term;
  }
  return sum;
}
