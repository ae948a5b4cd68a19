import type { Conflict, RunOptions } from '../actions/home';
import type { FieldChange } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { codecOf, type Cell, type CodecContext } from '../template/codec';
import { escapeText } from '../template/keyText';
import { columnDef, tableDef } from '../template/load';
import { encodeCell, isTextColumn, keyColumnOf, textFormat } from './encode';
import { readAll, setNumberFormat, syncEach, valuesOf } from './gateway';
import { positionOf, type LiveTable } from './layout';

/** All changes of one record. */
interface RecordChange {
  readonly table: LiveTable;
  readonly id: string;
  readonly changes: readonly FieldChange[];
}

/** A record that was found, with what its cells hold now. */
interface FoundRecord extends RecordChange {
  /** 0-based row of the body, or `null` where Excel's own search finds it again in the writing batch. */
  readonly row: number | null;
  readonly cells: Excel.Range;
}

/** What the live cells say about the changes: decided before anything is written. */
export interface UpdatePlan {
  readonly conflicts: readonly Conflict[];
  readonly alreadyDone: number;
  readonly writes: readonly (FoundRecord & { readonly due: readonly FieldChange[] })[];
}

/** More records than this are looked up in the id column as a whole; a search each would make a large request. */
const mostSearches = 20;
/** Records that one sync reads or writes. */
export const recordsPerSync = 400;

/**
 * First half of the one update routine (decision 17): finds the records, compares the live cells with what the action
 * saw. Throws `recordNotFound`, `unknownColumn`, `layoutChanged`.
 */
export async function planUpdates(
  context: Excel.RequestContext,
  tables: ReadonlyMap<string, LiveTable>,
  codecs: CodecContext,
  updates: readonly FieldChange[],
  options: RunOptions,
): Promise<UpdatePlan> {
  const records = groupByRecord(tables, updates);
  if (!records.length) return { conflicts: [], alreadyDone: 0, writes: [] };
  const found = await findRecords(context, records, codecs, options);
  const load = (some: readonly FoundRecord[]) => {
    for (const { cells } of some) cells.load('values,formulas');
    return undefined;
  };
  await syncEach(context, slices(found), load, { ...options, label: 'apply.compare' });
  return compare(found, codecs);
}

function groupByRecord(tables: ReadonlyMap<string, LiveTable>, updates: readonly FieldChange[]): RecordChange[] {
  const groups = new Map<string, { table: LiveTable; id: string; changes: FieldChange[] }>();
  for (const change of updates) {
    const table = tables.get(change.table);
    if (!table) throw new CrmError('unknownTable', { table: change.table });
    if (positionOf(table, change.field) < 0)
      throw new CrmError('unknownColumn', { table: table.name, column: change.field });
    const key = `${change.table}\u0000${fold(change.id)}`;
    const group = groups.get(key) ?? { table, id: change.id, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The key as its cell shows it: ids as they are, codes as labels. */
const keyText = (table: LiveTable, id: string, codecs: CodecContext): string =>
  String(codecOf(keyColumnOf(table.id), codecs).encode(id) ?? '');

async function findRecords(
  context: Excel.RequestContext,
  records: readonly RecordChange[],
  codecs: CodecContext,
  options: RunOptions,
): Promise<FoundRecord[]> {
  const few = records.length <= mostSearches;
  const headers = checkHeaders(context, records);
  const searches = few ? records.map((record) => searchFor(context, record, codecs)) : [];
  searches.forEach((search) => void search.load('address'));
  await context.sync();
  headers();
  const missed = few ? records.filter((_, index) => searches[index]!.isNullObject) : records;
  // Excel's search may pass over filtered rows, so a record counts as missing only when the column lacks it too.
  const rows = await lookUpRows(context, missed, codecs, options);
  return records.map((record) => ({ ...record, ...placeOf(context, record, rows.get(record) ?? null, codecs) }));
}

function checkHeaders(context: Excel.RequestContext, records: readonly RecordChange[]): () => void {
  const tables = [...new Set(records.map(({ table }) => table))];
  const headers = tables.map((table) => context.workbook.tables.getItem(table.key).getHeaderRowRange().load('values'));
  return () =>
    tables.forEach((table, index) => {
      const isSame = valuesOf(headers[index]!)[0]!.join('\n') === table.captions.join('\n');
      if (!isSame) throw new CrmError('layoutChanged', { table: table.name });
    });
}

const keyColumn = (context: Excel.RequestContext, table: LiveTable): Excel.Range =>
  context.workbook.tables
    .getItem(table.key)
    .getDataBodyRange()
    .getColumn(positionOf(table, keyColumnOf(table.id).id));

const wholeCell = { completeMatch: true, matchCase: false } as const;

const searchFor = (context: Excel.RequestContext, { table, id }: RecordChange, codecs: CodecContext): Excel.Range =>
  keyColumn(context, table).findOrNullObject(escapeText(keyText(table, id, codecs)), wholeCell);

async function lookUpRows(
  context: Excel.RequestContext,
  records: readonly RecordChange[],
  codecs: CodecContext,
  options: RunOptions,
): Promise<ReadonlyMap<RecordChange, number>> {
  const tables = [...new Set(records.map(({ table }) => table))];
  const indexes = await keyIndexes(context, tables, options);
  return new Map(
    records.map((record) => {
      const row = indexes.get(record.table)!.get(fold(keyText(record.table, record.id, codecs)));
      if (row === undefined) throw new CrmError('recordNotFound', { table: record.table.name, id: record.id });
      return [record, row];
    }),
  );
}

/** Row of the body by key, for whole tables; the first of equal keys counts, as in Excel's MATCH. */
async function keyIndexes(
  context: Excel.RequestContext,
  tables: readonly LiveTable[],
  options: RunOptions,
): Promise<ReadonlyMap<LiveTable, ReadonlyMap<string, number>>> {
  if (!tables.length) return new Map();
  const bodies = tables.map((table) => context.workbook.tables.getItem(table.key).getDataBodyRange().load('rowCount'));
  await context.sync();
  const columns = tables.map((table, index) => ({
    rows: bodies[index]!.rowCount,
    columns: 1,
    at: (from: number, count: number) =>
      keyColumn(context, table)
        .getCell(from, 0)
        .getResizedRange(count - 1, 0),
  }));
  const values = await readAll(context, columns, options);
  return new Map(tables.map((table, index) => [table, firstRows(values[index]!)]));
}

function firstRows(keys: readonly (readonly Cell[])[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  keys.forEach(([key], row) => {
    const folded = fold(String(key));
    if (!rows.has(folded)) rows.set(folded, row);
  });
  return rows;
}

/** The cells from the record's first changed column to its last; in the writing batch they are found anew. */
function placeOf(context: Excel.RequestContext, record: RecordChange, row: number | null, codecs: CodecContext) {
  return { row, cells: cellsOf(context, record, row, codecs) };
}

function cellsOf(
  context: Excel.RequestContext,
  record: RecordChange,
  row: number | null,
  codecs: CodecContext,
): Excel.Range {
  const { table, id } = record;
  const column = keyColumn(context, table);
  const key = row === null ? column.find(escapeText(keyText(table, id, codecs)), wholeCell) : column.getCell(row, 0);
  const { first, last } = extentOf(record);
  return key.getOffsetRange(0, first - positionOf(table, keyColumnOf(table.id).id)).getResizedRange(0, last - first);
}

function extentOf({ table, changes }: RecordChange): { first: number; last: number } {
  const positions = changes.map(({ field }) => positionOf(table, field));
  return { first: Math.min(...positions), last: Math.max(...positions) };
}

/** Equal to `before` is written, equal to `after` is done; anything else is a conflict, and a formula is never overwritten. */
function compare(found: readonly FoundRecord[], codecs: CodecContext): UpdatePlan {
  const conflicts: Conflict[] = [];
  const writes: (FoundRecord & { due: FieldChange[] })[] = [];
  let alreadyDone = 0;
  for (const record of found) {
    const { first } = extentOf(record);
    const due = record.changes.filter((change) => {
      const at = positionOf(record.table, change.field) - first;
      const cell = valuesOf(record.cells)[0]![at]!;
      const current = codecOf(columnDef(tableDef(record.table.id), change.field), codecs).decode(cell).value;
      const formula = (record.cells.formulas as Cell[][])[0]![at];
      // A text that starts with `=` reads the same both ways; a formula and its result do not.
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== cell;
      if (!isFormula && current === change.after) alreadyDone += 1;
      else if (isFormula || current !== change.before) conflicts.push({ ...change, current });
      else return true;
      return false;
    });
    if (due.length) writes.push({ ...record, due });
  }
  return { conflicts, alreadyDone, writes };
}

/**
 * Second half: queues the writes of some records, searches first, so that a record that vanished meanwhile stops the
 * batch before anything is written. The returned check runs after the sync: `conflict` when a row had moved.
 */
export function writeUpdates(
  context: Excel.RequestContext,
  codecs: CodecContext,
  writes: UpdatePlan['writes'],
): () => void {
  const places = writes.map((write) => ({ write, cells: cellsOf(context, write, write.row, codecs) }));
  const keys = places.flatMap(({ write }) => {
    if (write.row === null) return [];
    return [{ write, key: keyColumn(context, write.table).getCell(write.row, 0).load('values') }];
  });
  for (const { write, cells } of places) writeRecord(write, cells, codecs);
  return () => {
    for (const { write, key } of keys) {
      const isSame = fold(String(valuesOf(key)[0]![0])) === fold(keyText(write.table, write.id, codecs));
      if (!isSame)
        throw new CrmError('conflict', { platformCode: 'rowsMoved', at: write.table.name, detail: write.id });
    }
  };
}

function writeRecord(record: UpdatePlan['writes'][number], cells: Excel.Range, codecs: CodecContext): void {
  const { first, last } = extentOf(record);
  const values = new Array<Cell>(last - first + 1).fill(null);
  for (const change of record.due) {
    const column = columnDef(tableDef(record.table.id), change.field);
    const at = positionOf(record.table, change.field) - first;
    values[at] = encodeCell(column, change.after, codecs);
    if (isTextColumn(column)) setNumberFormat(cells.getCell(0, at), textFormat);
  }
  cells.values = [values];
}

/** Pieces of at most {@link recordsPerSync} records. */
export const slices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / recordsPerSync) }, (_, index) =>
    all.slice(index * recordsPerSync, (index + 1) * recordsPerSync),
  );
