/** How much of the business hangs on few customers (C-22): what happens when one of them leaves. */

export interface Concentration {
  /** Customers with a value above 0: the others do not carry anything. */
  readonly customers: number;
  /** Sum of their values, in the unit of the values. */
  readonly total: number;
  /** Share of the largest customer, 0..1; `null` without customers. */
  readonly top1: number | null;
  readonly top5: number | null;
  /** Herfindahl-Hirschman index: the sum of squared shares, 1/n..1; 1 = everything from one customer. */
  readonly hhi: number | null;
  /** Rows of the five largest, largest first. */
  readonly largest: readonly number[];
}

/** @param values customer values in integer minor units; blank, negative and zero ones carry nothing */
export function concentration(values: readonly (number | null)[]): Concentration {
  const carrying = values
    .flatMap((value, row) => (value !== null && value > 0 ? [{ value, row }] : []))
    .sort((a, b) => b.value - a.value || a.row - b.row);
  const total = carrying.reduce((sum, { value }) => sum + value, 0);
  const shares = carrying.map(({ value }) => value / total);
  const top = (count: number) => shares.slice(0, count).reduce((sum, share) => sum + share, 0);
  return {
    customers: carrying.length,
    total,
    top1: total ? top(1) : null,
    top5: total ? top(5) : null,
    hhi: total ? shares.reduce((sum, share) => sum + share * share, 0) : null,
    largest: carrying.slice(0, 5).map(({ row }) => row),
  };
}

/** Share of the `count` largest customers, 0..1; `null` without customers of value. */
export function topShare(values: readonly (number | null)[], count: number): number | null {
  const carrying = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => b - a);
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  return carrying.length ? sum(carrying.slice(0, count)) / sum(carrying) : null;
}

/** The same without one customer: "what if customer X leaves". */
export const withoutCustomer = (values: readonly (number | null)[], row: number): Concentration =>
  concentration(values.map((value, at) => (at === row ? null : value)));
