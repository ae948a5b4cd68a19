import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildReport, type Report } from '../src/actions/report';
import { activity } from '../src/actions/report/activity';
import { assignment } from '../src/actions/report/assignment';
import { audience } from '../src/actions/report/audience';
import { campaigns } from '../src/actions/report/campaigns';
import { care } from '../src/actions/report/care';
import { concentration } from '../src/actions/report/concentration';
import { customerCounts } from '../src/actions/report/customers';
import type { Facts } from '../src/actions/report/facts';
import { forecast } from '../src/actions/report/forecast';
import { funnel } from '../src/actions/report/funnel';
import { lifecycle } from '../src/actions/report/lifecycle';
import { lostReasons } from '../src/actions/report/lostReasons';
import { milestones } from '../src/actions/report/milestones';
import { people } from '../src/actions/report/people';
import { pool } from '../src/actions/report/pool';
import { problems } from '../src/actions/report/problems';
import { quality } from '../src/actions/report/quality';
import { receivables } from '../src/actions/report/receivables';
import { revisits } from '../src/actions/report/revisits';
import { rfm } from '../src/actions/report/rfm';
import { affinity, trend } from '../src/actions/report/sales';
import { suggestions } from '../src/actions/report/suggestions';
import { surveys } from '../src/actions/report/surveys';
import { targets } from '../src/actions/report/targets';
import { tickets } from '../src/actions/report/tickets';
import { tierReview } from '../src/actions/report/tierReview';
import { computeAll } from '../src/template/compute';
import { decodeWorkbook, type RawTable } from '../src/template/decode';
import { environmentOf } from '../src/template/environment';
import { rawTables, rulesRecords } from './rulesRecords';
import { median, printTable, timed } from './table';

const today = 46_000;
const ROUNDS = 3;

/** In the order of a report: the first section that needs a view pays for it. */
const sections: { readonly [Section in keyof Report]?: (facts: Facts) => unknown } = {
  ...{
    customers: customerCounts,
    revisits,
    funnel,
    tickets,
    campaigns,
    audience,
    receivables,
    affinity,
    trend,
    rfm,
    concentration,
  },
  ...{
    forecast,
    targets,
    lostReasons,
    lifecycle,
    activity,
    tierReview,
    surveys,
    suggestions,
    people,
    assignment,
    pool,
  },
  ...{ milestones, care, problems, quality },
};

interface Step {
  readonly step: string;
  readonly ms: number;
  readonly cpu: number;
  /** Megabytes in use after the step, garbage left out. */
  readonly heap: number;
}

/** Everything that a workbook of `rows` orders can be asked, from the cells as office.js delivers them, step by step. */
export async function analysis(rows: number): Promise<void> {
  const raw = rawTables(rulesRecords(rows, today), today);
  const rounds: Step[][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await analyse(raw));
  // The first round is what a person waits for who just opened the pane: nothing is compiled yet.
  const [cold, ...warm] = rounds;
  const counted = raw.filter((table) => counts.has(table.table)).map((table) => `${table.rows.length} ${table.table}`);
  printTable(
    `Analysis of ${counted.join(', ')}: medians of ${ROUNDS} rounds`,
    cold!.map(({ step, cpu, heap }, index) => ({
      step,
      'first cpu ms': cpu,
      'cpu ms': median(warm.map((steps) => steps[index]!.cpu)),
      ms: median(warm.map((steps) => steps[index]!.ms)),
      'heap MB': heap,
    })),
  );
}

const counts = new Set(['customers', 'orders', 'followUps', 'tickets', 'opportunities']);

async function analyse(raw: readonly RawTable[]): Promise<Step[]> {
  const steps: Step[] = [];
  const measure = async <T>(step: string, work: () => T): Promise<T> => {
    const { ms, cpu, result } = await timed(work);
    steps.push({ step, ms, cpu, heap: heapUsed() });
    return result;
  };
  const snapshot = await measure('decode', () => decodeWorkbook(raw, false));
  const computed = await measure('all columns', () => computeAll(snapshot, today));
  const environment = environmentOf(snapshot, today);
  for (const [name, section] of Object.entries(sections)) {
    await measure(name, () => section({ computed, environment }));
  }
  steps.push(...sumOf('columns and sections', steps.slice(1)));
  await measure('report in one call', () => buildReport(snapshot, today, { quality: {} }));
  return steps;
}

const sumOf = (step: string, steps: readonly Step[]): Step[] => [
  {
    step,
    ms: steps.reduce((sum, { ms }) => sum + ms, 0),
    cpu: steps.reduce((sum, { cpu }) => sum + cpu, 0),
    heap: steps.at(-1)!.heap,
  },
];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}
