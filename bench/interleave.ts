import type { Workbook } from '../src/host';
import {
  interleave,
  type InterleaveOptions,
  type InterleaveResult,
  isFinding,
  type RunKind,
} from '../test/support/coauthors';
import { preparedWorkbook } from '../test/support/sharedWorkbook';
import { printTable, timed } from './table';

/** In one run of so many somebody installs: in every second of these from nothing, else what half an installation left. */
const installsEvery = 10;

/** Runs of a kind, as a share of `--runs`. */
const shares: Readonly<Record<RunKind, number>> = { online: 1, offline: 0.2, reckless: 0.05 };

/** The number behind `--name`. */
function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

/**
 * Random interleavings of install, log, edit, delete and sort by two and by five clients under the pessimistic rules, and
 * fewer with offline spells. `--runs 1000 --seed 1 --clients 5`; a finding is printed with its seed and what everybody did,
 * and makes the run fail. What `reckless` runs lose is only counted: nothing but Excel could prevent it.
 */
export async function interleavings(): Promise<void> {
  const workbook = await preparedWorkbook();
  const rows = [];
  for (const kind of Object.keys(shares) as RunKind[])
    for (const clients of [2, 5].filter((count) => count === option('clients', count))) {
      const runs = Math.round(option('runs', 1_000) * shares[kind]);
      const { ms, result } = await timed(() => runAll({ kind, clients }, runs, workbook));
      rows.push({ kind, clients, runs, ...summary(result), seconds: ms / 1_000 });
    }
  printTable('Interleavings under the pessimistic rules', rows);
  console.log(kindsExplained);
}

const kindsExplained = `online: nobody is held back. offline: nobody sorts while somebody is offline, and offline nobody edits or
deletes a record that was added in the run: where the cells are merged by place and the last writer wins, such an edit
lands in whatever record stands there by then. reckless: the same without that restraint, losses and all.`;

type Cast = Pick<InterleaveOptions, 'kind' | 'clients'>;

async function runAll(cast: Cast, runs: number, workbook: Workbook): Promise<InterleaveResult[]> {
  const results: InterleaveResult[] = [];
  const first = option('seed', 1);
  for (let seed = first; seed < first + runs; seed++) {
    const result = await interleave({ ...cast, seed, ...opening(seed, workbook) });
    if (isFinding(result) && cast.kind !== 'reckless') {
      process.exitCode = 1;
      console.log(JSON.stringify({ ...cast, ...result }, null, 1));
    }
    results.push(result);
  }
  return results;
}

function opening(seed: number, workbook: Workbook): Pick<InterleaveOptions, 'workbook' | 'repairs'> {
  if (seed % (2 * installsEvery) === 0) return {};
  return { workbook, repairs: seed % installsEvery === 0 };
}

function summary(results: readonly InterleaveResult[]): Record<string, number> {
  const sum = (of: (result: InterleaveResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    requests: sum(({ requests }) => requests),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    refused: sum(({ refused }) => refused),
    'lost writes': sum(({ lost }) => lost.length),
    'duplicate ids': sum(({ duplicates }) => duplicates.length),
    'deletions undone': sum(({ resurrected }) => resurrected.length),
    'steps left': sum(({ unfinished }) => unfinished),
    'not equal': sum(({ allEqual }) => (allEqual ? 0 : 1)),
  };
}
