import { basename } from 'node:path';
import { importRecords } from '../actions/import/importRecords';
import type { ImportProblem, ImportResult, SourceFile } from '../actions/import/types';
import { findTable, readUserMap, type TableMap, type UserMap } from '../actions/import/userMap';
import { CrmError } from '../shared/errors';
import type { IdSource } from '../shared/ids';
import { template } from '../template/load';
import type { SeedRow } from '../template/seed';
import type { TableDef } from '../template/types';
import { readInput } from './files';
import { mapForFile, readHeaders, type FileHeaders } from './mapForFile';
import type { Progress } from './progress';
import { UsageError } from './usage';

/** One `--import TABLE=FILE`. */
export interface ImportJob {
  readonly table: TableDef;
  readonly path: string;
}

export interface Imported extends ImportJob {
  readonly result: ImportResult;
  /** Headers that nothing was taken from, apart from those that the map leaves out on purpose. */
  readonly unused: readonly string[];
}

/** What an import lists, and headers it does not know: nothing of a file vanishes silently. */
export type Listed = ImportProblem | (Omit<ImportProblem, 'code'> & { readonly code: 'unmappedHeader' });

export const importProblems = ({ table, result, unused }: Imported): Listed[] => [
  ...unused.map((header): Listed => ({
    table: table.id,
    row: 1,
    id: null,
    column: header,
    code: 'unmappedHeader',
    value: header,
  })),
  ...result.problems,
];

const dataTables = template.tables.filter((table) => table.group === 'data');

/** Reads `TABLE=FILE`. @throws UsageError, CrmError `unknownTable` */
export function readJob(text: string): ImportJob {
  const split = text.indexOf('=');
  if (split < 1 || split === text.length - 1) throw new UsageError(`--import wants TABLE=FILE, not "${text}".`);
  const name = text.slice(0, split);
  const table = findTable(name, dataTables);
  if (!table) throw new CrmError('unknownTable', { table: name });
  return { table, path: text.slice(split + 1) };
}

/** The map of `--map`. @throws CrmError `notJson`, `badMap` (another shape), `unknownTable` */
export async function readMap(path: string): Promise<UserMap> {
  const bytes = await readInput(path);
  return about(path, () => {
    const map = readUserMap(parseJson(bytes));
    const unknown = Object.keys(map).find((name) => !findTable(name, dataTables));
    if (unknown !== undefined) throw new CrmError('unknownTable', { table: unknown });
    return map;
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (json !== null && typeof json === 'object' && !Array.isArray(json)) return json;
  } catch (error) {
    throw new CrmError('notJson', { reason: (error as Error).message });
  }
  throw new CrmError('notJson', { reason: 'a map is an object: { "customers": { ... } }' });
}

interface ImportContext {
  readonly map: UserMap;
  /** For messages. */
  readonly mapPath: string;
  readonly currency: string;
  readonly ids: IdSource;
  readonly progress: Progress;
}

/** Imports the files in their order; a table may have several. @throws CrmError about a file or the map */
export async function runImports(jobs: readonly ImportJob[], context: ImportContext): Promise<Imported[]> {
  const files = await Promise.all(jobs.map(readFile));
  const headers: FileHeaders[] = [];
  for (const [index, { table, path }] of jobs.entries()) {
    headers.push(await about(path, () => readHeaders(table, files[index]!, context.map), context.mapPath));
  }
  const done: Imported[] = [];
  for (const [index, job] of jobs.entries()) {
    const map = await about(context.mapPath, () => mapForFile(index, headers, context.map));
    const known = done.filter(({ table }) => table === job.table).flatMap(({ result }) => result.records);
    const ids = known.map(({ id }) => id);
    const result = await about(
      job.path,
      () => importFile(job.table, files[index]!, ids, { ...context, map }),
      context.mapPath,
    );
    done.push({ ...job, result, unused: unusedHeaders(result, map[job.table.id]) });
  }
  return done;
}

/** With several files on the command line an error has to say which one it means; `badMap` means the map. */
export async function about<T>(path: string, work: () => T | Promise<T>, mapPath = path): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new CrmError(error.code, { file: error.code === 'badMap' ? mapPath : path, ...error.params });
  }
}

/** A second header for one column is listed as that; a header that the map mentions was meant to be left out or used. */
function unusedHeaders({ unmapped, problems }: ImportResult, map: TableMap = {}): string[] {
  const listed = new Set(problems.flatMap(({ code, value }) => (code === 'duplicateHeader' ? [value] : [])));
  const mentioned = new Set([...Object.keys(map.columns ?? {}), ...Object.keys(map.values ?? {})]);
  return unmapped.filter((header) => !listed.has(header) && !mentioned.has(header));
}

const readFile = async ({ path }: ImportJob): Promise<SourceFile> => ({
  fileName: basename(path),
  bytes: await readInput(path),
});

function importFile(
  table: TableDef,
  file: SourceFile,
  knownIds: readonly string[],
  { map, currency, ids, progress }: ImportContext,
): Promise<ImportResult> {
  progress.step(`Reading ${file.fileName} ...`);
  return importRecords(
    { file, table: table.id, template, settings: { currency }, ids, map, knownIds },
    { onProgress: ({ done, total }) => progress.update(`Reading ${file.fileName}: ${done} of ${total} rows`) },
  );
}

/** The records of all imports by table. */
export function recordsOf(imports: readonly Imported[]): Record<string, SeedRow[]> {
  const records: Record<string, SeedRow[]> = {};
  for (const { table, result } of imports)
    (records[table.id] ??= []).push(...result.records.map(({ values }) => values));
  return records;
}
