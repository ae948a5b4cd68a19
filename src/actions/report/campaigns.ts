import { isTaskLate, type CampaignProgress } from '../../crm/campaignProgress';
import { People } from '../../crm/people';
import type { Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { keyPrefix } from '../../template/keyText';
import { attendees, campaignSteps, campaignUplift, noTasks, tasksByCampaign } from '../../template/views/campaigns';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

export interface CampaignResult {
  readonly campaignId: string | null;
  readonly campaign: string;
  readonly budget: number | null;
  readonly actualCost: number | null;
  readonly won: number;
  /** Won deals without an amount: `won` and `roi` do not know of them. */
  readonly wonWithoutAmount: number;
  readonly roi: number | null;
  readonly participants: number | null;
  readonly costPerParticipant: number | null;
  /** Members who attended. */
  readonly attended: number;
  readonly progress: CampaignProgress;
  /** Task lines past their day, the longest first. */
  readonly lateTasks: readonly {
    readonly taskId: string | null;
    readonly task: string;
    readonly step: string | null;
    readonly ownerId: string | null;
    readonly owner: string | null;
    readonly dueAt: string;
    readonly days: number;
  }[];
  /** What was learnt; `lessonsMissing`: the campaign is over and nobody wrote it down. */
  readonly lessons: string | null;
  readonly lessonsMissing: boolean;
  /** Change of the participants' purchases against everybody else's; `null` = not computable. */
  readonly uplift: {
    readonly participants: number;
    readonly change: number | null;
    readonly changeOfOthers: number | null;
    readonly uplift: number | null;
    readonly extra: number | null;
  } | null;
}

/** What each campaign cost and brought, and how far it is (C-60, C-61); blank is not computable. */
export function campaigns(facts: Facts): CampaignResult[] {
  const { computed, environment } = facts;
  const source = sourceOf(computed);
  if (!source.rows('campaigns')) return [];
  const number = (value: Value | undefined) => (typeof value === 'number' ? value : null);
  return liveRows(source, 'campaigns').map((row) => {
    const cell = (column: string) => source.column('campaigns', column)[row] ?? null;
    const key = keyPrefix + String(cell('id'));
    return {
      campaignId: cell('id') as string | null,
      campaign: String(cell('name') ?? ''),
      budget: number(cell('budget')),
      actualCost: number(cell('cost')),
      won: Number(cell('won') ?? 0),
      wonWithoutAmount: Number(cell('wonCount') ?? 0) - Number(cell('wonPriced') ?? 0),
      roi: number(cell('roi')),
      participants: number(cell('participants')),
      costPerParticipant: number(cell('costPerParticipant')),
      attended: attendees(source, environment).get(key)?.size ?? 0,
      progress: campaignSteps(source, environment).get(key) ?? noTasks,
      lateTasks: lateTasks(facts, key),
      ...lessonsOf(cell('lessons'), cell('endAt'), environment.today),
      uplift: upliftOf(facts, row),
    };
  });
}

function lessonsOf(lessons: Value, endAt: Value, today: number): Pick<CampaignResult, 'lessons' | 'lessonsMissing'> {
  const isOver = typeof endAt === 'number' && Math.floor(endAt) < today;
  return { lessons: lessons as string | null, lessonsMissing: isOver && lessons === null };
}

function lateTasks({ computed, environment }: Facts, key: string): CampaignResult['lateTasks'] {
  const [source, people] = [sourceOf(computed), new People(computed)];
  return (tasksByCampaign(source, environment).get(key) ?? [])
    .flatMap((row) => {
      const cell = (column: string) => source.column('campaignTasks', column)[row] ?? null;
      const [dueAt, doneAt] = [cell('dueAt') as number | null, cell('doneAt') as number | null];
      const [step, owner] = [cell('step') as string | null, people.person(cell('owner'))];
      if (dueAt === null || !isTaskLate({ step, dueAt, doneAt }, environment.today)) return [];
      const days = environment.today - Math.floor(dueAt);
      const task = { taskId: cell('id') as string | null, task: String(cell('name') ?? '') };
      const who = { ownerId: owner?.id ?? null, owner: owner?.name ?? null };
      return [{ ...task, step, ...who, dueAt: toIso(Math.floor(dueAt)), days }];
    })
    .sort((a, b) => b.days - a.days);
}

function upliftOf({ computed, environment }: Facts, row: number): CampaignResult['uplift'] {
  const found = campaignUplift(sourceOf(computed), environment, row);
  if (!found) return null;
  const { participants, change, changeOfOthers, uplift, extra } = found;
  return {
    ...{ participants, change, changeOfOthers, uplift },
    extra: extra === null ? null : fromMinor(extra, environment.moneyDigits),
  };
}
