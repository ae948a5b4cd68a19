import { contributionOf, type Contribution, type SoldLine } from '../../crm/contribution';
import type { Value } from '../../crm/snapshot';
import { toMinor } from '../../shared/numbers';
import type { Environment } from '../twins';
import { customersByKey, liveCustomers } from './orders';
import { productsByKey } from './sales';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** Money in minor units. */
export interface CustomerContribution extends Contribution {
  readonly visits: number;
  readonly tickets: number;
}

/** What each customer left over within the value window, by row of the customers table; `null` for archived ones (C-10). */
export const contributionView = oncePerSource((source, environment): readonly (CustomerContribution | null)[] => {
  const live = liveCustomers(source, environment);
  const lines = soldLines(source, environment);
  const { visit, ticket } = environment.serviceCosts;
  const minor = (cost: number | null) => (cost === null ? null : toMinor(cost, environment.moneyDigits));
  const costs = { visit: minor(visit), ticket: minor(ticket) };
  const isHeld = (outcome: Value) => outcome !== 'noAnswer';
  const visits = countRecent(source, environment, 'followUps', 'heldAt', { column: 'outcome', counts: isHeld });
  const tickets = countRecent(source, environment, 'tickets', 'submittedAt');
  return Array.from({ length: source.rows('customers') }, (_, row) => {
    if (!live.has(row)) return null;
    const service = { visits: visits.get(row) ?? 0, tickets: tickets.get(row) ?? 0 };
    return { ...contributionOf(lines.get(row) ?? [], service.visits, service.tickets, costs), ...service };
  });
});

const isRecent = (day: Value, { today, valueWindowDays }: Environment): boolean =>
  typeof day === 'number' && day > today - valueWindowDays && day < today + 1;

/** Orders of the window by row of their customer. */
function soldLines(source: ViewSource, environment: Environment): ReadonlyMap<number, readonly SoldLine[]> {
  const lines = new Map<number, SoldLine[]>();
  if (!source.rows('orders')) return lines;
  const [customers, products] = [customersByKey(source, environment), productsByKey(source, environment)];
  const [keys, productKeys, days] = ['customerKey', 'productKey', 'orderedAt'].map((id) => source.column('orders', id));
  const [amounts, quantities] = ['amount', 'quantity'].map((id) => source.column('orders', id));
  const unitCosts = source.rows('products') ? source.column('products', 'unitCost') : [];
  const minor = (cell: Value | undefined) => (typeof cell === 'number' ? toMinor(cell, environment.moneyDigits) : null);
  for (const row of liveRows(source, 'orders')) {
    const who = customers.get(keys![row] ?? null);
    if (who === undefined || !isRecent(days![row] ?? null, environment)) continue;
    const product = products.get(productKeys![row] ?? null) ?? -1;
    const quantity = numberOr(quantities![row], Number.NaN);
    const line = { amount: minor(amounts![row]), unitCost: minor(unitCosts[product]) };
    const known = lines.get(who) ?? [];
    if (!known.length) lines.set(who, known);
    known.push({ ...line, quantity: Number.isNaN(quantity) ? null : quantity });
  }
  return lines;
}

interface Filter {
  readonly column: string;
  readonly counts: (cell: Value) => boolean;
}

/** Records of the window by row of their customer. */
function countRecent(
  source: ViewSource,
  environment: Environment,
  table: string,
  date: string,
  filter?: Filter,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  if (!source.rows(table)) return counts;
  const customers = customersByKey(source, environment);
  const [keys, days] = ['customerKey', date].map((id) => source.column(table, id));
  const cells = filter ? source.column(table, filter.column) : [];
  for (const row of liveRows(source, table)) {
    const who = customers.get(keys![row] ?? null);
    if (who === undefined || !isRecent(days![row] ?? null, environment)) continue;
    if (!filter || filter.counts(cells[row] ?? null)) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return counts;
}
