/**
 * Return on a campaign (C-61): (won - cost) / cost as a fraction. `null` when there is no cost: not computable, never 0.
 * @param won amount of won deals of the campaign, major units
 */
export const roi = (won: number, cost: number | null): number | null =>
  cost === null || cost <= 0 ? null : (won - cost) / cost;
