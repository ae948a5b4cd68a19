import { ageBand, ageing, type AgeBand } from '../../crm/receivable';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { openOrders } from '../../template/views/receivables';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

export interface ReceivablesReport {
  readonly total: number;
  readonly late: number;
  readonly bands: readonly { readonly band: AgeBand; readonly orders: number; readonly amount: number }[];
  /** Late ones, the longest first. */
  readonly overdue: readonly {
    readonly orderId: string | null;
    readonly customer: string | null;
    readonly owner: string | null;
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
  const text = (column: string, row: number) => (source.column('orders', column)[row] ?? null) as string | null;
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
            ...{ orderId: text('id', row), customer: text('customer', row), owner: text('owner', row) },
            outstanding: fromMinor(outstanding, moneyDigits),
            ...{ dueAt: toIso(dueAt), daysLate, band: ageBand(dueAt, today) },
          },
        ];
      })
      .sort((a, b) => b.daysLate - a.daysLate || b.outstanding - a.outstanding),
  };
}
