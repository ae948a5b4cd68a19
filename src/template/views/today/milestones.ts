import { milestoneState } from '../../../crm/milestone';
import { liveRows } from '../source';
import { parentRows } from '../team';
import { numberIn, worthOf, type Candidate, type Waits } from './candidate';

/** Steps of key accounts that are late or within their notice of 30 days (C-40). */
export const milestonesWaiting: Waits = (source, { today }) => {
  if (!source.rows('milestones')) return [];
  const column = (id: string) => source.column('milestones', id);
  const [dueAt, doneAt, owner] = ['dueAt', 'doneAt', 'owner'].map(column);
  const customers = parentRows(source, 'milestones', 'customer', 'customers');
  const [value, customerOwner] = ['value', 'owner'].map((id) => source.column('customers', id));
  return liveRows(source, 'milestones').flatMap((row): Candidate[] => {
    const due = numberIn(dueAt!, row);
    const state = milestoneState(due, numberIn(doneAt!, row), today);
    if (due === null || !['overdue', 'halfMonth', 'month'].includes(state)) return [];
    const customer = customers[row] ?? null;
    return [
      {
        kind: 'milestone',
        table: 'milestones',
        row,
        customer,
        owner: owner![row] ?? customerOwner![customer ?? -1] ?? null,
        dueAt: due,
        value: worthOf(value!, customer),
        reason: { code: 'milestone', values: {} },
      },
    ];
  });
};
