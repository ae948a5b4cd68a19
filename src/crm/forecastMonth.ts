/** The forecast by the month in which deals are expected to close, and as a whole (C-47). */
import { eomonth, toIso } from '../shared/dates';
import { sumMoney } from '../shared/numbers';
import {
  forecastCategories,
  simulateMoney,
  simulationDefaults,
  type Chance,
  type ForecastCategory,
  type Range,
} from './forecast';

/** An open deal, or one that was won in the current month. Money in major units. */
export interface ForecastDeal {
  readonly category: ForecastCategory;
  readonly amount: number | null;
  readonly probability: number | null;
  /** Amount x probability, rounded; `null` unless open with both. */
  readonly weighted: number | null;
  readonly expectedCloseAt: number | null;
}

export interface CategoryTotal {
  readonly category: ForecastCategory;
  readonly count: number;
  readonly amount: number;
  readonly weighted: number;
  readonly withoutAmount: number;
}

export interface ForecastMonth extends Omit<CategoryTotal, 'category'> {
  /** `2026-03`; `overdue` = expected before this month, `null` = no expected date. */
  readonly month: string | null;
  readonly range: Range;
}

export interface Forecast extends Omit<CategoryTotal, 'category'> {
  readonly range: Range;
  readonly runs: number;
  readonly seed: number;
  /** Each deal in exactly one of them. */
  readonly categories: readonly CategoryTotal[];
  readonly months: readonly ForecastMonth[];
}

/** Omitted and closed deals are in the categories and nowhere else. */
export function forecast(
  deals: readonly ForecastDeal[],
  today: number,
  digits: number,
  options: { readonly runs: number; readonly seed: number } = simulationDefaults,
): Forecast {
  const open = deals.filter(({ category }) => category !== 'omitted' && category !== 'closed');
  const figures = (some: readonly ForecastDeal[]) => ({
    ...totals(some, digits),
    range: simulateMoney(chancesOf(some), digits, options),
  });
  return {
    ...figures(open),
    ...options,
    categories: forecastCategories.map((category) => ({
      category,
      ...totals(
        deals.filter((deal) => deal.category === category),
        digits,
      ),
    })),
    months: [...byMonth(open, today)]
      .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
      .map(([month, some]) => ({ month, ...figures(some) })),
  };
}

/** Overdue first, without a date last. */
const rank = (month: string | null) => (month === 'overdue' ? '' : (month ?? 'undated'));

/** Month of the forecast in which a deal stands, see {@link ForecastMonth}. */
export function forecastMonthOf({ expectedCloseAt }: Pick<ForecastDeal, 'expectedCloseAt'>, today: number) {
  if (expectedCloseAt === null) return null;
  return expectedCloseAt < eomonth(today, -1) + 1 ? 'overdue' : toIso(expectedCloseAt).slice(0, 7);
}

function byMonth(deals: readonly ForecastDeal[], today: number): Map<string | null, ForecastDeal[]> {
  const months = new Map<string | null, ForecastDeal[]>();
  for (const deal of deals) {
    const month = forecastMonthOf(deal, today);
    const members = months.get(month);
    if (members) members.push(deal);
    else months.set(month, [deal]);
  }
  return months;
}

const chancesOf = (deals: readonly ForecastDeal[]): Chance[] =>
  deals.flatMap(({ amount, probability }) =>
    amount !== null && probability !== null ? [{ amount, probability }] : [],
  );

const totals = (deals: readonly ForecastDeal[], digits: number): Omit<CategoryTotal, 'category'> => ({
  count: deals.length,
  amount: sumMoney(
    deals.map(({ amount }) => amount),
    digits,
  ),
  weighted: sumMoney(
    deals.map(({ weighted }) => weighted),
    digits,
  ),
  withoutAmount: deals.filter(({ amount }) => amount === null).length,
});
