/**
 * What will be sold (C-47): weighted amounts by month, categories, and a simulated range. Every open deal is rounded on
 * its own before any sum, so that the parts always add up to the whole.
 */
import { fromMinor, toMinor } from '../shared/numbers';
import { randomNumbers } from '../shared/random';
import type { Outcome } from './funnel';
import { quantile } from './quantile';

/** Each deal is in exactly one category; totals are not cumulative. */
export const forecastCategories = ['pipeline', 'bestCase', 'commit', 'closed', 'omitted'] as const;
export type ForecastCategory = (typeof forecastCategories)[number];

/** Probabilities from which a deal without a judgement counts as commit or best case. */
export interface CategoryRule {
  readonly commitFrom: number;
  readonly bestCaseFrom: number;
}

export const categoryDefaults: CategoryRule = { commitFrom: 0.8, bestCaseFrom: 0.5 };

/** Won is closed, lost is omitted, whatever anybody judged; an open deal goes by the judgement, else by probability. */
export function forecastCategory(
  outcome: Outcome,
  judged: ForecastCategory | null,
  probability: number | null,
  { commitFrom, bestCaseFrom }: CategoryRule = categoryDefaults,
): ForecastCategory {
  if (outcome !== 'open') return outcome === 'won' ? 'closed' : 'omitted';
  if (judged !== null && judged !== 'closed') return judged;
  if ((probability ?? 0) >= commitFrom) return 'commit';
  return (probability ?? 0) >= bestCaseFrom ? 'bestCase' : 'pipeline';
}

/** One chance: integer minor units, and the probability that they come. */
export interface Chance {
  readonly amount: number;
  readonly probability: number;
}

/** Low, middle and high outcome: one time in ten it is less than `p10`, one time in ten more than `p90`. */
export interface Range {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export const simulationDefaults = { runs: 1000, seed: 1 } as const;

/** Fewer runs for very many deals: their sum hardly varies, and a report must not wait. */
export const runsFor = (deals: number): number =>
  Math.max(200, Math.min(simulationDefaults.runs, Math.floor(5_000_000 / Math.max(1, deals))));

/**
 * The range of the sum when each deal comes or does not, independently; minor units. Same seed, same figures, in whatever
 * order the deals stand.
 */
export function simulate(
  chances: readonly Chance[],
  { runs, seed }: { readonly runs: number; readonly seed: number } = simulationDefaults,
): Range {
  const random = randomNumbers(seed);
  const ordered = [...chances].sort((a, b) => b.amount - a.amount || b.probability - a.probability);
  const totals = new Float64Array(Math.max(1, runs));
  for (let run = 0; run < runs; run += 1) {
    let total = 0;
    for (const { amount, probability } of ordered) if (random() < probability) total += amount;
    totals[run] = total;
  }
  totals.sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => Math.round(quantile(totals, share))) as [
    number,
    number,
    number,
  ];
  return { p10, p50, p90 };
}

/** {@link simulate} in major units. */
export function simulateMoney(
  chances: readonly Chance[],
  digits: number,
  options: { readonly runs: number; readonly seed: number } = simulationDefaults,
): Range {
  const scaled = chances.map(({ amount, probability }) => ({ amount: toMinor(amount, digits), probability }));
  const { p10, p50, p90 } = simulate(scaled, options);
  return { p10: fromMinor(p10, digits), p50: fromMinor(p50, digits), p90: fromMinor(p90, digits) };
}
