import type { Changeset, NewRecord } from '../crm/changeset';
import { lostRegister, type LifecycleRule } from '../crm/lifecycle';
import { historyOf } from '../crm/lifecycleFlow';
import type { Snapshot, Value } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { Computation } from '../template/compute';
import { lifecycleEntries } from '../template/lifecycleEntries';
import { tableDef } from '../template/load';
import { lifecycleView, type LifecycleView } from '../template/views/lifecycle';
import { purchaseDays } from '../template/views/orders';
import { applying } from './applied';
import { fieldChanges, rowOf, unusedIds } from './record';

/** What a person says about a customer who left (C-31). */
export interface CustomerLoss {
  /** Id of the customer. */
  readonly customer: string;
  /** Code of the reason: without it nobody learns from the loss. */
  readonly reason: string;
  /** Day of the loss, serial; blank: today. */
  readonly at?: number;
}

/**
 * Marks a customer lost, which is no end: back to the prospective register, with the reason (C-32). A stage that somebody
 * held is let go, because the evidence speaks now. Throws `recordNotFound`, `reasonNeeded`, `dayInFuture`, `boughtSince`.
 */
export function loseCustomerChangeset(snapshot: Snapshot, loss: CustomerLoss, clock: number): Changeset {
  const facts = factsOf(snapshot, loss.customer, clock);
  const at = Math.floor(loss.at ?? facts.today);
  if (!loss.reason) throw new CrmError('reasonNeeded');
  if (at > facts.today) throw new CrmError('dayInFuture', { day: toIso(at) });
  if (facts.lastOrder !== null && facts.lastOrder > at)
    throw new CrmError('boughtSince', { day: toIso(facts.lastOrder) });
  const values = { lostAt: at, lostReason: loss.reason, leadRegister: lostRegister, lifecycle: null };
  return changesetOf('loseCustomer', snapshot, facts, values, { at, lifecycle: 'prospective', rule: 'lostReturned' });
}

/**
 * The customer bought again: out of the register of the lost. Day and reason of the loss stay, so that the win-back rate
 * counts both (C-32). Throws `recordNotFound`, `notLost`, and `notBoughtSince` as long as there is no order after the loss.
 */
export function winBackChangeset(snapshot: Snapshot, customer: string, clock: number): Changeset {
  const facts = factsOf(snapshot, customer, clock);
  const { computed } = facts.view;
  if (computed.rule === 'lostReturned') throw new CrmError('notBoughtSince', { id: customer });
  if (facts.cell('leadRegister') !== lostRegister) throw new CrmError('notLost', { id: customer });
  const held = facts.cell('lifecycle');
  const isOver = held === 'lost' || held === 'prospective';
  const values = { leadRegister: null, ...(isOver && { lifecycle: null }) };
  const lifecycle = isOver || held === null ? computed.lifecycle : String(held);
  return changesetOf('winBack', snapshot, facts, values, { at: facts.today, lifecycle, rule: computed.rule });
}

/** Writes the loss. */
export const loseCustomer = applying(loseCustomerChangeset);

/** Writes the win-back. */
export const winBack = applying(winBackChangeset);

interface CustomerFacts {
  readonly row: number;
  readonly cell: (column: string) => Value;
  readonly view: LifecycleView;
  readonly lastOrder: number | null;
  readonly today: number;
}

function factsOf(snapshot: Snapshot, customer: string, clock: number): CustomerFacts {
  const source = new Computation(snapshot, clock);
  const { environment } = source;
  const row = rowOf(snapshot, 'customers', customer);
  const view = lifecycleView(source, environment)[row];
  if (!view) throw new CrmError('recordNotFound', { table: 'customers', id: customer });
  const cell = (column: string) => source.column('customers', column)[row] ?? null;
  return {
    row,
    cell,
    view,
    lastOrder: purchaseDays(source, environment)[row]?.at(-1) ?? null,
    today: environment.today,
  };
}

interface Stay {
  readonly at: number;
  readonly lifecycle: string;
  readonly rule: LifecycleRule;
}

function changesetOf(
  action: string,
  snapshot: Snapshot,
  { row, cell, today }: CustomerFacts,
  values: Readonly<Record<string, Value>>,
  stay: Stay,
): Changeset {
  const updates = fieldChanges(snapshot, 'customers', row, values);
  const appends = updates.length ? historyLine(snapshot, String(cell('id')), stay, today) : [];
  return { action, updates, appends, removals: [] };
}

/** Written forwards: not before the customer's last line. None when the workbook lacks the table, or says so already. */
function historyLine(snapshot: Snapshot, customer: string, { at, ...stay }: Stay, today: number): NewRecord[] {
  const table = snapshot.tables.lifecycleHistory;
  if (!table) return [];
  const last = historyOf(lifecycleEntries(table.columns), today).get(customer)?.at(-1);
  if (last?.lifecycle === stay.lifecycle) return [];
  const day = Math.max(at, last?.at ?? at);
  const id = unusedIds(snapshot, 'lifecycleHistory')(`${tableDef('lifecycleHistory').idPrefix}-${day}-${customer}`);
  return [{ table: 'lifecycleHistory', id, values: { id, customer, at: day, ...stay } }];
}
