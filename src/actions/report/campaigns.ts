import { live, type Facts } from './facts';

export interface CampaignResult {
  readonly campaign: string;
  readonly budget: number | null;
  readonly actualCost: number | null;
  readonly won: number;
  readonly roi: number | null;
}

/** What each campaign cost and brought (C-61); blank is not computable. */
export function campaigns({ computed }: Facts): CampaignResult[] {
  return live(computed, 'campaigns', ['name', 'budget', 'cost', 'won', 'roi']).map((row) => ({
    campaign: String(row.name ?? ''),
    budget: row.budget as number | null,
    actualCost: row.cost as number | null,
    won: Number(row.won ?? 0),
    roi: row.roi as number | null,
  }));
}
