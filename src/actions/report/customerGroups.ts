import { lifecycles } from '../../crm/lifecycle';
import { others, prospects } from '../../crm/segment';
import { fromMinor } from '../../shared/numbers';
import { lifecycleView } from '../../template/views/lifecycle';
import { rfmView } from '../../template/views/rfm';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Customers that belong together; rows of the customers table. */
export interface CustomerGroup {
  /** Code of the list `rfmSegment` or `lifecycle`, or a segment of the manager's own. */
  readonly group: string;
  readonly rows: readonly number[];
  /** What they bought within the window of RFM, major units; `null` where that is not what the group is about. */
  readonly amount: number | null;
}

/** Segments by recency, frequency and money (C-17), in the order of the map; empty ones are left out. */
export function rfmGroups({ computed, environment }: Facts): readonly CustomerGroup[] {
  const view = rfmView(sourceOf(computed), environment);
  const { moneyDigits, customers } = environment;
  const order = [...new Set([...customers.rfm.rules.map(({ segment }) => segment), others, prospects])];
  const amountOf = (rows: readonly number[]) => rows.reduce((sum, row) => sum + view.amount[row]!, 0);
  return grouped(view.segment, order).map(({ group, rows }) => ({
    ...{ group, rows },
    amount: fromMinor(amountOf(rows), moneyDigits),
  }));
}

/** Stages of a customer's life with us (C-24), from the first to the last; empty ones are left out. */
export function lifecycleGroups({ computed, environment }: Facts): readonly CustomerGroup[] {
  const stages = lifecycleView(sourceOf(computed), environment).map((view) => view?.lifecycle ?? null);
  return grouped(stages, lifecycles).map((group) => ({ ...group, amount: null }));
}

function grouped(groups: readonly (string | null)[], order: readonly string[]): Omit<CustomerGroup, 'amount'>[] {
  const rows = new Map<string, number[]>(order.map((group) => [group, []]));
  groups.forEach((group, row) => {
    if (group === null) return;
    const known = rows.get(group);
    if (known) known.push(row);
    else rows.set(group, [row]);
  });
  return [...rows].flatMap(([group, found]) => (found.length ? [{ group, rows: found }] : []));
}
