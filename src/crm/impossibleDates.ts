/** Dates that cannot be (C-04): something that ended before it began, or was done in the future. */
import type { Value } from './snapshot';

/** `later` never comes before `earlier`, by table. */
export const dateOrders: Readonly<Record<string, readonly { readonly earlier: string; readonly later: string }[]>> = {
  opportunities: [
    { earlier: 'createdAt', later: 'closedAt' },
    { earlier: 'createdAt', later: 'stageSince' },
  ],
  orders: [
    { earlier: 'orderedAt', later: 'shippedAt' },
    { earlier: 'orderedAt', later: 'acceptedAt' },
    { earlier: 'orderedAt', later: 'collectedAt' },
  ],
  tickets: [
    { earlier: 'submittedAt', later: 'firstResponseAt' },
    { earlier: 'submittedAt', later: 'resolvedAt' },
    { earlier: 'firstResponseAt', later: 'resolvedAt' },
  ],
  campaigns: [{ earlier: 'startAt', later: 'endAt' }],
};

/** What has been done has been done by now. */
export const pastDates: Readonly<Record<string, readonly string[]>> = {
  customers: ['createdAt'],
  followUps: ['heldAt'],
  contacts: ['birthday'],
  opportunities: ['closedAt'],
  orders: ['shippedAt', 'acceptedAt', 'collectedAt'],
  tickets: ['submittedAt', 'firstResponseAt', 'resolvedAt'],
  campaignTasks: ['doneAt'],
};

export interface ImpossibleDate {
  readonly row: number;
  readonly column: string;
  readonly value: number;
}

/** Impossible dates of one table, in row order. @param column values of a column by row */
export function impossibleDates(
  table: string,
  rows: readonly number[],
  column: (id: string) => readonly Value[],
  today: number,
): ImpossibleDate[] {
  const found = [
    ...(dateOrders[table] ?? []).flatMap(({ earlier, later }) => {
      const [from, to] = [column(earlier), column(later)];
      return rows.flatMap((row) => (isBefore(to[row], from[row]) ? [at(row, later, to[row])] : []));
    }),
    ...(pastDates[table] ?? []).flatMap((id) => {
      const values = column(id);
      return rows.flatMap((row) => (isBefore(today + 1, values[row], true) ? [at(row, id, values[row])] : []));
    }),
  ];
  const once = new Map(found.map((one) => [`${one.row} ${one.column}`, one]));
  return [...once.values()].sort((a, b) => a.row - b.row);
}

const at = (row: number, column: string, value: Value | undefined): ImpossibleDate => ({
  row,
  column,
  value: Number(value),
});

/** Whole days are compared: a ticket answered on the day it came is not answered before it. */
function isBefore(a: Value | undefined, b: Value | undefined, orEqual = false): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return orEqual ? a <= b : Math.floor(a) < Math.floor(b);
}
