import type { Workbook } from '../src/host';
import { interleave, type InterleaveResult, preparedWorkbook } from '../test/support/coauthors';
import { printTable, timed } from './table';

/** In one run of so many everybody installs first; the others open a prepared workbook. */
const installsEvery = 50;

/** The number behind `--name`. */
function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

/**
 * Random interleavings of install, log, edit, delete, sort and offline spells by two and by five clients under the
 * pessimistic rules. `--runs 1000 --seed 1`; a finding is printed with its seed and what everybody did, and makes the run
 * fail.
 */
export async function interleavings(): Promise<void> {
  const runs = option('runs', 1_000);
  const workbook = await preparedWorkbook();
  const rows = [];
  for (const clients of [2, 5]) {
    const { ms, result } = await timed(() => runAll(clients, runs, workbook));
    rows.push({ clients, runs, ...summary(result), seconds: ms / 1_000 });
  }
  printTable('Interleavings under the pessimistic rules', rows);
}

async function runAll(clients: number, runs: number, workbook: Workbook): Promise<InterleaveResult[]> {
  const results: InterleaveResult[] = [];
  const first = option('seed', 1);
  for (let seed = first; seed < first + runs; seed++) {
    const isInstalled = seed % installsEvery !== 0;
    const result = await interleave({ clients, seed, ...(isInstalled ? { workbook } : {}) });
    if (isFinding(result)) {
      process.exitCode = 1;
      console.log(JSON.stringify({ clients, ...result }, null, 1));
    }
    results.push(result);
  }
  return results;
}

const isFinding = ({ lost, duplicates, resurrected, allEqual }: InterleaveResult): boolean =>
  lost.length + duplicates.length + resurrected.length > 0 || !allEqual;

function summary(results: readonly InterleaveResult[]): Record<string, number> {
  const sum = (of: (result: InterleaveResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    requests: sum(({ requests }) => requests),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    refused: sum(({ refused }) => refused),
    'lost writes': sum(({ lost }) => lost.length),
    'duplicate ids': sum(({ duplicates }) => duplicates.length),
    'deletions undone': sum(({ resurrected }) => resurrected.length),
    'not equal': sum(({ allEqual }) => (allEqual ? 0 : 1)),
  };
}
