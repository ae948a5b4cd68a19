/** How often a customer orders: the days between orders, and their median (C-31). */
import { quantile } from './quantile';

/** Days between neighbouring days of orders. `days` ascending serials; two orders of one day are one occasion. */
export function orderGaps(days: readonly number[]): number[] {
  return days.slice(1).flatMap((day, index) => (day > days[index]! ? [day - days[index]!] : []));
}

/** The median, between the two middle ones when there are two; `null` without gaps. */
export function medianGap(gaps: readonly number[]): number | null {
  return gaps.length ? quantile(Float64Array.from(gaps).sort(), 0.5) : null;
}
