import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { readableReference } from '../template/views/names';
import { applyNew, type Applied, type DatedOptions } from './applied';
import type { Home } from './home';
import type { AudienceReport } from './report/audience';

/**
 * The change that inviting an audience is: a campaign line for everybody who may be addressed (C-59). Pure, so that it can
 * be shown first: the counts stand in the report's section `audience`. A line's id follows from campaign and customer, so
 * two people who invite at once write the same line, and nobody is invited twice.
 * @param today serial, the date of the lines
 */
export function invitationChangeset(
  snapshot: Snapshot,
  { campaignId, members }: AudienceReport,
  today: number,
): Changeset {
  const campaign = readableReference(snapshot, 'campaigns', campaignId);
  const appends = members.map(({ customerId }) => {
    const id = `P-${campaignId}-${customerId}`;
    const customer = readableReference(snapshot, 'customers', customerId);
    return { ...{ table: 'campaignMembers', id }, values: { id, campaign, customer, state: 'invited', at: today } };
  });
  return { action: 'inviteAudience', updates: [], appends, removals: [] };
}

/** Writes the invitations, each once; the changeset in the answer is what `undo` takes. */
export const inviteAudience = (
  home: Pick<Home, 'read' | 'apply'>,
  snapshot: Snapshot,
  audience: AudienceReport,
  { clock, ...options }: DatedOptions,
): Promise<Applied> => applyNew(home, invitationChangeset(snapshot, audience, clock), { ...options, bulk: true });
