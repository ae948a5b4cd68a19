/** How often a customer orders: the days between orders, and their median (C-31). */
import { quantile } from './quantile';

/** Days between neighbouring days of orders. `days` ascending serials; two orders of one day are one occasion. */
export function orderGaps(days: readonly number[]): number[] {
  const gaps: number[] = [];
  for (let index = 1; index < days.length; index += 1) {
    const gap = days[index]! - days[index - 1]!;
    if (gap > 0) gaps.push(gap);
  }
  return gaps;
}

/** The median, between the two middle ones when there are two; `null` without gaps. */
export function medianGap(gaps: readonly number[]): number | null {
  return gaps.length ? quantile(Float64Array.from(gaps).sort(), 0.5) : null;
}
