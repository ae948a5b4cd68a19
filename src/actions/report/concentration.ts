import { concentration as measure, withoutCustomer } from '../../crm/concentration';
import { fromMinor, toMinor } from '../../shared/numbers';
import { live, type Facts } from './facts';

export interface ConcentrationReport {
  readonly customers: number;
  readonly total: number;
  readonly top1: number | null;
  readonly top5: number | null;
  readonly hhi: number | null;
  /** The five largest; `totalWithout` and `top1Without`: what is left when this one leaves. */
  readonly largest: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly value: number;
    readonly share: number;
    readonly totalWithout: number;
    readonly top1Without: number | null;
  }[];
}

/** How much of the customers' value comes from few of them (C-22). */
export function concentration({ computed, environment: { moneyDigits } }: Facts): ConcentrationReport {
  const rows = live(computed, 'customers', ['id', 'name', 'value']);
  const values = rows.map(({ value }) => (typeof value === 'number' ? toMinor(value, moneyDigits) : null));
  const { customers, total, top1, top5, hhi, largest } = measure(values);
  return {
    customers,
    total: fromMinor(total, moneyDigits),
    ...{ top1, top5, hhi },
    largest: largest.map((row) => {
      const left = withoutCustomer(values, row);
      return {
        customerId: rows[row]!.id as string | null,
        customer: String(rows[row]!.name ?? ''),
        value: fromMinor(values[row]!, moneyDigits),
        share: values[row]! / total,
        totalWithout: fromMinor(left.total, moneyDigits),
        top1Without: left.top1,
      };
    }),
  };
}
