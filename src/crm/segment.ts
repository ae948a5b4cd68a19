/** RFM segments (C-17): the first rule that fits names the customer; what no rule names is `others`. */

/** Inclusive bounds of the scores; an absent axis does not matter. */
export interface SegmentRule {
  readonly segment: string;
  readonly r?: readonly [number, number];
  readonly f?: readonly [number, number];
  readonly m?: readonly [number, number];
}

export interface Scores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** Who never bought; never R1F1M1. */
export const prospects = 'prospects';
export const others = 'others';

/** The map in widest use over recency and frequency, five bins: covers each of the 25 cells exactly once. */
export const recencyFrequencyMap: readonly SegmentRule[] = [
  { segment: 'champions', r: [5, 5], f: [4, 5] },
  { segment: 'loyalCustomers', r: [3, 4], f: [4, 5] },
  { segment: 'potentialLoyalists', r: [4, 5], f: [2, 3] },
  { segment: 'newCustomers', r: [5, 5], f: [1, 1] },
  { segment: 'promising', r: [4, 4], f: [1, 1] },
  { segment: 'needAttention', r: [3, 3], f: [3, 3] },
  { segment: 'aboutToSleep', r: [3, 3], f: [1, 2] },
  { segment: 'cantLoseThem', r: [1, 2], f: [5, 5] },
  { segment: 'atRisk', r: [1, 2], f: [3, 4] },
  { segment: 'hibernating', r: [1, 2], f: [1, 2] },
];

const fits = (score: number, bounds: readonly [number, number] | undefined): boolean =>
  bounds === undefined || (score >= bounds[0] && score <= bounds[1]);

/** Segment of a customer; scores of 0 mean that nothing was bought yet. */
export function segmentOf({ r, f, m }: Scores, rules: readonly SegmentRule[]): string {
  if (r === 0) return prospects;
  return rules.find((rule) => fits(r, rule.r) && fits(f, rule.f) && fits(m, rule.m))?.segment ?? others;
}
