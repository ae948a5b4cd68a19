/**
 * RFM segments (C-17): the first rule that fits names the customer; what no rule names is `others`. Rules are written on
 * a scale of 1 to 5 whatever the number of bins, so that one map serves scores of 2, 3, 4 and 5 bins.
 */

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

const [low, high]: readonly (readonly [number, number])[] = [
  [1, 3],
  [4, 5],
];

/** The eight segments in use in China: each axis below or above (average, or the manager's cut); order R, F, M. */
export const eightSegmentsMap: readonly SegmentRule[] = [
  { segment: 'keyValue', r: high, f: high, m: high },
  { segment: 'keyKeep', r: low, f: high, m: high },
  { segment: 'keyDevelop', r: high, f: low, m: high },
  { segment: 'keyRetain', r: low, f: low, m: high },
  { segment: 'generalValue', r: high, f: high, m: low },
  { segment: 'generalKeep', r: low, f: high, m: low },
  { segment: 'generalDevelop', r: high, f: low, m: low },
  { segment: 'generalRetain', r: low, f: low, m: low },
];

export type SegmentMapName = 'recencyFrequency' | 'eightSegments';

/** The maps that a workbook starts with; its table of segments overrides them. */
export const segmentMaps: Readonly<Record<SegmentMapName, readonly SegmentRule[]>> = {
  recencyFrequency: recencyFrequencyMap,
  eightSegments: eightSegmentsMap,
};

/** A score of `bins` bins on the scale of the maps: 1 stays 1, the best becomes 5; 0 (never bought) stays 0. */
export const onMapScale = (score: number, bins: number): number =>
  score === 0 || bins === 5 || bins < 2 ? score : Math.round(1 + ((score - 1) * 4) / (bins - 1));

const fits = (score: number, bounds: readonly [number, number] | undefined): boolean =>
  bounds === undefined || (score >= bounds[0] && score <= bounds[1]);

/** Segment of a customer; scores of 0 mean that nothing was bought yet. */
export function segmentOf({ r, f, m }: Scores, rules: readonly SegmentRule[]): string {
  if (r === 0) return prospects;
  return rules.find((rule) => fits(r, rule.r) && fits(f, rule.f) && fits(m, rule.m))?.segment ?? others;
}

/** What a map lacks: cells of scores that no rule names, or that more than one names. */
export interface MapFault {
  readonly kind: 'gap' | 'overlap';
  /** How many of the 125 cells. */
  readonly cells: number;
  /** The first of them. */
  readonly example: Scores;
  /** Index of the later of the two rules that overlap; `null` for a gap. */
  readonly rule: number | null;
}

const scale = [1, 2, 3, 4, 5];
const allCells: readonly Scores[] = scale.flatMap((r) => scale.flatMap((f) => scale.map((m) => ({ r, f, m }))));

/** A good map names each of the 125 cells exactly once: total and without overlaps. */
export function mapFaults(rules: readonly SegmentRule[]): MapFault[] {
  const faults = new Map<number, MapFault>();
  for (const cell of allCells) {
    const [first, second] = rules.flatMap((rule, index) =>
      fits(cell.r, rule.r) && fits(cell.f, rule.f) && fits(cell.m, rule.m) ? [index] : [],
    );
    if (first !== undefined && second === undefined) continue;
    const key = second ?? -1;
    const known = faults.get(key);
    faults.set(key, {
      kind: second === undefined ? 'gap' : 'overlap',
      cells: (known?.cells ?? 0) + 1,
      example: known?.example ?? cell,
      rule: second ?? null,
    });
  }
  return [...faults.values()];
}
