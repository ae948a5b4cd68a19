import type { Value } from '../../../crm/snapshot';
import { liveRows, type ViewSource } from '../source';
import { parentRows } from '../team';
import { numberIn, worthOf, type Waits } from './candidate';

/** Days before a clock ends on which its ticket is near it. */
const near = 1;

/** Open tickets past one of their clocks or near it (C-54); a clock that stands still for the customer waits too. */
export const ticketsWaiting: Waits = (source, { today }) => {
  if (!source.rows('tickets')) return [];
  const column = (id: string) => source.column('tickets', id);
  const [isOpen, owner, priority] = ['isOpen', 'owner', 'priority'].map(column);
  const customers = parentRows(source, 'tickets', 'customer', 'customers');
  const values = source.column('customers', 'value');
  const clockOf = runningClock(source);
  return liveRows(source, 'tickets').flatMap((row) => {
    const clock = isOpen![row] === 1 ? clockOf(row) : null;
    if (!clock || Math.floor(clock.dueAt) > today + near) return [];
    const customer = customers[row] ?? null;
    return {
      kind: 'ticket',
      table: 'tickets',
      row,
      customer,
      owner: owner![row] ?? null,
      dueAt: clock.dueAt,
      value: worthOf(values, customer),
      reason: { code: clock.name, values: { endsAt: clock.dueAt, priority: priority![row] ?? null } },
    };
  });
};

/** The clock of a ticket that ends first among those that still run. */
function runningClock(source: ViewSource): (row: number) => { name: string; dueAt: number } | null {
  const column = (id: string): readonly Value[] => source.column('tickets', id);
  const [responseDue, responseAt] = [column('firstResponseDueAt'), column('firstResponseAt')];
  const [resolutionDue, resolvedAt, status] = [column('resolutionDueAt'), column('resolvedAt'), column('status')];
  return (row) => {
    const response = numberIn(responseAt, row) === null ? numberIn(responseDue, row) : null;
    const isWaiting = status[row] === 'waitingCustomer';
    const resolution = numberIn(resolvedAt, row) === null && !isWaiting ? numberIn(resolutionDue, row) : null;
    if (response !== null && (resolution === null || response <= resolution))
      return { name: 'firstResponse', dueAt: response };
    return resolution === null ? null : { name: 'resolution', dueAt: resolution };
  };
}
