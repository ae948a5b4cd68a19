import type { Value } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import type { ViewSource } from '../source';
import { recordsOf } from './records';

/** What the timeline can be narrowed down to. */
export const timelineKinds = [
  ...(['visit', 'deal', 'order', 'ticket', 'campaign', 'survey'] as const),
  ...(['review', 'lifecycle', 'owner', 'milestone'] as const),
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Something that happened with a customer, or that is planned. */
export interface TimelineItem {
  readonly kind: TimelineKind;
  /** Code of what happened: `visit`, `visitPlanned`, `dealCreated`, `stage` ... */
  readonly event: string;
  readonly table: string;
  /** 0-based row of the table. */
  readonly row: number;
  /** Serial; `null` = nobody wrote when. */
  readonly at: number | null;
  /** It lies ahead. */
  readonly isPlanned: boolean;
}

type Cell = (column: string, row: number) => Value;

/** How records of a table become events. */
interface Teller {
  readonly kind: TimelineKind;
  readonly table: string;
  readonly event: string;
  /** The first of these columns that holds a date says when. */
  readonly at: readonly string[];
  /** Event of a record that has only the last of these dates. */
  readonly planned?: string;
  readonly counts?: (cell: Cell, row: number) => boolean;
}

const tellers: readonly Teller[] = [
  { kind: 'visit', table: 'followUps', event: 'visit', at: ['heldAt', 'nextAt'], planned: 'visitPlanned' },
  { kind: 'deal', table: 'opportunities', event: 'dealCreated', at: ['createdAt'] },
  { kind: 'deal', table: 'stageHistory', event: 'stage', at: ['enteredAt'] },
  {
    ...{ kind: 'deal', table: 'opportunities', event: 'dealClosed', at: ['closedAt'] },
    // A move to the end that was recorded tells the same.
    counts: (cell, row) => cell('closedAt', row) !== null && cell('historyAt', row) === null,
  },
  { kind: 'order', table: 'orders', event: 'order', at: ['orderedAt'] },
  { kind: 'ticket', table: 'tickets', event: 'ticket', at: ['submittedAt'] },
  { kind: 'campaign', table: 'campaignMembers', event: 'campaign', at: ['at'] },
  { kind: 'survey', table: 'surveys', event: 'survey', at: ['at'] },
  { kind: 'review', table: 'tierReviews', event: 'review', at: ['reviewedAt'] },
  { kind: 'lifecycle', table: 'lifecycleHistory', event: 'lifecycle', at: ['at'] },
  { kind: 'owner', table: 'ownerHistory', event: 'owner', at: ['at'] },
  { kind: 'milestone', table: 'milestones', event: 'milestone', at: ['doneAt', 'dueAt'], planned: 'milestoneDue' },
];

/** Everything recorded about a customer, newest first; what has no date stands at the end. */
export function timelineOf(source: ViewSource, environment: Environment, customer: number): TimelineItem[] {
  const items = tellers.flatMap((teller) => told(source, environment, customer, teller));
  return items.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || b.row - a.row);
}

function told(source: ViewSource, environment: Environment, customer: number, teller: Teller): TimelineItem[] {
  const { kind, table, event, at, planned = event, counts } = teller;
  const cell: Cell = (column, row) => source.column(table, column)[row] ?? null;
  return recordsOf(source, environment, table, customer)
    .filter((row) => !counts || counts(cell, row))
    .map((row) => {
      const dates = at.map((column) => cell(column, row));
      const first = dates.findIndex((date) => typeof date === 'number');
      const day = first < 0 ? null : (dates[first] as number);
      return {
        ...{ kind, table, row },
        event: at.length > 1 && first === at.length - 1 ? planned : event,
        at: day,
        isPlanned: day !== null && Math.floor(day) > environment.today,
      };
    });
}
