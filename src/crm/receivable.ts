/** Money that customers still owe, by age (C-51): due later, due today, and late by up to 30, 60, 90 days and more. */

export type AgeBand = 'notDue' | 'upTo30' | 'upTo60' | 'upTo90' | 'over90' | 'withoutDueDate';

export const ageBands: readonly AgeBand[] = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90', 'withoutDueDate'];

/** One order with money outstanding. */
export interface Receivable {
  /** Minor units, above 0. */
  readonly outstanding: number;
  /** Serial; `null` = nobody agreed on one. */
  readonly dueAt: number | null;
}

/** Upper ends of the late bands, in days. */
const bandEnds: readonly (readonly [number, AgeBand])[] = [
  [0, 'notDue'],
  [30, 'upTo30'],
  [60, 'upTo60'],
  [90, 'upTo90'],
];

/** Due today is not late. */
export function ageBand(dueAt: number | null, today: number): AgeBand {
  if (dueAt === null) return 'withoutDueDate';
  const days = today - Math.floor(dueAt);
  return bandEnds.find(([end]) => days <= end)?.[1] ?? 'over90';
}

export interface Ageing {
  readonly bands: readonly { readonly band: AgeBand; readonly orders: number; readonly amount: number }[];
  /** Minor units. */
  readonly total: number;
  readonly late: number;
}

/** Sums by age band, in minor units. */
export function ageing(receivables: readonly Receivable[], today: number): Ageing {
  const sums = new Map(ageBands.map((band) => [band, { band, orders: 0, amount: 0 }]));
  for (const { outstanding, dueAt } of receivables) {
    const sum = sums.get(ageBand(dueAt, today))!;
    sum.orders += 1;
    sum.amount += outstanding;
  }
  const bands = [...sums.values()];
  const total = bands.reduce((all, { amount }) => all + amount, 0);
  const onTime = bands.filter(({ band }) => band === 'notDue' || band === 'withoutDueDate');
  return { bands, total, late: total - onTime.reduce((all, { amount }) => all + amount, 0) };
}
