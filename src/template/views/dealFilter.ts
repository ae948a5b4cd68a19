import { eomonth, partsOf } from '../../shared/dates';
import type { DealRecord } from './deals';

/** Periods in which deals were created or closed. */
export const dealPeriods = ['month', 'quarter', 'year', 'last12Months', 'all'] as const;
export type DealPeriod = (typeof dealPeriods)[number];

/** Asks for the deals that have no owner, source or product, or one that is not clear; no key and no code is empty. */
export const unset = '';

/**
 * Which deals count; `null` = whoever, wherever from, whatever, {@link unset} = those without one. Owner and product are
 * keys, the source is a code.
 */
export interface DealFilter {
  readonly period: DealPeriod;
  readonly owner: string | null;
  readonly source: string | null;
  readonly product: string | null;
}

export const everyDeal: DealFilter = { period: 'all', owner: null, source: null, product: null };

/** Serials; both ends count. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Days of a period around today: this month, quarter and year are whole ones; `null` = any day. */
export function periodDays(period: DealPeriod, today: number): DayRange | null {
  const { month } = partsOf(today);
  const whole = (before: number, after: number): DayRange => ({
    from: eomonth(today, -before - 1) + 1,
    to: eomonth(today, after),
  });
  const inQuarter = (month - 1) % 3;
  switch (period) {
    case 'month':
      return whole(0, 0);
    case 'quarter':
      return whole(inQuarter, 2 - inQuarter);
    case 'year':
      return whole(month - 1, 12 - month);
    case 'last12Months':
      return whole(11, 0);
    case 'all':
      return null;
  }
}

/** Deals of the owner, source and product that were created or closed in the period. */
export function filterDeals(deals: readonly DealRecord[], filter: DealFilter, today: number): readonly DealRecord[] {
  const days = periodDays(filter.period, today);
  const isIn = (day: number | null) => day !== null && isWithin(Math.floor(day), days);
  return deals.filter(
    ({ ownerKey, source, productKey, createdAt, closedAt }) =>
      fits(filter.owner, ownerKey ?? unset) &&
      fits(filter.source, source ?? unset) &&
      fits(filter.product, productKey ?? unset) &&
      (days === null || isIn(createdAt) || isIn(closedAt)),
  );
}

/** Whether a value is the one that is asked for, if any is. */
export const fits = (wanted: string | null, value: string | null): boolean => wanted === null || wanted === value;

export const isWithin = (day: number, days: DayRange | null): boolean =>
  days === null || (day >= days.from && day <= days.to);
