import type { Value } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import { labelOf } from '../template/labels';
import { columnDef, tableDef, template } from '../template/load';
import type { Language } from '../template/types';
import { referenceName } from '../template/views/names';
import type { PaneData } from './context';
import { dash, type Format } from './format';

/** Records behind a figure: a figure that cannot show its rows is a defect. */
export interface RowList {
  /** What the figure says, for the heading. */
  readonly title: string;
  readonly table: string;
  /** 0-based rows of the table. */
  readonly rows: readonly number[];
  /** What each record brings to a figure that is not their number. */
  readonly part?: RowPart;
}

/** How much of a figure a record is, in words, under a caption. */
export interface RowPart {
  readonly caption: string;
  readonly of: (row: number) => string;
}

/** What a list shows of each record; `named` details carry the caption of their column. */
interface RowColumns {
  readonly title: readonly string[];
  readonly details: readonly string[];
  readonly named?: readonly string[];
}

/** What a list shows of each record: its title, then details. A title that is blank gives way to the next column. */
export const rowColumns: Readonly<Record<string, RowColumns>> = {
  customers: { title: ['name', 'id'], details: ['tier', 'owner', 'value', 'nextDue'] },
  contacts: { title: ['name', 'id'], details: ['customer', 'title', 'phone', 'email'] },
  followUps: { title: ['customer', 'id'], details: ['heldAt', 'channel', 'outcome', 'owner', 'note'] },
  opportunities: {
    title: ['name', 'customer', 'id'],
    details: ['customer', 'stage', 'amount', 'owner', 'expectedCloseAt'],
  },
  orders: { title: ['customer', 'id'], details: ['id', 'orderedAt', 'amount', 'status', 'dueAt', 'daysLate'] },
  tickets: { title: ['subject', 'id'], details: ['customer', 'priority', 'status', 'owner', 'resolutionDueAt'] },
  surveys: { title: ['customer', 'id'], details: ['kind', 'score', 'at'] },
  campaigns: {
    title: ['name', 'id'],
    details: ['channel', 'owner', 'startAt', 'endAt'],
    named: ['budget', 'cost', 'roi'],
  },
  campaignTasks: {
    title: ['name', 'id'],
    details: ['campaign', 'step', 'owner', 'dueAt', 'doneAt'],
    named: ['plannedCost', 'actualCost'],
  },
  audienceRules: { title: ['column', 'id'], details: ['campaign', 'operator', 'value'] },
  campaignMembers: { title: ['customer', 'id'], details: ['campaign', 'state', 'at'] },
  milestones: { title: ['name', 'id'], details: ['customer', 'owner', 'dueAt', 'state'] },
  tierReviews: { title: ['name', 'id'], details: ['reviewedAt', 'from', 'to', 'why', 'accepted'] },
  team: { title: ['name', 'id'], details: ['role', 'customersOwned', 'loadShare'] },
};

/** What a person may want to do with a record of a list: the view that does it, and its name (`{{name}}` is the record). */
export const rowActions: Readonly<Record<string, { readonly view: string; readonly label: string }>> = {
  opportunities: { view: 'move', label: 'funnel.move.named' },
};

/** What a list shows of tables that have no columns of their own above. */
const fallback: RowColumns = { title: ['name', 'id'], details: [] };

export const columnsOfRows = (table: string): RowColumns => rowColumns[table] ?? fallback;

interface Words {
  readonly language: Language;
  readonly format: Format;
}

/** A cell as people read it: labels, dates and money in the pane's language. */
export function cellText(
  { snapshot }: Pick<PaneData, 'snapshot'>,
  { language, format }: Words,
  { table, column, value }: { readonly table: string; readonly column: string; readonly value: Value },
): string {
  if (value === null || value === '') return dash;
  const { list, type, to } = columnDef(tableDef(table), column);
  if (to) return referenceName(snapshot, to, value);
  if (list) return labelOf(template, snapshot, language, list, codeOf(value));
  if (typeof value !== 'number') return String(value);
  const show = { money: format.money, date: format.date, datetime: format.date, percent: format.percent };
  return (show[type as keyof typeof show] ?? format.number)(value);
}

const codeOf = (value: Value): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

/** Title of a record: the first of the table's title columns that is not blank. */
export function titleOf(data: PaneData, words: Words, table: string, row: number): string {
  for (const column of columnsOfRows(table).title) {
    const value = columnOf(data.figures.computed, table, column)[row] ?? null;
    if (value !== null && value !== '') return cellText(data, words, { table, column, value });
  }
  return dash;
}
