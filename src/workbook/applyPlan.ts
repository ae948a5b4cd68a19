import type { RunOptions } from '../actions/home';
import { CrmError } from '../shared/errors';
import { dashboardName, type Plan } from '../template/plan';
import { addChart } from './charts';
import type { Gateway } from './gateway';
import { locate } from './inspect';
import type { Layout } from './layout';
import { addColumns } from './plan/columns';
import { addDashboard } from './plan/dashboard';
import { stepsOf, type PlanRun } from './plan/environment';
import { writeFormulas, writeRules } from './plan/formulas';
import { finishMeta, writeEarlyMeta } from './plan/meta';
import { addNames } from './plan/names';
import { addSheetsAndTables } from './plan/structure';

/**
 * Applies a plan to the live workbook in a few phases of one request each; it may be cancelled between them. Whatever
 * stops it, planning and applying again finishes the job. Returns the decorations (charts) that this Excel refused.
 */
export async function applyLivePlan(
  gateway: Gateway,
  plan: Plan,
  clock: number,
  options: RunOptions,
): Promise<{ skipped: string[] }> {
  if (!plan.steps.length) return { skipped: [] };
  const skipped: string[] = [];
  let run: PlanRun | undefined;
  for (const [index, phase] of phases.entries()) {
    options.signal?.throwIfAborted();
    const begun: PlanRun = (run ??= await begin(gateway, plan, clock, options));
    skipped.push(...(await phase.apply(gateway, begun)));
    options.onProgress?.({ done: index + 1, total: phases.length, label: phase.label });
  }
  return { skipped };
}

interface Phase {
  /** i18n key of what a person reads while it runs. */
  readonly label: string;
  readonly apply: (gateway: Gateway, run: PlanRun) => Promise<readonly string[]>;
}

const begin = (gateway: Gateway, plan: Plan, clock: number, options: RunOptions): Promise<PlanRun> =>
  gateway.run(async (context) => {
    const { workbook } = context;
    workbook.load('readOnly');
    const { state, date1904 } = await locate(context);
    if (workbook.readOnly) throw new CrmError('readOnly');
    return { plan, before: state, date1904, clock, options };
  });

/** A phase that needs to know where the tables stand. */
const located = (
  label: string,
  queue: (context: Excel.RequestContext, run: PlanRun, layout: Layout) => void,
): Phase => ({
  label,
  apply: (gateway, run) =>
    gateway.run(async (context) => {
      const layout = await locate(context);
      queue(context, run, layout);
      await context.sync();
      return [];
    }),
});

const phases: readonly Phase[] = [
  located('plan.tables', (context, run, layout) => {
    addSheetsAndTables(context, run);
    writeEarlyMeta(context, run, layout);
    addColumns(context, run, layout);
  }),
  located('plan.names', addNames),
  located('plan.formulas', (context, run, layout) => {
    writeFormulas(context, run, layout);
    writeRules(context, run, layout);
  }),
  located('plan.dashboard', addDashboard),
  { label: 'plan.charts', apply: addCharts },
  located('plan.finish', finishMeta),
];

async function addCharts(gateway: Gateway, { plan }: PlanRun): Promise<string[]> {
  const skipped: string[] = [];
  const dashboard = (context: Excel.RequestContext) =>
    context.workbook.names.getItem(dashboardName).getRange().worksheet;
  for (const { chart } of stepsOf(plan, 'chart')) {
    const place = { source: dashboard, target: dashboard, name: chart.name, anchor: chart.anchor };
    if (await addChart(gateway, chart, place)) skipped.push(chart.name);
  }
  return skipped;
}
