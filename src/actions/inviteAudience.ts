import type { Changeset } from '../crm/changeset';
import { applyAll, type Applied } from './applied';
import type { ApplyOptions, Home } from './home';
import type { AudienceReport } from './report/audience';

/**
 * The change that inviting an audience is: a campaign line for everybody who may be addressed (C-59). Pure, so that it can
 * be shown first: the counts stand in the report's section `audience`. A line's id follows from campaign and customer, so
 * two people who invite at once write the same line, and nobody is invited twice.
 * @param today serial, the date of the lines
 */
export function invitationChangeset({ campaignId, members }: AudienceReport, today: number): Changeset {
  const appends = members.map(({ customerId }) => {
    const id = `P-${campaignId}-${customerId}`;
    return {
      ...{ table: 'campaignMembers', id },
      values: { id, campaign: campaignId, customer: customerId, state: 'invited', at: today },
    };
  });
  return { action: 'inviteAudience', updates: [], appends, removals: [] };
}

/** Writes the invitations; the changeset in the answer is what `undo` takes. */
export const inviteAudience = async (
  home: Pick<Home, 'apply'>,
  audience: AudienceReport,
  today: number,
  options: ApplyOptions = {},
): Promise<Applied> => applyAll(home, invitationChangeset(audience, today), { ...options, bulk: true });
