/**
 * Return on a campaign (C-61): (won - cost) / cost as a fraction. `null` when there is no cost or it is not known what
 * was won: not computable, never 0.
 * @param won amount of the won deals of the campaign, major units; `null` when none of them has one
 */
export const roi = (won: number | null, cost: number | null): number | null =>
  won === null || cost === null || cost <= 0 ? null : (won - cost) / cost;
