import type { Snapshot } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import { careView } from '../care';
import { sourceOf } from '../source';
import { worthOf, type Candidate } from './candidate';

/** Days before its day on which a day of care shows up. */
const ahead = 7;

/** Birthdays and anniversaries of the coming days, with the greeting to send (C-41). */
export function careWaiting(computed: Snapshot, environment: Environment): readonly Candidate[] {
  const source = sourceOf(computed);
  const [owner, value] = ['owner', 'value'].map((id) => source.column('customers', id));
  return careView(computed, environment)
    .events.filter(({ date }) => date <= environment.today + ahead)
    .map(({ kind, date, years, customer, contact, greeting }) => ({
      kind: 'care',
      table: contact === null ? 'customers' : 'contacts',
      row: (contact ?? customer)!,
      customer,
      owner: owner![customer ?? -1] ?? null,
      dueAt: date,
      value: worthOf(value!, customer),
      reason: { code: kind, values: { years, greeting } },
    }));
}
