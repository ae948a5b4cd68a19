import { affinity as pairsOf, type Purchase } from '../../crm/affinity';
import { groundsOf, nextOffers } from '../../crm/offer';
import { ageBand as bandOf, ageing as ageingOf } from '../../crm/receivable';
import { trends } from '../../crm/trend';
import { toIso } from '../../shared/dates';
import { fromMinor, toMinor } from '../../shared/numbers';
import { day, isBlank, money, numberWithin, type Cells } from '../arguments';
import { cellError } from '../error';
import { wordIn } from '../labels';

/** Decimals of money when the function is not told. */
const usualDigits = 2;

function sameLength(...columns: readonly (readonly unknown[])[]): void {
  if (columns.some((column) => column.length !== columns[0]!.length)) throw cellError('invalidValue', 'unevenColumns');
}

/**
 * How late money is: not due, up to 30, 60 or 90 days late, more than 90, or without a due date.
 * @customfunction AGEBAND
 * @param dueAt Day the money is due; blank means that none was agreed.
 * @param today Date to count to, best a cell (crm_today). Blank gives an empty cell.
 * @param [language] Language of the answer: "en" or "zh-CN", best the workbook's (crm_language); "code" gives the code behind it. Left out: "en".
 * @returns The age band; its codes: notDue, upTo30, upTo60, upTo90, over90, withoutDueDate.
 * @example =CRM.AGEBAND([@[Payment due]], crm_today)
 */
export function ageBand(dueAt: unknown, today: unknown, language?: unknown): string {
  const asOf = day('today', today);
  return asOf === null ? '' : wordIn('ageBand', bandOf(day('dueAt', dueAt), asOf), language);
}

/**
 * Outstanding money by age band as a table. Spills below and to the right.
 * @customfunction AGEING
 * @param outstanding Outstanding amount of each order, one column; blank and 0 are left out.
 * @param dueDates Day each order is due.
 * @param today Date to count to, best a cell (crm_today).
 * @param [language] Language of the answer: "en" or "zh-CN", best the workbook's (crm_language); "code" gives the code behind it. Left out: "en".
 * @returns Age band, orders, amount.
 * @example =CRM.AGEING(Orders[Outstanding], Orders[Payment due], crm_today)
 */
export function ageing(
  outstanding: unknown[][],
  dueDates: unknown[][],
  today: unknown,
  language?: unknown,
): unknown[][] {
  sameLength(outstanding, dueDates);
  const asOf = day('today', today);
  if (asOf === null) return [['']];
  const open = outstanding.flatMap(([cell], row) => {
    const amount = money('outstanding', cell);
    if (amount === null || amount <= 0) return [];
    return [{ outstanding: toMinor(amount, usualDigits), dueAt: day('dueDates', dueDates[row]?.[0]) }];
  });
  return ageingOf(open, asOf).bands.map(({ band, orders, amount }) => [
    wordIn('ageBand', band, language),
    orders,
    fromMinor(amount, usualDigits),
  ]);
}

/**
 * Products that the same customers buy, the likeliest pair first. Spills below and to the right.
 * @customfunction AFFINITY
 * @param customers Customer of each order, one column.
 * @param products Product of each order.
 * @param [count] Most pairs to show, 10 when left out.
 * @param [amounts] Amount of each order; refunds and orders of zero are left out.
 * @returns Product, product bought with it, customers who bought both, lift (1 = no connection).
 * @example =CRM.AFFINITY(Orders[Customer], Orders[Product], 10, Orders[Amount])
 */
export function affinity(
  customers: unknown[][],
  products: unknown[][],
  count?: unknown,
  amounts?: unknown[][],
): unknown[][] {
  const { product, pairs } = boughtTogether(customers, products, amounts);
  const most = numberWithin('count', count, 1, 1000) ?? 10;
  const shown = pairs
    .slice(0, most)
    .map(({ a, b, support, lift }) => [product.names[a], product.names[b], support, lift]);
  return shown.length ? shown : [['', '', '', '']];
}

/**
 * What to offer a customer next: products not bought yet that buyers of the same things buy, the likeliest first. Spills below and to the right.
 * @customfunction OFFERNEXT
 * @param customer The customer, written as in customers. Blank gives an empty cell.
 * @param customers Customer of each order, one column.
 * @param products Product of each order.
 * @param [count] Most products to show, 3 when left out.
 * @param [amounts] Amount of each order; refunds and orders of zero are left out.
 * @returns Product, product bought that speaks for it, customers who bought both, lift (1 = no connection).
 * @example =CRM.OFFERNEXT([@[Customer ID]], Orders[Customer], Orders[Product], 3, Orders[Amount])
 */
export function offerNext(
  customer: unknown,
  customers: unknown[][],
  products: unknown[][],
  count?: unknown,
  amounts?: unknown[][],
): unknown[][] {
  const { buyer, product, pairs, baskets } = boughtTogether(customers, products, amounts);
  const basket = isBlank(customer) ? undefined : baskets.get(buyer.names.indexOf(customer));
  const most = numberWithin('count', count, 1, 1000) ?? 3;
  const shown = nextOffers(basket ?? new Set(), groundsOf(pairs), most).map((offer) => [
    ...[product.names[offer.product], product.names[offer.because], offer.support, offer.lift],
  ]);
  return shown.length ? shown : [['', '', '', '']];
}

function boughtTogether(customers: Cells, products: Cells, amounts?: Cells) {
  const [buyer, product] = [indexed(customers), indexed(products)];
  return { buyer, product, ...pairsOf(purchasesOf(buyer, product, amounts)) };
}

/** Who bought what; a refund, or an order of zero, is no purchase. */
function purchasesOf(customer: Indexed, product: Indexed, amounts?: Cells): Purchase[] {
  sameLength(customer.rows, product.rows, ...(amounts ? [amounts] : []));
  const isPurchase = (row: number) => !(amounts && (money('amounts', amounts[row]![0]) ?? 1) <= 0);
  return customer.rows.flatMap((who, row) => (isPurchase(row) ? [{ customer: who, product: product.rows[row]! }] : []));
}

interface Indexed {
  readonly rows: readonly number[];
  readonly names: readonly unknown[];
}

/** Cells as indexes of their distinct values; blank = -1. */
function indexed(column: Cells): Indexed {
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
    const [category, amount] = [categories[row]![0], money('amounts', amounts[row]![0])];
    const minor = amount === null ? null : toMinor(amount, usualDigits);
    return [{ category: isBlank(category) ? null : String(category), day: at, amount: minor }];
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
