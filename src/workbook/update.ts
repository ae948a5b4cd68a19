import type { Conflict, ConflictReason, RunOptions } from '../actions/home';
import type { FieldChange } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { codecOf, type Cell, type CodecContext } from '../template/codec';
import { columnDef, tableDef } from '../template/load';
import { encodeCell, isTextColumn, keyColumnOf, textFormat } from './encode';
import { findRecords, keyCell, keyText, type Place, type RecordKey } from './find';
import { setNumberFormat, syncEach, valuesOf } from './gateway';
import { positionOf, type LiveTable } from './layout';

/** All changes of one record. */
interface RecordChange extends RecordKey {
  readonly changes: readonly FieldChange[];
}

/** A record that was found, with what its cells hold now. */
interface FoundRecord extends RecordChange {
  readonly place: Place;
  readonly cells: Excel.Range;
  /** The archive mark, where the table has one and the change is about something else. */
  readonly archived: Excel.Range | null;
}

/** What is to be written, decided before anything is. */
export interface RecordWrite extends RecordChange {
  readonly place: Place;
  readonly due: readonly FieldChange[];
}

/** What the live cells say about the changes. */
export interface UpdatePlan {
  readonly conflicts: readonly Conflict[];
  readonly alreadyDone: number;
  readonly writes: readonly RecordWrite[];
}

/** Detail of a `conflict`: a record was written into another's row, and that was put back. */
export const rowsMoved = 'rowsMoved';

/** Records that one sync reads or writes. */
export const recordsPerSync = 400;

/**
 * First half of the one update routine (decision 17): finds the records, compares the live cells with what the action
 * saw. A record that is gone or whose id stands in several rows throws `recordNotFound` or `duplicateId`; a bulk change
 * lists it. Throws `unknownColumn`, `layoutChanged`, `protected`.
 */
export async function planUpdates(
  context: Excel.RequestContext,
  tables: ReadonlyMap<string, LiveTable>,
  codecs: CodecContext,
  updates: readonly FieldChange[],
  options: RunOptions & { readonly bulk?: boolean },
): Promise<UpdatePlan> {
  const records = groupByRecord(tables, updates);
  if (!records.length) return { conflicts: [], alreadyDone: 0, writes: [] };
  const places = await findRecords(context, records, codecs, options);
  const lost = records.flatMap((record) => lostChanges(record, places.get(record)!, options.bulk === true));
  const found = records
    .filter((record) => isFound(places.get(record)!))
    .map((record) => cellsToCompare(context, record, places.get(record)!, codecs));
  await syncEach(context, slices(found), loadAll, { ...options, label: 'apply.compare' });
  const plan = compare(found, codecs);
  return { ...plan, conflicts: [...lost, ...plan.conflicts] };
}

const isFound = ({ kind }: Place): boolean => kind === 'search' || kind === 'row';

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

/** Changes of a record that cannot be told from another or is gone: the first match would be a guess. */
function lostChanges({ table, id, changes }: RecordChange, place: Place, bulk: boolean): Conflict[] {
  if (isFound(place)) return [];
  const reason: ConflictReason = place.kind === 'duplicate' ? 'duplicateId' : 'recordNotFound';
  const rows = place.kind === 'duplicate' ? place.sheetRows.join(', ') : '';
  if (!bulk) throw new CrmError(reason, { table: table.name, id, rows });
  return changes.map((change) => ({ ...change, current: null, reason }));
}

function cellsToCompare(
  context: Excel.RequestContext,
  record: RecordChange,
  place: Place,
  codecs: CodecContext,
): FoundRecord {
  const key = keyCell(context, record, place, codecs);
  const archived = positionOf(record.table, 'archived');
  const isAboutIt = archived < 0 || record.changes.some(({ field }) => field === 'archived');
  return {
    ...record,
    place,
    cells: cellsOf(key, record),
    archived: isAboutIt ? null : key.getOffsetRange(0, archived - keyPosition(record.table)),
  };
}

function loadAll(found: readonly FoundRecord[]): undefined {
  for (const { cells, archived } of found) {
    cells.load('values,formulas,format/protection/locked,worksheet/protection/protected');
    archived?.load('values');
  }
}

const keyPosition = (table: LiveTable): number => positionOf(table, keyColumnOf(table.id).id);

/** The cells from the record's first changed column to its last. */
function cellsOf(key: Excel.Range, record: RecordChange): Excel.Range {
  const { first, last } = extentOf(record);
  return key.getOffsetRange(0, first - keyPosition(record.table)).getResizedRange(0, last - first);
}

function extentOf({ table, changes }: RecordChange): { first: number; last: number } {
  const positions = changes.map(({ field }) => positionOf(table, field));
  return { first: Math.min(...positions), last: Math.max(...positions) };
}

/** Equal to `before` is written, equal to `after` is done; anything else is a conflict, and a formula is never overwritten. */
function compare(found: readonly FoundRecord[], codecs: CodecContext): UpdatePlan {
  const conflicts: Conflict[] = [];
  const writes: RecordWrite[] = [];
  let alreadyDone = 0;
  for (const record of found) {
    const due = record.changes.filter((change) => {
      const state = stateOf(record, change, codecs);
      if (state === 'done') alreadyDone += 1;
      else if (state !== 'due') conflicts.push({ ...change, ...state });
      return state === 'due';
    });
    if (!due.length) continue;
    assertUnlocked(record);
    writes.push({ table: record.table, id: record.id, changes: record.changes, place: record.place, due });
  }
  return { conflicts, alreadyDone, writes };
}

function assertUnlocked({ table, cells }: FoundRecord): void {
  // `null` = some of the cells are locked.
  if (cells.worksheet.protection.protected && cells.format.protection.locked !== false)
    throw new CrmError('protected', { platformCode: 'sheetProtected', at: table.name, detail: '' });
}

type State = 'due' | 'done' | Pick<Conflict, 'current' | 'reason'>;

function stateOf(record: FoundRecord, change: FieldChange, codecs: CodecContext): State {
  const at = positionOf(record.table, change.field) - extentOf(record).first;
  const cell = valuesOf(record.cells)[0]![at]!;
  const current = decode(record.table, change.field, cell, codecs);
  const formula = (record.cells.formulas as Cell[][])[0]![at];
  // A text that starts with `=` reads the same both ways; a formula and its result do not.
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== cell) return { current, reason: 'formula' };
  if (current === change.after) return 'done';
  if (current !== change.before) return { current, reason: 'changed' };
  return isArchived(record, codecs) ? { current, reason: 'archived' } : 'due';
}

const decode = (table: LiveTable, field: string, cell: Cell, codecs: CodecContext): Value =>
  codecOf(columnDef(tableDef(table.id), field), codecs).decode(cell).value;

const isArchived = ({ table, archived }: FoundRecord, codecs: CodecContext): boolean =>
  archived !== null && decode(table, 'archived', valuesOf(archived)[0]![0]!, codecs) === true;

/** What was found in a record's cells in the moment of writing. */
interface Overwritten {
  readonly write: RecordWrite;
  readonly cells: Excel.Range;
  readonly key: Excel.Range;
}

/**
 * Second half: searches first, so that a record that vanished meanwhile stops the batch before anything is written; the
 * returned function queues the writes. What it returns runs after the sync and tells what was overwritten in between.
 */
export function writeUpdates(
  context: Excel.RequestContext,
  codecs: CodecContext,
  writes: readonly RecordWrite[],
  onOverwritten: (conflict: Conflict) => void,
): () => () => void {
  const found = writes.map((write) => {
    const key = keyCell(context, write, write.place, codecs).load('values');
    return { write, key, cells: cellsOf(key, write) };
  });
  return () => {
    for (const { cells } of found) cells.load('values,formulas');
    for (const { write, key } of found) writeRecord(write, cellsOf(key, write), codecs);
    return () => {
      const strayed = found.filter((entry) => !isInPlace(entry, codecs));
      for (const { write, key, cells } of strayed) putBack(write, key, cells);
      for (const entry of found) if (!strayed.includes(entry)) tellOverwritten(entry, codecs, onOverwritten);
      if (strayed.length) throw new CrmError('conflict', strayedParams(strayed[0]!.write));
    };
  };
}

const isInPlace = ({ write: { table, id }, key }: Overwritten, codecs: CodecContext): boolean =>
  fold(String(valuesOf(key)[0]![0])) === fold(keyText(table, id, codecs));

const strayedParams = ({ table, id }: RecordWrite) => ({ platformCode: rowsMoved, at: table.name, detail: id });

function tellOverwritten(
  { write, cells }: Overwritten,
  codecs: CodecContext,
  tell: (conflict: Conflict) => void,
): void {
  const { table } = write;
  const { first } = extentOf(write);
  for (const change of write.due) {
    const cell = valuesOf(cells)[0]![positionOf(table, change.field) - first]!;
    const current = decode(table, change.field, cell, codecs);
    if (current !== change.before && current !== change.after) tell({ ...change, current, reason: 'overwritten' });
  }
}

/** Only a hidden row can be another's by now: no search guards it. The caller sends what is queued here. */
function putBack(write: RecordWrite, key: Excel.Range, before: Excel.Range): void {
  const { first } = extentOf(write);
  const due = new Set(write.due.map(({ field }) => positionOf(write.table, field) - first));
  const formulas = (before.formulas as Cell[][])[0]!;
  cellsOf(key, write).values = [formulas.map((cell, position) => (due.has(position) ? cell : null))];
}

function writeRecord(record: RecordWrite, cells: Excel.Range, codecs: CodecContext): void {
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
