import type { Changeset, NewRecord } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import type { Cell } from '../template/codec';
import { readJournalValue } from '../template/journalValue';
import { columnDef, tableDef } from '../template/load';
import { applyChangeset, type ApplyContext } from './apply';
import { findRecords, keyText, type Place, type RecordKey } from './find';
import { readAll, valuesOf } from './gateway';
import type { LiveTable } from './layout';
import { recordKey, type Remembered } from './outbox';
import { keyColumnOf } from './encode';
import { positionOf } from './layout';

type Given = Omit<ApplyContext, 'options' | 'unjournalled'>;

/**
 * Looks for what the outbox holds and appends again what is missing, with the same ids and with the edits that the
 * journal knows (decision 18). Left out, and forgotten: what a journalled removal or a person took away. Returns how many
 * records came back, journal rows not counted.
 */
export async function reconcileOutbox(
  context: Excel.RequestContext,
  given: Given,
  wasTakenAway: (entry: Remembered) => boolean,
): Promise<number> {
  const { outbox, layout } = given;
  const entries = (await outbox.due()).filter(({ table }) => layout.tables.has(table));
  if (!entries.length) return 0;
  const missing = await missingOf(context, given, entries);
  outbox.mark(
    entries.filter((entry) => !missing.includes(entry)),
    'seen',
  );
  const wanted = missing.filter((entry) => !wasTakenAway(entry));
  outbox.forget(missing.filter((entry) => !wanted.includes(entry)));
  if (!wanted.length) return 0;
  const history = await readHistory(context, layout.tables.get('changeLog'), wanted);
  const again = await removedButThere(context, layout, wanted);
  // A removal that was cut before it happened is no history.
  const back = wanted.filter(
    (entry) => !history.removed.has(recordKey(entry)) && !(isInDoubt(entry) && again.has(entry)),
  );
  outbox.forget(wanted.filter((entry) => !back.includes(entry)));
  const ready = (await removeAgain(context, given, again, back)) ? back : back.filter((entry) => !again.has(entry));
  // The data first, then its journal rows (decision 19).
  const ordered = [...ready].sort((one, other) => Number(isJournal(one)) - Number(isJournal(other)));
  const appends = ordered.map((entry) => replay(entry, history.changes));
  if (appends.length) await write(context, given, { appends, removals: [] });
  return ready.filter((entry) => !isJournal(entry)).length;
}

/** Returns false where a filter stands in the way: the removals, and their journal rows, wait for the next time. */
async function removeAgain(
  context: Excel.RequestContext,
  given: Given,
  again: ReadonlyMap<Remembered, RecordName>,
  back: readonly Remembered[],
): Promise<boolean> {
  const removals = back.flatMap((entry) => again.get(entry) ?? []);
  if (!removals.length) return true;
  try {
    await write(context, given, { appends: [], removals });
    return true;
  } catch (error) {
    if (error instanceof CrmError && error.code === 'tableFiltered') return false;
    throw error;
  }
}

async function write(
  context: Excel.RequestContext,
  given: Given,
  changes: Pick<Changeset, 'appends' | 'removals'>,
): Promise<void> {
  const changeset = { action: 'reconcile', updates: [], ...changes };
  await applyChangeset(context, changeset, { ...given, options: {}, unjournalled: true });
}

const isInDoubt = ({ state }: Remembered): boolean => state === 'doubt' || state === 'sent';

/**
 * Lost journal rows of removals whose record is in the workbook: its author's add-in, which could not know, brought it
 * back. By entry: what is to be removed once more.
 */
async function removedButThere(
  context: Excel.RequestContext,
  { codecs, tables }: ApplyContext['layout'],
  missing: readonly Remembered[],
): Promise<ReadonlyMap<Remembered, RecordName>> {
  const removals = missing.filter(isJournal).flatMap((entry) => {
    const { table, record, field, before } = lineOf(lineColumns.map((column) => entry.values[column] ?? null));
    const live = tables.get(table);
    return live && isRemoval({ field, before, record }) ? [{ entry, key: { table: live, id: record } }] : [];
  });
  if (!removals.length) return new Map();
  const places = await findRecords(
    context,
    removals.map(({ key }) => key),
    codecs,
  );
  const there = removals.filter(({ key }) => places.get(key)!.kind !== 'missing');
  return new Map(there.map(({ entry, key }) => [entry, { table: key.table.id, id: key.id }]));
}

type RecordName = Pick<NewRecord, 'table' | 'id'>;

/**
 * After Excel refused for good: forgets what is in doubt and not there. Returns whether none of the given records is.
 */
export async function forgetAbsent(
  context: Excel.RequestContext,
  given: Pick<Given, 'layout' | 'outbox'>,
  records: readonly NewRecord[],
): Promise<boolean> {
  const doubtful = given.outbox
    .entries()
    .filter(({ state, table }) => state === 'doubt' && given.layout.tables.has(table));
  const missing = await missingOf(context, given, doubtful);
  const ours = new Set(records.map(recordKey));
  const isNothing = doubtful.every((entry) => !ours.has(recordKey(entry)) || missing.includes(entry));
  if (isNothing) given.outbox.forget(missing);
  return isNothing;
}

const isJournal = ({ table }: RecordName): boolean => table === 'changeLog';

/** Entries that are in no row of their table; rows that stand below it, never taken in, are taken in. */
async function missingOf(
  context: Excel.RequestContext,
  { layout }: Pick<ApplyContext, 'layout'>,
  entries: readonly Remembered[],
): Promise<readonly Remembered[]> {
  const keys = new Map(entries.map((entry) => [entry, { table: layout.tables.get(entry.table)!, id: entry.id }]));
  const missing = await lookFor(context, layout, keys, entries);
  const doubtful = missing.filter(isInDoubt);
  if (
    !doubtful.length ||
    !(await takeIn(
      context,
      doubtful.map((entry) => keys.get(entry)!),
      layout,
    ))
  )
    return missing;
  return lookFor(context, layout, keys, missing);
}

async function lookFor(
  context: Excel.RequestContext,
  { codecs }: ApplyContext['layout'],
  keys: ReadonlyMap<Remembered, RecordKey>,
  entries: readonly Remembered[],
): Promise<readonly Remembered[]> {
  const wanted = entries.map((entry) => keys.get(entry)!);
  const places: ReadonlyMap<RecordKey, Place> = await findRecords(context, wanted, codecs);
  return entries.filter((entry) => places.get(keys.get(entry)!)!.kind === 'missing');
}

/** Rows that a cut request wrote under a table which did not grow: the table takes them in. Returns whether there were any. */
async function takeIn(
  context: Excel.RequestContext,
  records: readonly RecordKey[],
  { codecs }: ApplyContext['layout'],
): Promise<boolean> {
  const tables = [...new Set(records.map(({ table }) => table))];
  const below = tables.map((table) => {
    const count = records.filter((record) => record.table === table).length;
    const rows = context.workbook.tables.getItem(table.key).getDataBodyRange().getRowsBelow(count);
    return rows.getColumn(positionOf(table, keyColumnOf(table.id).id)).load('values');
  });
  await context.sync();
  const strays = tables.map((table, index) => {
    const ids = new Set(records.map(({ id }) => fold(keyText(table, id, codecs))));
    const others = valuesOf(below[index]!).findIndex(([id]) => !ids.has(fold(String(id))));
    return others < 0 ? below[index]!.values.length : others;
  });
  tables.forEach((table, index) => grow(context, table, strays[index]!));
  if (strays.every((rows) => rows === 0)) return false;
  await context.sync();
  return true;
}

function grow(context: Excel.RequestContext, table: LiveTable, rows: number): void {
  if (rows === 0) return;
  const found = context.workbook.tables.getItem(table.key);
  found.resize(found.getRange().getResizedRange(rows, 0));
}

/** What the journal tells about records: which were removed, and which fields were changed to what. */
interface History {
  readonly removed: ReadonlySet<string>;
  readonly changes: readonly JournalLine[];
}

interface JournalLine {
  readonly table: string;
  readonly record: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const isRemoval = ({ field, before, record }: Pick<JournalLine, 'field' | 'before' | 'record'>): boolean =>
  field === '' && before !== '' && before === record;

const lineColumns = ['table', 'record', 'field', 'before', 'after'] as const;

async function readHistory(
  context: Excel.RequestContext,
  changeLog: LiveTable | undefined,
  missing: readonly Remembered[],
): Promise<History> {
  const own = missing
    .filter(isJournal)
    .map(({ values }) => lineOf(lineColumns.map((column) => values[column] ?? null)));
  const isAskedFor = missing.some((entry) => !isJournal(entry));
  const lines = [...(changeLog && isAskedFor ? await readLines(context, changeLog) : []), ...own];
  const removals = lines.filter(isRemoval);
  return {
    removed: new Set(removals.map(({ table, record }) => recordKey({ table, id: record }))),
    changes: lines.filter(({ field }) => field !== ''),
  };
}

async function readLines(context: Excel.RequestContext, changeLog: LiveTable): Promise<JournalLine[]> {
  const body = () => context.workbook.tables.getItem(changeLog.key).getDataBodyRange();
  const size = body().load('rowCount');
  await context.sync();
  const columns = lineColumns.map((column) => ({
    rows: size.rowCount,
    columns: 1,
    at: (from: number, count: number) =>
      body()
        .getCell(from, positionOf(changeLog, column))
        .getResizedRange(count - 1, 0),
  }));
  const cells = await readAll(context, columns);
  return Array.from({ length: size.rowCount }, (_, row) => lineOf(cells.map((column) => column[row]![0]!)));
}

function lineOf(cells: readonly (Cell | Value)[]): JournalLine {
  const [table, record, field, before, after] = cells.map((cell) => String(cell ?? ''));
  return { table: table!, record: record!, field: field!, before: before!, after: after! };
}

/** The record with the changes that were made to it since. */
function replay(entry: Remembered, changes: readonly JournalLine[]): NewRecord {
  const def = tableDef(entry.table);
  const key = recordKey(entry);
  const values = changes
    .filter(({ table, record }) => recordKey({ table, id: record }) === key)
    .filter(({ field }) => def.columns.some(({ id }) => id === field))
    .map(({ field, after }) => [field, readJournalValue(columnDef(def, field), after)] as const);
  return { table: entry.table, id: entry.id, values: { ...entry.values, ...Object.fromEntries(values) } };
}
