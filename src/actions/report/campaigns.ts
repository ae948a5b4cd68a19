import type { CampaignProgress } from '../../crm/campaignProgress';
import type { Value } from '../../crm/snapshot';
import { fromMinor } from '../../shared/numbers';
import { keyPrefix } from '../../template/keyText';
import { attendees, campaignSteps, campaignUplift, noTasks } from '../../template/views/campaigns';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

export interface CampaignResult {
  readonly campaign: string;
  readonly budget: number | null;
  readonly actualCost: number | null;
  readonly won: number;
  readonly roi: number | null;
  readonly participants: number | null;
  readonly costPerParticipant: number | null;
  /** Members who attended. */
  readonly attended: number;
  readonly progress: CampaignProgress;
  /** Change of the participants' purchases against everybody else's; `null` = not computable. */
  readonly uplift: {
    readonly participants: number;
    readonly change: number | null;
    readonly changeOfOthers: number | null;
    readonly uplift: number | null;
    readonly extra: number | null;
  } | null;
}

/** What each campaign cost and brought, and how far it is (C-60, C-61); blank is not computable. */
export function campaigns(facts: Facts): CampaignResult[] {
  const { computed, environment } = facts;
  const source = sourceOf(computed);
  if (!source.rows('campaigns')) return [];
  const number = (value: Value | undefined) => (typeof value === 'number' ? value : null);
  return liveRows(source, 'campaigns').map((row) => {
    const cell = (column: string) => source.column('campaigns', column)[row] ?? null;
    const key = keyPrefix + String(cell('id'));
    return {
      campaign: String(cell('name') ?? ''),
      budget: number(cell('budget')),
      actualCost: number(cell('cost')),
      won: Number(cell('won') ?? 0),
      roi: number(cell('roi')),
      participants: number(cell('participants')),
      costPerParticipant: number(cell('costPerParticipant')),
      attended: attendees(source, environment).get(key)?.size ?? 0,
      progress: campaignSteps(source, environment).get(key) ?? noTasks,
      uplift: upliftOf(facts, row),
    };
  });
}

function upliftOf({ computed, environment }: Facts, row: number): CampaignResult['uplift'] {
  const found = campaignUplift(sourceOf(computed), environment, row);
  if (!found) return null;
  const { participants, change, changeOfOthers, uplift, extra } = found;
  return {
    ...{ participants, change, changeOfOthers, uplift },
    extra: extra === null ? null : fromMinor(extra, environment.moneyDigits),
  };
}
