import type { Snapshot } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { tableDef, template } from '../template/load';
import type { ApplyReport, Home, RunOptions } from './home';
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
}

/** What an import did; `skipped` are records whose id the table already held, so running again finishes a cut one. */
export interface ImportReport extends ApplyReport {
  readonly skipped: number;
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
  return { ...result, table: tableDef(table).id };
}

/** Writes an accepted import in pieces that are each done as a whole; may be cancelled between them and run again. */
export async function runImport(home: Home, prepared: PreparedImport, options: RunOptions = {}): Promise<ImportReport> {
  const present = await home.read([prepared.table], options);
  const held = new Set(columnOf(present, prepared.table, 'id').map((id) => fold(String(id ?? ''))));
  const records = prepared.records.filter(({ id }) => !held.has(fold(id)));
  const report = await home.apply(importChangeset(records), { ...options, bulk: true });
  return { ...report, skipped: prepared.records.length - records.length };
}
