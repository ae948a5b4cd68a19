import { affinity as pairsOf } from '../../crm/affinity';
import { ageBand as bandOf, ageing as ageingOf } from '../../crm/receivable';
import { trends } from '../../crm/trend';
import { toIso } from '../../shared/dates';
import { fromMinor, toMinor } from '../../shared/numbers';
import { day, isBlank, number, numberWithin } from '../arguments';
import { cellError } from '../error';

/** Decimals of money when the function is not told. */
const usualDigits = 2;

function sameLength(...columns: readonly (readonly unknown[])[]): void {
  if (columns.some((column) => column.length !== columns[0]!.length)) throw cellError('invalidValue', 'unevenColumns');
}

/**
 * How late money is: notDue, upTo30, upTo60, upTo90, over90 days, or withoutDueDate.
 * @customfunction AGEBAND
 * @param dueAt Day the money is due; blank means that none was agreed.
 * @param today Date to count to, best a cell (crm_today). Blank gives an empty cell.
 * @returns The age band.
 * @example =CRM.AGEBAND([@[Due]], crm_today)
 */
export function ageBand(dueAt: unknown, today: unknown): string {
  const asOf = day('today', today);
  return asOf === null ? '' : bandOf(day('dueAt', dueAt), asOf);
}

/**
 * Outstanding money by age band as a table. Spills below and to the right.
 * @customfunction AGEING
 * @param outstanding Outstanding amount of each order, one column; blank and 0 are left out.
 * @param dueDates Day each order is due.
 * @param today Date to count to, best a cell (crm_today).
 * @returns Age band, orders, amount.
 * @example =CRM.AGEING(Orders[Outstanding], Orders[Due], crm_today)
 */
export function ageing(outstanding: unknown[][], dueDates: unknown[][], today: unknown): unknown[][] {
  sameLength(outstanding, dueDates);
  const asOf = day('today', today);
  if (asOf === null) return [['']];
  const open = outstanding.flatMap(([cell], row) => {
    const amount = number('outstanding', cell);
    if (amount === null || amount <= 0) return [];
    return [{ outstanding: toMinor(amount, usualDigits), dueAt: day('dueDates', dueDates[row]?.[0]) }];
  });
  return ageingOf(open, asOf).bands.map(({ band, orders, amount }) => [band, orders, fromMinor(amount, usualDigits)]);
}

/**
 * Products that the same customers buy, the likeliest pair first. Spills below and to the right.
 * @customfunction AFFINITY
 * @param customers Customer of each order, one column.
 * @param products Product of each order.
 * @param [count] Most pairs to show, 10 when left out.
 * @returns Product, product bought with it, customers who bought both, lift (1 = no connection).
 * @example =CRM.AFFINITY(Orders[Customer], Orders[Product])
 */
export function affinity(customers: unknown[][], products: unknown[][], count?: unknown): unknown[][] {
  sameLength(customers, products);
  const [customer, product] = [customers, products].map((column) => indexed(column)) as [Indexed, Indexed];
  const { pairs } = pairsOf(customer.rows.map((who, row) => ({ customer: who, product: product.rows[row]! })));
  const most = numberWithin('count', count, 1, 1000) ?? 10;
  const shown = pairs
    .slice(0, most)
    .map(({ a, b, support, lift }) => [product.names[a], product.names[b], support, lift]);
  return shown.length ? shown : [['', '', '', '']];
}

interface Indexed {
  readonly rows: readonly number[];
  readonly names: readonly unknown[];
}

/** Cells as indexes of their distinct values; blank = -1. */
function indexed(column: readonly (readonly unknown[])[]): Indexed {
  const names: unknown[] = [];
  const known = new Map<unknown, number>();
  const rows = column.map(([cell]) => {
    if (isBlank(cell)) return -1;
    const index = known.get(cell) ?? names.push(cell) - 1;
    known.set(cell, index);
    return index;
  });
  return { rows, names };
}

/**
 * Amount by category over the last 13 whole months, and growth of the last one against the same month of the year before.
 * @customfunction TREND
 * @param categories Category of each order, one column.
 * @param dates Day of each order.
 * @param amounts Amount of each order; blank adds nothing.
 * @param today Date to count to, best a cell (crm_today).
 * @returns A header row, then a row for each category: category, growth, the 13 months.
 * @example =CRM.TREND(D2:D500, Orders[Ordered], Orders[Amount], crm_today)
 */
export function trend(categories: unknown[][], dates: unknown[][], amounts: unknown[][], today: unknown): unknown[][] {
  sameLength(categories, dates, amounts);
  const asOf = day('today', today);
  if (asOf === null) return [['']];
  const sales = dates.flatMap(([cell], row) => {
    const at = day('dates', cell);
    if (at === null) return [];
    const [category, amount] = [categories[row]![0], number('amounts', amounts[row]![0])];
    const money = amount === null ? null : toMinor(amount, usualDigits);
    return [{ category: isBlank(category) ? null : String(category), day: at, amount: money }];
  });
  const found = trends(sales, asOf);
  if (!found.length) return [['']];
  return [
    ['', '', ...found[0]!.months.map(({ month }) => toIso(month).slice(0, 7))],
    ...found.map(({ category, growth, months }) => [
      category ?? '',
      growth ?? '',
      ...months.map(({ amount }) => fromMinor(amount, usualDigits)),
    ]),
  ];
}
