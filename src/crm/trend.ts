/**
 * Demand by category and month (C-70), with a guard against the season: a month is compared with the same month of the
 * year before, and with the months before it only when there is no such month.
 */
import { partsOf, serialOf } from '../shared/dates';

export interface Sale {
  /** Category; `null` = of no known product. */
  readonly category: string | null;
  /** Serial. */
  readonly day: number;
  /** Minor units; `null` = without amount. */
  readonly amount: number | null;
}

export interface TrendMonth {
  /** First day, serial. */
  readonly month: number;
  readonly orders: number;
  readonly amount: number;
  readonly withoutAmount: number;
}

export type Basis = 'sameMonthLastYear' | 'monthsBefore' | 'tooShort';

export interface CategoryTrend {
  readonly category: string | null;
  readonly months: readonly TrendMonth[];
  /** Last whole month against its basis: 0.1 = 10 % more; `null` without one. */
  readonly growth: number | null;
  readonly basis: Basis;
}

/** Months before the last one that are averaged when there is no year before. */
const monthsAveraged = 3;

/** Trends of the last 13 whole months before the month of `today`, categories by falling amount. */
export function trends(sales: readonly Sale[], today: number): CategoryTrend[] {
  const months = Array.from({ length: 13 }, (_, index) => monthStart(today, index - 13));
  const from = months[0]!;
  const end = monthStart(today, 0);
  const byCategory = new Map<string | null, Sale[]>();
  for (const sale of sales) {
    if (sale.day < from || sale.day >= end) continue;
    const list = byCategory.get(sale.category);
    if (list) list.push(sale);
    else byCategory.set(sale.category, [sale]);
  }
  return [...byCategory]
    .map(([category, list]) => trendOf(category, list, months))
    .sort((a, b) => totalOf(b) - totalOf(a) || String(a.category).localeCompare(String(b.category), 'en'));
}

function trendOf(category: string | null, sales: readonly Sale[], starts: readonly number[]): CategoryTrend {
  const months = starts.map((month) => ({ month, orders: 0, amount: 0, withoutAmount: 0 }));
  for (const { day, amount } of sales) {
    const month = months[monthNumber(day) - monthNumber(starts[0]!)]!;
    month.orders += 1;
    if (amount === null) month.withoutAmount += 1;
    else month.amount += amount;
  }
  return { category, months, ...growthOf(months.map(({ amount }) => amount)) };
}

function growthOf(amounts: readonly number[]): Pick<CategoryTrend, 'growth' | 'basis'> {
  const last = amounts.at(-1)!;
  const lastYear = amounts[0]!;
  if (lastYear > 0) return { growth: last / lastYear - 1, basis: 'sameMonthLastYear' };
  const before = amounts.slice(-1 - monthsAveraged, -1);
  const mean = before.reduce((sum, amount) => sum + amount, 0) / monthsAveraged;
  return before.every((amount) => amount > 0)
    ? { growth: last / mean - 1, basis: 'monthsBefore' }
    : { growth: null, basis: 'tooShort' };
}

const totalOf = ({ months }: CategoryTrend) => months.reduce((sum, { amount }) => sum + amount, 0);

/** Months since the year 0. */
function monthNumber(day: number): number {
  const { year, month } = partsOf(day);
  return year * 12 + (month - 1);
}

/** First day of the month that lies `offset` months from the month of `day`. */
function monthStart(day: number, offset: number): number {
  const index = monthNumber(day) + offset;
  return serialOf(Math.floor(index / 12), (index % 12) + 1, 1)!;
}
