import type { Changeset, NewRecord } from '../../crm/changeset';
import { CrmError } from '../../shared/errors';
import type { IdSource } from '../../shared/ids';
import type { TableDef, Template } from '../../template/types';
import type { RunOptions } from '../home';
import { chosenColumns, valueMapOf } from './applyUserMap';
import { columnFinder, mapHeaders, type HeaderMap } from './mapHeaders';
import { cellParser } from './parseCell';
import { readSource, type Source, type SourceOptions } from './readSource';
import { RecordBuilder, type SourceColumn } from './recordBuilder';
import type { ImportResult, ImportSettings, SourceFile } from './types';
import { findTable, tableMapOf, type TableMap, type UserMap } from './userMap';

export interface ImportRequest {
  readonly file: SourceFile;
  /** Id, label or synonym of the table that the records are for. */
  readonly table: string;
  readonly template: Pick<Template, 'tables' | 'lists'>;
  readonly settings: ImportSettings;
  readonly ids: IdSource;
  readonly map?: UserMap;
  /** Ids that the table already holds. */
  readonly knownIds?: Iterable<string>;
  readonly source?: SourceOptions;
}

/** Rows between two pauses: some 20 ms, so that a pane keeps drawing and a cancel button works. */
const chunkRows = 2_000;

/**
 * Reads a CSV or XLSX file as new records of a table (C-05): a proposal with everything listed that a person should
 * look at. No row is dropped and nothing is invented; an unreadable cell keeps its text. References are not looked up:
 * the reader of the snapshot does that for typed and imported ones alike.
 * Throws `unknownTable`, `noKnownColumns`, `badMap`, what `readSource` throws, and the signal's reason when cancelled.
 */
export async function importRecords(request: ImportRequest, options: RunOptions = {}): Promise<ImportResult> {
  const table = knownTable(request);
  const tableMap = tableMapOf(request.map ?? {}, table, request.template.tables);
  const source = await readSource(request.file, countKnown(table, tableMap), request.source);
  const headers = mapHeaders(source.headers, source.headerLine, table, chosenColumns(tableMap, source.headers, table));
  const columns = sourceColumns(request, table, tableMap, source, headers);
  if (columns.length === 0) throw new CrmError('noKnownColumns', { headers: source.headers.join(', ') });
  const builder = new RecordBuilder(table, source, columns, request.ids, request.knownIds ?? []);
  await buildInChunks(builder, source, options);
  const { mapped, unmapped } = headers;
  const problems = [...headers.problems, ...builder.problems];
  return { records: builder.records, problems, mapped, unmapped, rows: source.rows.length, encoding: source.encoding };
}

/** What accepting an import changes. */
export const importChangeset = (records: readonly NewRecord[]): Changeset => ({
  action: 'import',
  updates: [],
  appends: records,
  removals: [],
});

function knownTable({ table, template }: ImportRequest): TableDef {
  const found = findTable(table, template.tables);
  if (!found) throw new CrmError('unknownTable', { table });
  return found;
}

/** Counts different columns and headers of the map, so that a row repeating one word is no header. */
function countKnown(table: TableDef, { columns = {}, values = {} }: TableMap) {
  const find = columnFinder(table);
  const named = new Set([...Object.keys(columns), ...Object.keys(values)]);
  const meaning = (text: string) => find(text)?.id ?? (named.has(text) ? text : null);
  return (cells: readonly string[]) => new Set(cells.map((cell) => meaning(cell.trim())).filter(Boolean)).size;
}

/** The headers that bring values, each with its parser and a person's own words for its cells. */
function sourceColumns(
  { template, settings }: ImportRequest,
  table: TableDef,
  tableMap: TableMap,
  source: Source,
  { targets }: HeaderMap,
): SourceColumn[] {
  const context = { settings, lists: template.lists, date1904: source.date1904 };
  const words = valueMapOf(tableMap, {
    headers: source.headers,
    targets,
    table,
    parserOf: (column) => cellParser(column, { ...context, header: '', cells: [] }),
  });
  return source.headers.flatMap((header, index) => {
    const column = targets[index] ?? null;
    const cells = source.rows.map((row) => row.cells[index]);
    const own = column && { column, parse: cellParser(column, { ...context, header, cells }) };
    return own || words.has(header) ? [{ index, own, words: words.get(header) }] : [];
  });
}

async function buildInChunks(builder: RecordBuilder, { rows }: Source, { onProgress, signal }: RunOptions) {
  for (let start = 0; start < rows.length; start += chunkRows) {
    signal?.throwIfAborted();
    rows.slice(start, start + chunkRows).forEach((row) => builder.add(row));
    onProgress?.({ done: Math.min(start + chunkRows, rows.length), total: rows.length, label: 'import.rows' });
    await new Promise((resume) => setTimeout(resume));
  }
}
