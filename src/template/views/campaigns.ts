import { campaignProgress, type CampaignProgress } from '../../crm/campaignProgress';
import type { Value } from '../../crm/snapshot';
import { uplift, type Uplift } from '../../crm/uplift';
import { keyPrefix } from '../keyText';
import { customersByKey, liveCustomers, orderColumns } from './orders';
import { liveRows, numberOr, oncePerSource, type ViewSource } from './source';

/** Rows of a child table that are not archived, by the key of their campaign. */
function rowsByCampaign(source: ViewSource, table: string): ReadonlyMap<Value, readonly number[]> {
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

/** How far each campaign is, by the key that its lines carry (C-60). */
export const campaignSteps = oncePerSource((source, { today }): ReadonlyMap<Value, CampaignProgress> => {
  const lines = rowsByCampaign(source, 'campaignTasks');
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
  const spent = [...Array(source.rows('customers')).keys()].map((one) => ({
    participated: who.has(one),
    before: 0,
    after: 0,
  }));
  const { customer, day, amount } = orderColumns(source, environment);
  customer.forEach((buyer, at) => {
    if (buyer < 0 || Number.isNaN(amount[at])) return;
    if (day[at]! >= start - length && day[at]! < start) spent[buyer]!.before += amount[at]!;
    if (day[at]! > end && day[at]! <= end + length) spent[buyer]!.after += amount[at]!;
  });
  const live = liveCustomers(source, environment);
  return uplift(spent.filter((_, one) => live.has(one)));
}
