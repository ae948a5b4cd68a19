/** A share with how sure it is: small numbers say little, and the interval says how little. */
export interface Proportion {
  /** Cases that were decided. */
  readonly n: number;
  readonly hits: number;
  /** hits / n; `null` without a case. */
  readonly rate: number | null;
  /** 95 % interval of Wilson (1927): stays within 0..1 and is honest for few cases. `null` without a case. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959963984540054;

export function proportion(hits: number, n: number): Proportion {
  if (n <= 0) return { n: 0, hits: 0, rate: null, low: null, high: null };
  const rate = hits / n;
  const scale = 1 + (z * z) / n;
  const centre = (rate + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))) / scale;
  // All or nothing reaches its end exactly; the formula misses it by binary noise.
  return { n, hits, rate, low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half };
}
