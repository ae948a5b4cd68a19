import { fromMinor, toMinor } from '../../../shared/numbers';
import type { Value } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import type { ViewSource } from '../source';
import { recordsOf } from './records';
import type { CustomerSatisfaction } from './satisfaction';

/** A figure and the records behind it; `null` = blank, which is not 0. */
export interface CustomerFigure {
  readonly value: number | null;
  readonly table: string;
  readonly rows: readonly number[];
}

export type FigureId = 'value' | 'orders' | 'lastOrder' | 'deals' | 'tickets' | 'satisfaction';

/** The figures of one customer, each with its rows: orders and won deals of the window, what is open, what was answered. */
export function figuresOf(
  source: ViewSource,
  environment: Environment,
  customer: number,
  { answers, mean }: CustomerSatisfaction,
): Readonly<Record<FigureId, CustomerFigure>> {
  const rows = (table: string) => recordsOf(source, environment, table, customer);
  const cell = (table: string, column: string, row: number) => numberOf(source.column(table, column)[row]);
  const [orders, deals, tickets] = [rows('orders'), rows('opportunities'), rows('tickets')];
  const open = deals.filter((row) => cell('opportunities', 'isOpen', row) === 1);
  const amount = (row: number) => toMinor(cell('opportunities', 'amount', row) ?? 0, environment.moneyDigits);
  const pipeline = open.reduce((sum, row) => sum + amount(row), 0);
  const last = cell('customers', 'lastOrderAt', customer);
  const answered = answers[0]?.table ?? 'surveys';
  return {
    value: { value: cell('customers', 'value', customer), ...worthRows(cell, environment, orders, deals) },
    orders: figureOf('orders', orders),
    lastOrder: {
      value: last,
      table: 'orders',
      rows: orders.filter((row) => last !== null && cell('orders', 'orderedAt', row) === last),
    },
    deals: {
      value: fromMinor(pipeline, environment.moneyDigits),
      table: 'opportunities',
      rows: [...open].sort((a, b) => amount(b) - amount(a)),
    },
    tickets: figureOf(
      'tickets',
      tickets.filter((row) => cell('tickets', 'isOpen', row) === 1),
    ),
    satisfaction: {
      value: mean,
      table: answered,
      rows: answers.filter(({ table }) => table === answered).map(({ row }) => row),
    },
  };
}

type Cell = (table: string, column: string, row: number) => number | null;

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);

const figureOf = (table: string, rows: readonly number[]): CustomerFigure => ({ value: rows.length, table, rows });

/** What the value adds up: orders of the window, for customers without any order deals that were won in it. */
function worthRows(
  cell: Cell,
  { today, valueWindowDays }: Environment,
  orders: readonly number[],
  deals: readonly number[],
): Pick<CustomerFigure, 'table' | 'rows'> {
  const inWindow = (day: number | null) => day !== null && day > today - valueWindowDays && day < today + 1;
  if (orders.length)
    return { table: 'orders', rows: orders.filter((row) => inWindow(cell('orders', 'orderedAt', row))) };
  const isWon = (row: number) => cell('opportunities', 'isWon', row) === 1;
  const won = deals.filter((row) => isWon(row) && inWindow(cell('opportunities', 'closedAt', row)));
  return { table: 'opportunities', rows: won };
}
