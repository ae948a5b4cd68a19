import { isTaskLate } from '../../crm/campaignProgress';
import type { Value } from '../../crm/snapshot';
import { keyPrefix } from '../../template/keyText';
import { rowsByCampaign, tasksByCampaign } from '../../template/views/campaigns';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** The records behind the figures of one campaign, by 0-based rows of their tables. */
export interface CampaignRecords {
  /** Row of the campaigns table. */
  readonly row: number;
  /** Lines in the order of the sheet, and those past their day. */
  readonly tasks: readonly number[];
  readonly lateTasks: readonly number[];
  /** Lines of participants by the code of their state; those without one are under `none`. */
  readonly members: Readonly<Record<string, readonly number[]>>;
  /** Won deals that came of it. */
  readonly wonDeals: readonly number[];
}

/** What stands behind the section `campaigns`, in the same order. */
export function campaignRecords({ computed, environment }: Facts): CampaignRecords[] {
  const source = sourceOf(computed);
  if (!source.rows('campaigns')) return [];
  const cell = (table: string, id: string) => source.column(table, id);
  const [ids, dueAt, doneAt] = [
    cell('campaigns', 'id'),
    cell('campaignTasks', 'dueAt'),
    cell('campaignTasks', 'doneAt'),
  ];
  const [lines, members] = [tasksByCampaign(source, environment), rowsByCampaign(source, 'campaignMembers')];
  const [deals, isWon] = [rowsByCampaign(source, 'opportunities'), cell('opportunities', 'isWon')];
  const isLate = (row: number) =>
    isTaskLate({ step: null, dueAt: numberOf(dueAt[row]), doneAt: numberOf(doneAt[row]) }, environment.today);
  return liveRows(source, 'campaigns').map((row) => {
    const key = keyPrefix + String(ids[row]);
    const tasks = lines.get(key) ?? [];
    return {
      ...{ row, tasks, lateTasks: tasks.filter(isLate) },
      members: groupBy(members.get(key) ?? [], (member) => cell('campaignMembers', 'state')[member] ?? null),
      wonDeals: (deals.get(key) ?? []).filter((deal) => isWon[deal] === 1),
    };
  });
}

function groupBy(rows: readonly number[], codeOf: (row: number) => Value): Record<string, number[]> {
  const groups: Record<string, number[]> = {};
  for (const row of rows) (groups[String(codeOf(row) ?? 'none')] ??= []).push(row);
  return groups;
}

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
