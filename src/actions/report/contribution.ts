import type { ContributionRule } from '../../crm/contribution';
import { fromMinor } from '../../shared/numbers';
import { contributionView } from '../../template/views/contribution';
import { sourceOf } from '../../template/views/source';
import { named } from './named';
import type { Facts } from './facts';

/** Money in major units. */
export interface CustomerContributionReport {
  readonly customerId: string | null;
  readonly customer: string;
  readonly rule: ContributionRule;
  readonly contribution: number;
  readonly revenue: number;
  readonly goods: number;
  readonly service: number | null;
  readonly orders: number;
  readonly withoutCost: number;
  readonly visits: number;
  readonly tickets: number;
}

export interface ContributionReport {
  readonly days: number;
  /** Cost of one, as set; `null` = nobody set it, so it is in no account. */
  readonly visitCost: number | null;
  readonly ticketCost: number | null;
  /** Sum of the customers below; `null` without any. */
  readonly total: number | null;
  /** Orders left out because amount, quantity or unit cost is blank. */
  readonly withoutCost: number;
  /** The least first; customers of whom nothing could be counted are left out. */
  readonly customers: readonly CustomerContributionReport[];
}

/** Revenue less goods, visits and tickets, customer by customer (C-10). */
export function contribution({ computed, environment }: Facts): ContributionReport {
  const source = sourceOf(computed);
  const { moneyDigits, serviceCosts, valueWindowDays } = environment;
  const major = (money: number) => fromMinor(money, moneyDigits);
  const views = contributionView(source, environment);
  const customer = source.rows('customers') ? named(source, 'customers') : () => ({ id: null, name: '' });
  const customers = views.flatMap((found, row): CustomerContributionReport[] => {
    if (found === null || found.contribution === null) return [];
    const { id, name } = customer(row);
    const [contribution, revenue, goods] = [found.contribution, found.revenue, found.goods].map(major) as [
      ...[number, number, number],
    ];
    const service = found.service === null ? null : major(found.service);
    return [{ ...found, ...{ customerId: id, customer: name, contribution, revenue, goods, service } }];
  });
  const total = views.reduce((sum, found) => sum + (found?.contribution ?? 0), 0);
  return {
    ...{ days: valueWindowDays, visitCost: serviceCosts.visit, ticketCost: serviceCosts.ticket },
    total: customers.length ? major(total) : null,
    withoutCost: views.reduce((sum, found) => sum + (found?.withoutCost ?? 0), 0),
    customers: customers.sort((a, b) => a.contribution - b.contribution),
  };
}
