import type { Changeset, FieldChange, NewRecord } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { journalText } from '../template/journalValue';

/** Who writes the journal, and when. */
export interface JournalContext {
  /** Serial of the 1900 system, with time. */
  readonly at: number;
  readonly ids: IdSource;
  /** The person, where it is known: Excel does not tell add-ins. */
  readonly by: string | null;
}

/** Journal id prefix; see `templates/tables/changeLog.json`. */
const prefix = 'J';

type Entry = Partial<Record<'table' | 'record' | 'field' | 'before' | 'after', Value>>;

/** What was done to a column or to a cell outside the records. */
export type LogLine = Readonly<Record<'table' | 'record' | 'field' | 'before' | 'after', string>>;

/** A row of the change log as decoded values. */
function journalRow({ action }: Pick<Changeset, 'action'>, { at, ids, by }: JournalContext, entry: Entry): NewRecord {
  const id = ids(prefix);
  return { table: 'changeLog', id, values: { id, at, by, action, source: 'addin', ...entry } };
}

/** One row for each changed field (decision 19). */
export const updateEntries = (
  changeset: Changeset,
  context: JournalContext,
  changes: readonly FieldChange[],
): NewRecord[] =>
  changes.map(({ table, id, field, before, after }) =>
    journalRow(changeset, context, {
      table,
      record: id,
      field,
      before: journalText(before),
      after: journalText(after),
    }),
  );

/** Rows for what was done to the structure. */
export const structureEntries = (
  changeset: Pick<Changeset, 'action'>,
  context: JournalContext,
  lines: readonly LogLine[],
): NewRecord[] => lines.map((line) => journalRow(changeset, context, line));

/** Above this many records a block gets one row with their number: an import would double its size otherwise. */
const mostRows = 20;

/** Rows for records that were added together. */
export function appendEntries(
  changeset: Changeset,
  context: JournalContext,
  records: readonly NewRecord[],
): NewRecord[] {
  const shown = records.length > mostRows ? records.slice(0, 1) : records;
  const count = records.length > mostRows ? `+${records.length}` : null;
  return shown.map(({ table, id }) => journalRow(changeset, context, { table, record: id, after: count }));
}

/** Rows for records that were taken away. */
export const removalEntries = (
  changeset: Pick<Changeset, 'action'>,
  context: JournalContext,
  removals: Changeset['removals'],
): NewRecord[] => removals.map(({ table, id }) => journalRow(changeset, context, { table, record: id, before: id }));
