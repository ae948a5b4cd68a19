import type { Table } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { lastRow } from '../../store/address';
import { fill } from '../page/texts';
import type { CoauthorWords } from './words';

/** One thing that the co-author does: texts typed into a row of a table, by caption. */
export interface CoauthorStep {
  readonly table: Table;
  /** 0-based row of the sheet; the one below the table adds a record. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What was done, for the preview's status. */
  readonly says: string;
}

export interface Scene {
  readonly workbook: Workbook;
  readonly words: CoauthorWords;
  /** Today's serial. */
  readonly today: number;
}

type Kind = keyof CoauthorWords['said'];
const kinds: readonly Kind[] = ['note', 'followUp', 'ticket'];

/** Every so many customers the next one comes: neighbours would look like one person's list. */
const stride = 7;

/** What the co-author does in their n-th step; `null` where the workbook has no such tables, or nobody in them. */
export function stepAt(number: number, scene: Scene): CoauthorStep | null {
  const { workbook, words } = scene;
  const kind = kinds[number % kinds.length]!;
  const customers = tableNamed(workbook, 'Customers');
  const count = customers ? lastRow(customers.area) - customers.bodyTop + 1 : 0;
  const row = customers ? customers.bodyTop + ((number * stride) % count) : 0;
  const customer = customers ? textAt(customers, row, words.customers.name) : '';
  if (!customers || !customer) return null;
  const says = fill(words.said[kind], { name: words.name, customer });
  const made = makers[kind](number, { ...scene, customer });
  const table = kind === 'note' ? customers : tableNamed(workbook, made.table);
  return table ? { table, row: kind === 'note' ? row : lastRow(table.area) + 1, cells: made.cells, says } : null;
}

type Made = { readonly table: string; readonly cells: Readonly<Record<string, string>> };

const makers: Readonly<Record<Kind, (number: number, scene: Scene & { readonly customer: string }) => Made>> = {
  note: (number, { words }) => ({
    table: 'Customers',
    cells: { [words.customers.note]: noteAt(number, words) },
  }),
  followUp: (number, { words: { followUps: columns, labels, ...words }, customer, today }) => ({
    table: 'FollowUps',
    cells: {
      [columns.id]: `F-OTHER${number}`,
      [columns.customer]: customer,
      [columns.owner]: words.name,
      [columns.channel]: labels.call,
      [columns.heldAt]: String(today),
      [columns.outcome]: labels.progress,
      [columns.note]: noteAt(number, words),
    },
  }),
  ticket: (number, { words: { tickets: columns, labels, ...words }, customer, today }) => ({
    table: 'Tickets',
    cells: {
      [columns.id]: `T-OTHER${number}`,
      [columns.customer]: customer,
      [columns.subject]: noteAt(number, words),
      [columns.type]: labels.question,
      [columns.priority]: labels.high,
      [columns.status]: labels.submitted,
      [columns.submittedAt]: String(today),
    },
  }),
};

const noteAt = (number: number, { notes }: Pick<CoauthorWords, 'notes'>): string =>
  notes[Math.floor(number / kinds.length) % notes.length]!;

const tableNamed = (workbook: Workbook, name: string): Table | undefined =>
  workbook.tables.find((table) => table.name === name);

/** 0-based column of the sheet; -1 for a caption that the table does not have. */
export function columnAt(table: Table, caption: string): number {
  const index = table.columns.findIndex(({ name }) => name === caption);
  return index < 0 ? -1 : table.area.column + index;
}

function textAt(table: Table, row: number, caption: string): string {
  const column = columnAt(table, caption);
  return column < 0 ? '' : String(table.sheet.cell(row, column)?.value ?? '');
}
