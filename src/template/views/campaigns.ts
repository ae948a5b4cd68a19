import { campaignProgress, type CampaignProgress } from '../../crm/campaignProgress';
import type { Value } from '../../crm/snapshot';
import { upliftBetween, type Uplift } from '../../crm/uplift';
import { keyPrefix } from '../keyText';
import { customersByKey, liveCustomers, orderColumns } from './orders';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** Rows of a child table that are not archived, by the key of their campaign. */
export function rowsByCampaign(source: ViewSource, table: string): ReadonlyMap<Value, readonly number[]> {
  const groups = new Map<Value, number[]>();
  if (!source.rows(table)) return groups;
  const keys = source.column(table, 'campaignKey');
  for (const row of liveRows(source, table)) {
    const key = keys[row] ?? null;
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Task lines (rows) by the key of their campaign. */
export const tasksByCampaign = oncePerSource((source) => rowsByCampaign(source, 'campaignTasks'));

/** How far each campaign is, by the key that its lines carry (C-60). */
export const campaignSteps = oncePerSource((source, environment): ReadonlyMap<Value, CampaignProgress> => {
  const { today } = environment;
  const lines = tasksByCampaign(source, environment);
  const column = (id: string) => source.column('campaignTasks', id);
  return new Map(
    [...lines].map(([key, rows]) => {
      const [step, dueAt, doneAt] = [column('step'), column('dueAt'), column('doneAt')];
      const tasks = rows.map((row) => ({
        step: (step[row] ?? null) as string | null,
        dueAt: (dueAt[row] ?? null) as number | null,
        doneAt: (doneAt[row] ?? null) as number | null,
      }));
      return [key, campaignProgress(tasks, today)];
    }),
  );
});

export const noTasks = campaignProgress([], 0);

/** Customers (rows) who attended, by campaign. */
export const attendees = oncePerSource((source, environment): ReadonlyMap<Value, ReadonlySet<number>> => {
  const customers = customersByKey(source, environment);
  const members = rowsByCampaign(source, 'campaignMembers');
  return new Map(
    [...members].map(([key, rows]) => {
      const [state, customer] = [
        source.column('campaignMembers', 'state'),
        source.column('campaignMembers', 'customerKey'),
      ];
      const attended = rows.filter((row) => state[row] === 'attended');
      return [key, new Set(attended.flatMap((row) => customers.get(customer[row] ?? null) ?? []))];
    }),
  );
});

/**
 * Uplift of one campaign: what was bought in the campaign's own length after its end, against as long before its start
 * (C-61). `null` while that time is not over, or without dates or participants.
 */
export function campaignUplift(
  source: ViewSource,
  environment: Parameters<typeof attendees>[1],
  row: number,
): Uplift | null {
  const key = keyPrefix + String(source.column('campaigns', 'id')[row]);
  const who = attendees(source, environment).get(key);
  const start = Math.floor(numberOr(source.column('campaigns', 'startAt')[row], Number.NaN));
  const end = Math.floor(numberOr(source.column('campaigns', 'endAt')[row], Number.NaN));
  const length = Math.max(28, end - start + 1);
  if (!who?.size || !(end >= start) || end + length > environment.today) return null;
  const joined = { customers: who.size, before: 0, after: 0 };
  const others = { customers: liveCustomers(source, environment).size - who.size, before: 0, after: 0 };
  const spent = (from: number, to: number, period: 'before' | 'after') =>
    salesBetween(source, environment, from, to, (buyer, amount) => {
      (who.has(buyer) ? joined : others)[period] += amount;
    });
  spent(start - length, start - 1, 'before');
  spent(end + 1, end + length, 'after');
  return upliftBetween(joined, others);
}

/** Orders with customer, date and amount by date, so that a campaign looks at its own weeks only. */
const salesByDay = oncePerSource((source, environment) => {
  const { customer, day, amount } = orderColumns(source, environment);
  const rows = [...customer.keys()].filter((row) => customer[row]! >= 0 && !Number.isNaN(day[row]! + amount[row]!));
  rows.sort((a, b) => day[a]! - day[b]!);
  return {
    day: Float64Array.from(rows, (row) => day[row]!),
    customer: Int32Array.from(rows, (row) => customer[row]!),
    amount: Float64Array.from(rows, (row) => amount[row]!),
  };
});

/** Visits what was bought from a day to a day, both counted. */
function salesBetween(
  source: ViewSource,
  environment: Parameters<typeof attendees>[1],
  from: number,
  to: number,
  visit: (customer: number, amount: number) => void,
): void {
  const { day, customer, amount } = salesByDay(source, environment);
  for (let at = firstFrom(day, from); at < day.length && day[at]! <= to; at += 1) visit(customer[at]!, amount[at]!);
}

/** Position of the first day that is not before `day`. */
function firstFrom(days: Float64Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
