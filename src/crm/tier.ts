/** Tiers (C-12, C-16, decision 12): cut points decide, a review confirms, an override with expiry wins. */

/** One row of the Tiers table, best tier first. */
export interface TierCut {
  readonly tier: string;
  /** Lowest customer value of this tier, major units; `null` counts as unreachable except for the last tier. */
  readonly minValue: number | null;
  /** Share of customers that a review puts into this tier, 0..1. */
  readonly share?: number | null;
}

/**
 * Tier by value: the first tier whose minimum is not above it; below all of them the last one, so that every customer
 * has a tier. Key customers are always in the first tier. `null` only when there are no tiers.
 */
export function computedTier(value: number, isKey: boolean, cuts: readonly TierCut[]): string | null {
  if (isKey) return cuts[0]?.tier ?? null;
  const above = cuts.filter((cut) => cut.minValue !== null && cut.minValue > value).length;
  return cuts[Math.min(cuts.length - 1, above)]?.tier ?? null;
}

/** What `effectiveTier` weighs up; tiers that are not in the Tiers table count as blank. */
export interface TierChoice {
  readonly override: string | null;
  /** Last day of the override; `null` = until removed. */
  readonly overrideUntil: number | null;
  readonly reviewed: string | null;
  readonly computed: string | null;
}

/** Override while valid, else the reviewed tier, else the computed one. */
export function effectiveTier(choice: TierChoice, tiers: readonly string[], today: number): string | null {
  const known = (tier: string | null) => tier !== null && tiers.includes(tier);
  const valid = choice.overrideUntil === null || choice.overrideUntil >= today;
  if (known(choice.override) && valid) return choice.override;
  return known(choice.reviewed) ? choice.reviewed : choice.computed;
}

/** A review with fewer buyers than this keeps the fixed cut points: a percentile of four customers says nothing. */
export const fewestBuyersForShares = 5;

/**
 * Cut points from the shares (top 20 % = A ...): each tier starts at the value of its last customer by rank, so equal
 * values never straddle a cut. Customers without value do not count as buyers but do count in the shares.
 * Returns the given cuts when there are fewer than {@link fewestBuyersForShares} buyers.
 */
export function cutPointsByShare(values: readonly number[], cuts: readonly TierCut[]): readonly TierCut[] {
  const ranked = [...values].sort((a, b) => b - a);
  const buyers = ranked.filter((value) => value > 0).length;
  if (buyers < fewestBuyersForShares) return cuts;
  let cumulative = 0;
  return cuts.map((cut, index) => {
    if (index === cuts.length - 1) return { ...cut, minValue: 0 };
    cumulative += cut.share ?? 0;
    const last = Math.min(Math.round(cumulative * ranked.length), buyers) - 1;
    return { ...cut, minValue: ranked[Math.max(0, last)]! };
  });
}
