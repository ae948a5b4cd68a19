import { basename } from 'node:path';
import { problemsCsv } from '../actions/import/problemsCsv';
import type { ImportProblem } from '../actions/import/types';
import { problemColumn, problemMessage } from '../actions/problemMessage';
import type { Problem } from '../crm/snapshot';
import { todaySerial } from '../shared/dates';
import { translator } from '../shared/i18n';
import { randomIds } from '../shared/ids';
import { createMissing, type Completed } from '../template/createMissing';
import { columnDef } from '../template/load';
import { publicId } from '../template/publicIds';
import { sampleRecords } from '../template/sample';
import { currencies } from '../template/seed';
import type { Language } from '../template/types';
import type { Book } from '../xlsx/book';
import { buildBook } from '../xlsx/build';
import { readSnapshot } from '../xlsx/readTables';
import { writeBook } from '../xlsx/write';
import { refuseUnwritable, writeOutputs } from './files';
import {
  importProblems,
  readJob,
  readMap,
  recordsOf,
  runImports,
  type ImportJob,
  type Imported,
  type Listed,
} from './imports';
import { Progress } from './progress';
import { readCurrency, readLanguage, readToday, UsageError } from './usage';

export interface NewOptions {
  readonly lang: string;
  readonly import?: readonly string[];
  readonly map?: string;
  readonly today?: string;
  readonly currency?: string;
  readonly sample?: boolean;
}

/** `crm new`: a workbook file from the template, filled with samples or imports; problems go beside it as CSV. */
export async function newWorkbook(out: string, options: NewOptions): Promise<void> {
  const request = readRequest(options);
  const map = options.map === undefined ? {} : await readMap(options.map);
  await refuseUnwritable(request.jobs.length ? [out, problemsPath(out)] : [out]);
  const progress = new Progress();
  const ids = randomIds();
  const context = { map, mapPath: options.map ?? '', currency: request.money.currency, ids, progress };
  const imports = await runImports(request.jobs, context);
  progress.step('Building the workbook ...');
  const filled = request.jobs.length ? createMissing(recordsOf(imports), ids) : startRecords(request);
  const book = bookOf(request, filled.records);
  const found = referenceProblems(readSnapshot(book).problems);
  const problems = [...imports.flatMap(importProblems), ...filled.problems, ...found];
  progress.step('Writing the workbook ...');
  const workbook = { path: out, content: await writeBook(book) };
  const listed = { path: problemsPath(out), content: problemsReport(problems, request.language) };
  await writeOutputs(request.jobs.length ? [workbook, listed] : [workbook]);
  progress.done();
  console.log(summary(out, imports, problems));
}

/** The options, checked: nothing is read or written before they all make sense. */
interface Request {
  readonly language: Language;
  readonly asOf?: number;
  readonly clock: number;
  readonly money: ReturnType<typeof readCurrency>;
  readonly jobs: readonly ImportJob[];
  readonly sample: boolean;
}

function readRequest(options: NewOptions): Request {
  const language = readLanguage(options.lang);
  const jobs = (options.import ?? []).map(readJob);
  const sample = options.sample === true;
  if (sample && jobs.length) throw new UsageError('--sample and --import fill the same tables; use one of them.');
  if (options.map !== undefined && !jobs.length)
    throw new UsageError('--map says how --import reads files; there is no --import.');
  const money = readCurrency(options.currency ?? currencies[language]);
  return { language, asOf: readToday(options.today), clock: todaySerial(new Date()), money, jobs, sample };
}

const startRecords = ({ sample, language, asOf, clock }: Request): Completed => ({
  records: sample ? sampleRecords(language, asOf ?? clock) : {},
  problems: [],
});

function bookOf({ language, money, asOf, clock }: Request, records: Completed['records']): Book {
  const settings = { ...money, ...(asOf === undefined ? {} : { asOf }) };
  return buildBook({ language, records, settings, clock });
}

const problemsPath = (out: string) => `${out.replace(/\.xlsx$/i, '')}.problems.csv`;

/** Of what the reader of the workbook lists, only what an import cannot know: the rest is listed with its source line. */
const referenceProblems = (problems: readonly Problem[]) =>
  problems.filter(({ code }) => ['unknownReference', 'ambiguousReference', 'supervisorCycle'].includes(code));

function problemsReport(problems: readonly Listed[], language: Language): string {
  const translate = translator(language);
  const fields = ['table', 'row', 'column', 'value', 'code', 'message'] as const;
  const headings = Object.fromEntries(fields.map((field) => [field, translate(`cli.problems.${field}`)]));
  const told = problems.map((problem) => ({
    ...problem,
    column: problemColumn(problem),
    message: problemMessage(problem as Problem, language),
  }));
  return problemsCsv(told as unknown as ImportProblem[], {
    headings: headings as Parameters<typeof problemsCsv>[1]['headings'],
    message: (problem) => (problem as unknown as (typeof told)[number]).message,
  });
}

function summary(out: string, imports: readonly Imported[], problems: readonly Listed[]): string {
  const lines = imports.map(({ table, path, result, unused }) => {
    const headers = result.mapped.map(
      ({ header, column }) => `${header} -> ${publicId(table, columnDef(table, column))}`,
    );
    const notUsed = unused.length ? `; not used: ${unused.join(', ')}` : '';
    return `${table.id}: ${result.rows} rows from ${basename(path)} (${result.encoding}); ${headers.join(', ')}${notUsed}`;
  });
  const counts = countBy(problems.map(({ code }) => code));
  const told = Object.entries(counts).map(([code, count]) => `${code}: ${count}`);
  if (problems.length) lines.push(`${problems.length} problems listed in ${problemsPath(out)} (${told.join(', ')})`);
  return [...lines, `Wrote ${out}`].join('\n');
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
