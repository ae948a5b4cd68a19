/** Win rate, sales cycle and velocity (C-46, C-47) of decided deals. */
import { fromMinor, toMinor } from '../shared/numbers';
import { partsOf } from '../shared/dates';
import type { Outcome } from './funnel';
import { proportion, type Proportion } from './proportion';
import { quantile } from './quantile';

export interface PaceDeal {
  readonly outcome: Outcome;
  /** Major units. */
  readonly amount: number | null;
  /** Serials. */
  readonly createdAt: number | null;
  readonly closedAt: number | null;
}

/** Days from creation to close. */
export interface Cycle {
  /** Deals with both dates in order. */
  readonly n: number;
  readonly meanDays: number | null;
  readonly medianDays: number | null;
}

export interface Quarter {
  /** `2017-Q1` */
  readonly quarter: string;
  readonly count: number;
  readonly amount: number;
}

export interface SalesPace {
  readonly winRate: Proportion;
  readonly cycleWon: Cycle;
  readonly cycleLost: Cycle;
  /** Mean amount of the won deals that have one. */
  readonly meanWonAmount: number | null;
  /** Open deals x mean won amount x win rate / mean days to win: money a day. `null` when one of them is unknown. */
  readonly velocity: number | null;
  /** Won deals by the quarter they closed in. */
  readonly wonByQuarter: readonly Quarter[];
  readonly wonWithoutDate: number;
}

export function salesPace(deals: readonly PaceDeal[], digits: number): SalesPace {
  const of = (outcome: Outcome) => deals.filter((deal) => deal.outcome === outcome);
  const [open, won, lost] = [of('open'), of('won'), of('lost')];
  const winRate = proportion(won.length, won.length + lost.length);
  const cycleWon = cycleOf(won);
  const meanWonAmount = meanAmount(won, digits);
  return {
    winRate,
    cycleWon,
    cycleLost: cycleOf(lost),
    meanWonAmount,
    velocity: velocityOf(open.length, meanWonAmount, winRate.rate, cycleWon.meanDays),
    wonByQuarter: quarters(won, digits),
    wonWithoutDate: won.filter((deal) => deal.closedAt === null).length,
  };
}

/** Money a day; `null` when a factor is unknown or a cycle takes no time. */
export const velocityOf = (open: number, amount: number | null, rate: number | null, days: number | null) =>
  amount === null || rate === null || !days ? null : (open * amount * rate) / days;

function cycleOf(deals: readonly PaceDeal[]): Cycle {
  const days = Float64Array.from(
    deals.flatMap(({ createdAt, closedAt }) =>
      createdAt !== null && closedAt !== null && closedAt >= createdAt
        ? [Math.floor(closedAt) - Math.floor(createdAt)]
        : [],
    ),
  ).sort();
  const n = days.length;
  if (!n) return { n, meanDays: null, medianDays: null };
  return { n, meanDays: days.reduce((sum, each) => sum + each, 0) / n, medianDays: quantile(days, 0.5) };
}

function meanAmount(deals: readonly PaceDeal[], digits: number): number | null {
  const known = deals.flatMap(({ amount }) => (amount === null ? [] : [toMinor(amount, digits)]));
  return known.length ? fromMinor(Math.round(known.reduce((sum, each) => sum + each, 0) / known.length), digits) : null;
}

function quarters(won: readonly PaceDeal[], digits: number): Quarter[] {
  const sums = new Map<string, { count: number; minor: number }>();
  for (const { closedAt, amount } of won) {
    if (closedAt === null) continue;
    const { year, month } = partsOf(closedAt);
    const quarter = `${year}-Q${Math.ceil(month / 3)}`;
    const sum = sums.get(quarter) ?? { count: 0, minor: 0 };
    sum.count += 1;
    sum.minor += amount === null ? 0 : toMinor(amount, digits);
    sums.set(quarter, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, { count, minor }]) => ({ quarter, count, amount: fromMinor(minor, digits) }));
}
