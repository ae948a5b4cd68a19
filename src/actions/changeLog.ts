import type { Changeset } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { journalText } from '../template/journalValue';
import { template } from '../template/load';

export type EntryKind = 'added' | 'changed' | 'removed';

/** One line of the change log, with what has become of it. */
export interface LogEntry {
  readonly id: string;
  /** Serial with time. */
  readonly at: number | null;
  readonly action: string;
  readonly table: string;
  readonly record: string;
  /** Name of the record as the workbook has it now, else its id. */
  readonly name: string;
  readonly kind: EntryKind;
  /** Template column id; empty for records that were added or removed. */
  readonly field: string;
  /** As the log holds them: text, lists as codes, dates as serials. */
  readonly before: string;
  readonly after: string;
  /** The cell no longer holds `after`, the added record is gone, the removed one is back (decision 19). */
  readonly superseded: boolean;
}

export interface LogFilter {
  /** Part of a record's id or name. */
  readonly search?: string;
  readonly limit?: number;
  /** Name of the record of a row; `null` where it has none. */
  readonly nameOf?: (table: string, row: number) => string | null;
}

/** The latest changes, newest first. */
export function changeLogEntries(snapshot: Snapshot, filter: LogFilter = {}): LogEntry[] {
  const { search = '', limit = 50, nameOf = (table, row) => nameAt(snapshot, table, row) } = filter;
  const rowOf = recordIndex(snapshot);
  const wanted = fold(search.trim());
  const entries: LogEntry[] = [];
  for (let row = (snapshot.tables.changeLog?.count ?? 0) - 1; row >= 0 && entries.length < limit; row -= 1) {
    const entry = entryAt(snapshot, row, { rowOf, nameOf });
    if (fold(entry.record).includes(wanted) || fold(entry.name).includes(wanted)) entries.push(entry);
  }
  return entries;
}

/** Whether an entry is one of the lines that applying this changeset wrote. */
export const isOf = ({ table, record, field, action, superseded }: LogEntry, changeset: Changeset): boolean =>
  !superseded &&
  action === changeset.action &&
  (field === ''
    ? [...changeset.appends, ...changeset.removals].some((one) => one.table === table && one.id === record)
    : changeset.updates.some((one) => one.table === table && one.id === record && one.field === field));

type RowOf = (table: string, id: string) => number | undefined;

/** Rows of records by table and id, made when first asked for: the log rarely speaks of every table. */
function recordIndex(snapshot: Snapshot): RowOf {
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  return (table, id) => {
    let index = indexes.get(table);
    if (!index) indexes.set(table, (index = rowsById(snapshot, table)));
    return index.get(fold(id));
  };
}

/** A line about a whole column or about a cell outside the records: no record can tell whether it still stands. */
export const isOfStructure = ({ table, record }: Pick<LogEntry, 'table' | 'record'>): boolean =>
  record === '' || table === '';

const keyColumn = (table: string): string => {
  const columns = template.tables.find(({ id }) => id === table)?.columns ?? [];
  return (columns.find(({ id }) => id === 'id') ?? columns[0])?.id ?? 'id';
};

const rowsById = (snapshot: Snapshot, table: string): ReadonlyMap<string, number> =>
  new Map((snapshot.tables[table]?.columns[keyColumn(table)] ?? []).map((id, row) => [fold(String(id ?? '')), row]));

interface Records {
  readonly rowOf: RowOf;
  readonly nameOf: Required<LogFilter>['nameOf'];
}

function entryAt(snapshot: Snapshot, row: number, { rowOf, nameOf }: Records): LogEntry {
  const cell = (column: string): Value => columnOf(snapshot, 'changeLog', column)[row] ?? null;
  const text = (column: string): string => String(cell(column) ?? '');
  const at = cell('at');
  const line = { table: text('table'), record: text('record'), field: text('field') };
  const kind = kindOf(line.field, text('before'));
  const place = rowOf(line.table, line.record);
  return {
    ...line,
    id: text('id'),
    at: typeof at === 'number' ? at : null,
    action: text('action'),
    name: (place === undefined ? null : nameOf(line.table, place)) ?? line.record,
    kind,
    before: text('before'),
    after: text('after'),
    superseded: isSuperseded(snapshot, { ...line, kind, after: text('after') }, place),
  };
}

/** A removal says in `before` which record it was; an addition says nothing, or how many came with it. */
function kindOf(field: string, before: string): EntryKind {
  if (field !== '') return 'changed';
  return before === '' ? 'added' : 'removed';
}

function nameAt(snapshot: Snapshot, table: string, row: number): string | null {
  const column = template.tables.find(({ id }) => id === table)?.nameColumn;
  const name = !column ? null : snapshot.tables[table]?.columns[column]?.[row];
  return name === null || name === undefined ? null : String(name);
}

type Line = Pick<LogEntry, 'table' | 'record' | 'field' | 'kind' | 'after'>;

function isSuperseded(snapshot: Snapshot, { table, record, field, kind, after }: Line, row?: number): boolean {
  if (isOfStructure({ table, record })) return false;
  if (kind !== 'changed') return (row === undefined) === (kind === 'added');
  const current = row === undefined ? undefined : snapshot.tables[table]?.columns[field]?.[row];
  return current === undefined || (journalText(current) ?? '') !== after;
}
