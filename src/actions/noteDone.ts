import type { Changeset } from '../crm/changeset';
import { complaintSteps, type ComplaintStep } from '../crm/complaint';
import type { Snapshot } from '../crm/snapshot';
import { columnOf, todayOf } from '../template/environment';
import { complaintColumns } from '../template/twins/tickets';
import { applyAll, type Applied } from './applied';
import type { ApplyOptions, Home } from './home';
import { momentOf } from './moment';
import { recordChange, rowOf } from './record';

/** What somebody has done: a line of a campaign, a milestone, a step of a complaint, telling what became of a suggestion. */
export type Deed =
  | { readonly kind: 'campaignTask' | 'milestone' | 'suggestionReply'; readonly id: string }
  | { readonly kind: 'complaintStep'; readonly id: string; readonly step: ComplaintStep };

interface Place {
  readonly table: string;
  readonly column: string;
  /** The cell keeps the time of day, too. */
  readonly hasTime?: boolean;
}

const places: Readonly<Record<Exclude<Deed['kind'], 'complaintStep'>, Place>> = {
  campaignTask: { table: 'campaignTasks', column: 'doneAt' },
  milestone: { table: 'milestones', column: 'doneAt' },
  suggestionReply: { table: 'tickets', column: 'repliedAt' },
};

const placeOf = (deed: Deed): Place =>
  deed.kind === 'complaintStep'
    ? { table: 'tickets', column: complaintColumns[complaintSteps.indexOf(deed.step)]!, hasTime: true }
    : places[deed.kind];

/**
 * The change that "done" is: today's date, with the time where the column keeps it (C-40, C-54, C-55, C-60). Empty when it
 * was done already. Throws `recordNotFound`.
 * @param now the machine's moment, time of day included
 */
export function doneChangeset(snapshot: Snapshot, deed: Deed, now: number): Changeset {
  const { table, column, hasTime } = placeOf(deed);
  const row = rowOf(snapshot, table, deed.id);
  const today = todayOf(snapshot, now);
  const isDone = (columnOf(snapshot, table, column)[row] ?? null) !== null;
  const values = isDone ? {} : { [column]: hasTime ? momentOf(today, now) : today };
  return recordChange('noteDone', snapshot, { table, row }, values);
}

/** Writes that it was done; the changeset in the answer is what `undo` takes. */
export async function noteDone(
  home: Pick<Home, 'apply'>,
  snapshot: Snapshot,
  deed: Deed,
  { now, ...options }: ApplyOptions & { readonly now: number },
): Promise<Applied> {
  return applyAll(home, doneChangeset(snapshot, deed, now), options);
}
