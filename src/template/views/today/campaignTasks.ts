import { liveRows } from '../source';
import { parentRows } from '../team';
import { numberIn, type Candidate, type Waits } from './candidate';

/** Days before its day on which a line of a campaign shows up. */
const ahead = 3;

/** Lines of campaigns that are due soon or late, with the campaign's owner for lines without one (C-60). */
export const campaignTasksWaiting: Waits = (source, { today }) => {
  if (!source.rows('campaignTasks')) return [];
  const column = (id: string) => source.column('campaignTasks', id);
  const [dueAt, doneAt, owner, cost] = ['dueAt', 'doneAt', 'owner', 'plannedCost'].map(column);
  const campaigns = parentRows(source, 'campaignTasks', 'campaign', 'campaigns');
  const [campaignOwner, campaignName, isOver] = ['owner', 'name', 'archived'].map((id) =>
    source.column('campaigns', id),
  );
  return liveRows(source, 'campaignTasks').flatMap((row): Candidate[] => {
    const due = numberIn(dueAt!, row);
    if (due === null || (doneAt![row] ?? null) !== null || Math.floor(due) > today + ahead) return [];
    const campaign = campaigns[row] ?? -1;
    if (isOver![campaign] === true) return [];
    return [
      {
        kind: 'campaignTask',
        table: 'campaignTasks',
        row,
        customer: null,
        owner: owner![row] ?? campaignOwner![campaign] ?? null,
        dueAt: due,
        value: numberIn(cost!, row),
        reason: { code: 'campaignTask', values: { campaign: campaignName![campaign] ?? null } },
      },
    ];
  });
};
