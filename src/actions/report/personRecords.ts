import { handover } from '../../template/views/handover';
import { sourceOf } from '../../template/views/source';
import { teamMembers } from '../../template/views/team';
import type { Facts } from './facts';

/** What one person holds, by 0-based rows of the tables. */
export interface PersonRecords {
  /** Row of the team. */
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
  readonly active: boolean;
  readonly customers: readonly number[];
  readonly overdue: readonly number[];
  /** Overdue or due within seven days. */
  readonly dueWeek: readonly number[];
  readonly deals: readonly number[];
  readonly tickets: readonly number[];
}

/** What everybody of the team holds who is not archived, in the order of the team; people who left, too. */
export function personRecords({ computed, environment: { today } }: Facts): PersonRecords[] {
  const source = sourceOf(computed);
  if (!source.rows('team')) return [];
  const [ids, archived] = [source.column('team', 'id'), source.column('team', 'archived')];
  const [due, late] = [source.column('customers', 'nextDue'), source.column('customers', 'daysOverdue')];
  return teamMembers(source).flatMap(({ name, active }, row): PersonRecords[] => {
    if (archived[row] === true) return [];
    const { customers, deals, tickets } = handover(source, row);
    return [
      {
        ...{ row, id: (ids[row] ?? null) as string | null, name, active, customers, deals, tickets },
        overdue: customers.filter((customer) => Number(late[customer]) > 0),
        dueWeek: customers.filter((customer) => typeof due[customer] === 'number' && due[customer] < today + 7),
      },
    ];
  });
}
