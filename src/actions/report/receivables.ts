import { People } from '../../crm/people';
import { ageBand, ageing, type AgeBand } from '../../crm/receivable';
import type { Snapshot, Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { customersByKey } from '../../template/views/orders';
import { openOrders } from '../../template/views/receivables';
import { sourceOf, type ViewSource } from '../../template/views/source';
import type { Facts } from './facts';

export interface ReceivablesReport {
  readonly total: number;
  readonly late: number;
  readonly bands: readonly { readonly band: AgeBand; readonly orders: number; readonly amount: number }[];
  /** Late ones, the longest first. */
  readonly overdue: readonly {
    readonly orderId: string | null;
    readonly customerId: string | null;
    readonly customer: string | null;
    /** Of the order, else of its customer. */
    readonly owner: string | null;
    readonly ownerId: string | null;
    readonly supervisor: string | null;
    readonly supervisorId: string | null;
    readonly outstanding: number;
    readonly dueAt: string;
    readonly daysLate: number;
    readonly band: AgeBand;
  }[];
}

/** Money that customers owe, by age, and the orders to ask for it (C-51). */
export function receivables({ computed, environment }: Facts): ReceivablesReport {
  const source = sourceOf(computed);
  const { today, moneyDigits } = environment;
  const open = openOrders(source, environment);
  const { bands, total, late } = ageing(open, today);
  const who = whoOf(computed, source, customersByKey(source, environment));
  return {
    total: fromMinor(total, moneyDigits),
    late: fromMinor(late, moneyDigits),
    bands: bands.map((band) => ({ ...band, amount: fromMinor(band.amount, moneyDigits) })),
    overdue: open
      .flatMap(({ row, outstanding, dueAt }) => {
        const daysLate = dueAt === null ? 0 : today - Math.floor(dueAt);
        if (dueAt === null || daysLate <= 0) return [];
        return [
          {
            ...who(row),
            outstanding: fromMinor(outstanding, moneyDigits),
            ...{ dueAt: toIso(dueAt), daysLate, band: ageBand(dueAt, today) },
          },
        ];
      })
      .sort((a, b) => b.daysLate - a.daysLate || b.outstanding - a.outstanding),
  };
}

/** Whom an order is about and whom to tell, by its row; names that nobody knows stay as they were typed. */
function whoOf(computed: Snapshot, source: ViewSource, customers: ReadonlyMap<Value, number>) {
  const people = new People(computed);
  const column = (table: string, id: string) => (source.rows(table) ? source.column(table, id) : []);
  const [ids, cells, keys, owners] = ['id', 'customer', 'customerKey', 'owner'].map((id) => column('orders', id));
  const [customerIds, names, ownersOf] = ['id', 'name', 'owner'].map((id) => column('customers', id));
  const at = (list: readonly Value[] | undefined, row: number | undefined): Value => list?.[row ?? -1] ?? null;
  return (row: number) => {
    const customer = customers.get(at(keys, row));
    const inCharge = at(owners, row) ?? at(ownersOf, customer);
    const [owner, supervisor] = [people.person(inCharge), people.supervisor(inCharge)];
    return {
      orderId: at(ids, row) as string | null,
      customerId: at(customerIds, customer) as string | null,
      customer: (at(names, customer) ?? at(cells, row)) as string | null,
      ...{ owner: owner?.name ?? null, ownerId: owner?.id ?? null },
      ...{ supervisor: supervisor?.name ?? null, supervisorId: supervisor?.id ?? null },
    };
  };
}
