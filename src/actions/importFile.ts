import type { Changeset, NewRecord } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { createMissing, creatableTables } from '../template/createMissing';
import { columnOf } from '../template/environment';
import { tableDef, template } from '../template/load';
import type { ApplyOptions, ApplyReport, Home, RunOptions } from './home';
import { importChangeset, importRecords, type ImportRequest } from './import/importRecords';
import type { ImportResult, SourceFile } from './import/types';

export interface PrepareOptions extends RunOptions, Pick<ImportRequest, 'map' | 'source'> {
  readonly ids: IdSource;
  /** How `3/5/2024` is read when nothing in its column tells. */
  readonly dateOrder?: 'mdy' | 'dmy';
}

/** An import before anybody accepted it: what was recognised, what was not, and the records with their ids. */
export interface PreparedImport extends ImportResult {
  readonly table: string;
  /** Customers and people that the file names but the workbook lacks: made first, and listed among the problems. */
  readonly created: readonly NewRecord[];
}

/** What an import did; `skipped` are records whose id the table already held, so running again finishes a cut one. */
export interface ImportReport extends ApplyReport {
  readonly skipped: number;
  /** What was added: the argument of `undo`. */
  readonly changeset: Changeset;
}

/** Reads a CSV or XLSX file for a table of this workbook (C-05); nothing is written. Throws what `importRecords` throws. */
export async function prepareImport(
  snapshot: Snapshot,
  table: string,
  file: SourceFile,
  { ids, map, source, dateOrder, ...options }: PrepareOptions,
): Promise<PreparedImport> {
  const settings = { currency: String(snapshot.settings.currency ?? ''), dateOrder };
  const knownIds = columnOf(snapshot, table, 'id').flatMap((id) => (id === null ? [] : [String(id)]));
  const result = await importRecords({ file, table, template, settings, ids, map, source, knownIds }, options);
  const { created, problems } = missingRecords(snapshot, tableDef(table).id, result.records, ids);
  return { ...result, table: tableDef(table).id, created, problems: [...result.problems, ...problems] };
}

/** What `createMissing` adds when only the new records may ask for it. */
function missingRecords(snapshot: Snapshot, table: string, records: readonly NewRecord[], ids: IdSource) {
  const known = Object.fromEntries(creatableTables.map((id) => [id, namesOf(snapshot, id)]));
  const before = { ...known, [table]: [...(known[table] ?? []), ...records.map(({ values }) => values)] };
  const { records: after, problems } = createMissing(before, ids);
  const created = creatableTables.flatMap((id) =>
    after[id]!.slice(before[id]!.length).map((values): NewRecord => ({ table: id, id: String(values.id), values })),
  );
  return { created, problems };
}

/** Records of a table by id and name only. */
function namesOf(snapshot: Snapshot, table: string) {
  const names = columnOf(snapshot, table, tableDef(table).nameColumn!);
  return columnOf(snapshot, table, 'id').map((id, row) => ({ id, [tableDef(table).nameColumn!]: names[row] ?? null }));
}

/** Writes an accepted import in pieces that are each done as a whole; may be cancelled between them and run again. */
export async function runImport(
  home: Home,
  prepared: PreparedImport,
  options: ApplyOptions = {},
): Promise<ImportReport> {
  const wanted = [...prepared.created, ...prepared.records];
  const present = await home.read([...new Set(wanted.map(({ table }) => table))], options);
  const held = new Map(creatableTables.concat(prepared.table).map((table) => [table, foldedIds(present, table)]));
  const records = wanted.filter(({ table, id }) => !held.get(table)!.has(fold(id)));
  const changeset = importChangeset(records);
  const report = await home.apply(changeset, { ...options, bulk: true });
  return { ...report, skipped: wanted.length - records.length, changeset };
}

const foldedIds = (snapshot: Snapshot, table: string) =>
  new Set(columnOf(snapshot, table, 'id').map((id) => fold(String(id ?? ''))));
