import { basename } from 'node:path';
import { importRecords } from '../actions/import/importRecords';
import { problemsCsv } from '../actions/import/problemsCsv';
import type { ImportProblem, ImportResult } from '../actions/import/types';
import { findTable, readUserMap, type UserMap } from '../actions/import/userMap';
import { problemMessage } from '../actions/problemMessage';
import { CrmError } from '../shared/errors';
import { todaySerial } from '../shared/dates';
import { translator } from '../shared/i18n';
import { randomIds } from '../shared/ids';
import { template } from '../template/load';
import type { SeedRow } from '../template/seed';
import { sampleRecords } from '../template/sample';
import { languages, type Language } from '../template/types';
import { buildBook } from '../xlsx/build';
import { readSnapshot } from '../xlsx/readTables';
import { writeBook } from '../xlsx/write';
import type { Problem } from '../crm/snapshot';
import { readInput, writeOutput } from './files';
import { Progress } from './progress';
import { readToday, UsageError } from './usage';

export interface NewOptions {
  readonly lang: string;
  readonly import: readonly string[];
  readonly map?: string;
  readonly today?: string;
  readonly sample: boolean;
}

interface ImportJob {
  readonly table: string;
  readonly path: string;
}

/** `crm new`: a workbook file from the template, filled with samples or imports; problems go beside it as CSV. */
export async function newWorkbook(out: string, options: NewOptions): Promise<void> {
  const language = readLanguage(options.lang);
  const asOf = readToday(options.today);
  const jobs = options.import.map(readJob);
  if (options.sample && jobs.length) throw new UsageError('--sample and --import fill the same tables; use one of them.');
  const clock = todaySerial(new Date());
  const progress = new Progress();
  const map = options.map ? readMap(await readInput(options.map)) : undefined;
  const imports = await runImports(jobs, language, map, progress);
  const records = options.sample ? sampleRecords(language, asOf ?? clock) : recordsOf(imports);
  progress.step('Building the workbook ...');
  const book = buildBook({ language, records, settings: asOf === undefined ? {} : { asOf }, clock });
  const bytes = await writeBook(book);
  const problems = [...imports.flatMap(({ result }) => result.problems), ...referenceProblems(readSnapshot(book).problems)];
  await writeOutput(out, bytes);
  if (jobs.length) await writeOutput(problemsPath(out), problemsReport(problems, imports, language));
  progress.done();
  console.log(summary(out, imports, problems));
}

const problemsPath = (out: string) => `${out.replace(/\.xlsx$/i, '')}.problems.csv`;

function readLanguage(text: string): Language {
  const language = languages.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (!language) throw new UsageError(`--lang wants ${languages.join(' or ')}, not "${text}".`);
  return language;
}

function readJob(text: string): ImportJob {
  const split = text.indexOf('=');
  if (split < 1) throw new UsageError(`--import wants TABLE=FILE, not "${text}".`);
  const name = text.slice(0, split);
  const table = findTable(name, template.tables.filter((candidate) => candidate.group === 'data'));
  if (!table) throw new CrmError('unknownTable', { table: name });
  return { table: table.id, path: text.slice(split + 1) };
}

function readMap(bytes: Uint8Array): UserMap {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new CrmError('badMap', { place: 'JSON', value: String((error as Error).message) });
  }
  return readUserMap(json);
}

interface Imported extends ImportJob {
  readonly result: ImportResult;
}

async function runImports(jobs: readonly ImportJob[], language: Language, map: UserMap | undefined, progress: Progress) {
  const done: Imported[] = [];
  const ids = randomIds();
  for (const job of jobs) {
    progress.step(`Reading ${basename(job.path)} ...`);
    const known = done.filter(({ table }) => table === job.table).flatMap(({ result }) => result.records.map(({ id }) => id));
    const result = await importRecords(
      {
        file: { fileName: basename(job.path), bytes: await readInput(job.path) },
        table: job.table,
        template,
        settings: { currency: language === 'en' ? 'USD' : 'CNY' },
        ids,
        map,
        knownIds: known,
      },
      { onProgress: ({ done: rows, total }) => progress.step(`Reading ${basename(job.path)}: ${rows} of ${total} rows`) },
    );
    done.push({ ...job, result });
  }
  return done;
}

function recordsOf(imports: readonly Imported[]): Record<string, SeedRow[]> {
  const records: Record<string, SeedRow[]> = {};
  for (const { table, result } of imports) {
    records[table] = [...(records[table] ?? []), ...result.records.map((record) => record.values)];
  }
  return records;
}

/** Of what the reader of the workbook lists, only what an import cannot know: the rest is listed with its source line. */
const referenceProblems = (problems: readonly Problem[]) =>
  problems.filter(({ code }) => ['unknownReference', 'ambiguousReference', 'supervisorCycle'].includes(code));

function problemsReport(problems: readonly ImportProblem[], imports: readonly Imported[], language: Language): string {
  const translate = translator(language);
  const unmapped = imports.flatMap(({ table, result }) =>
    result.unmapped.map((header) => ({ table, row: 1, id: null, column: header, code: 'unmappedHeader' as const, value: header })),
  );
  const headings = Object.fromEntries(
    (['table', 'row', 'column', 'value', 'code', 'message'] as const).map((field) => [field, translate(`cli.problems.${field}`)]),
  ) as Parameters<typeof problemsCsv>[1]['headings'];
  return problemsCsv([...unmapped, ...problems] as ImportProblem[], {
    headings,
    message: (problem) => problemMessage(problem as Problem, language),
  });
}

function summary(out: string, imports: readonly Imported[], problems: readonly ImportProblem[]): string {
  const lines = imports.map(({ table, path, result }) => {
    const headers = result.mapped.map(({ header, column }) => `${header} -> ${column}`).join(', ');
    const ignored = result.unmapped.length ? `; not used: ${result.unmapped.join(', ')}` : '';
    return `${table}: ${result.rows} rows from ${basename(path)} (${result.encoding}); ${headers}${ignored}`;
  });
  if (problems.length) lines.push(`${problems.length} problems listed in ${problemsPath(out)}`);
  return [...lines, `Wrote ${out}`].join('\n');
}
