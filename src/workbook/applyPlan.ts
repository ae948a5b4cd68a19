import type { KeptCells, PlanReport, RunOptions } from '../actions/home';
import type { IdSource } from '../shared/ids';
import type { Plan } from '../template/plan';
import { stagesOf, type Stage, type StageKind } from '../template/stages';
import type { Gateway } from './gateway';
import { locate } from './inspect';
import type { Layout } from './layout';
import { checkAdoptions } from './plan/adopt';
import { removeRemnants } from './plan/clean';
import { addColumns } from './plan/columns';
import { buildDashboard, completeCharts, mendDashboard } from './plan/dashboard';
import type { PlanRun } from './plan/environment';
import { writeFormulas, writeRules } from './plan/formulas';
import { closeBook, openBook } from './plan/meta';
import { addNames } from './plan/names';
import { checkPreconditions } from './plan/preconditions';
import { rewriteFormulas } from './plan/rewrite';
import { addRows } from './plan/rows';
import { buildSheet } from './plan/structure';

/** What a run takes from the machine. */
export interface Machine {
  /** Today's serial. */
  readonly clock: number;
  readonly ids: IdSource;
}

/**
 * Applies a plan to the live workbook stage by stage; it may be cancelled between them. Whatever stops it, planning and
 * applying again finishes the job.
 * @throws CrmError before the first write for what would stop it later, see `checkPreconditions`
 */
export async function applyLivePlan(
  gateway: Gateway,
  plan: Plan,
  machine: Machine,
  options: RunOptions,
): Promise<PlanReport> {
  const stages = stagesOf(plan);
  const skipped: string[] = [];
  const kept: KeptCells[] = [];
  let run: PlanRun | undefined;
  for (const stage of stages) {
    options.signal?.throwIfAborted();
    const progress = { total: stages.length, label: `plan.${stage.kind}` };
    options.onProgress?.({ ...progress, done: stage.number - 1 });
    const begun: PlanRun = (run ??= await begin(gateway, plan, machine, options));
    const report = await appliers[stage.kind](gateway, begun, stage);
    skipped.push(...(report.skipped ?? []));
    kept.push(...(report.kept ?? []));
    options.onProgress?.({ ...progress, done: stage.number });
  }
  return { skipped, kept };
}

const begin = (gateway: Gateway, plan: Plan, machine: Machine, options: RunOptions): Promise<PlanRun> =>
  gateway.run(async (context) => {
    const layout = await locate(context);
    await checkPreconditions(context, plan, layout);
    await checkAdoptions(context, plan, layout);
    return { plan, before: layout.state, date1904: layout.date1904, options, ...machine };
  });

type Applier = (gateway: Gateway, run: PlanRun, stage: Stage) => Promise<Partial<PlanReport>>;

/** A stage of one request, queued for the workbook as it stands now: somebody else may have done part of it. */
const located =
  (queue: (context: Excel.RequestContext, run: PlanRun, stage: Stage, layout: Layout) => void): Applier =>
  (gateway, run, stage) =>
    gateway.run(async (context) => {
      const layout = await locate(context);
      queue(context, run, stage, layout);
      await context.sync();
      return {};
    });

/** A stage that draws charts; some Excels refuse some of them. */
const drawing =
  (draw: (gateway: Gateway, run: PlanRun, stage: Stage) => Promise<readonly string[]>): Applier =>
  async (gateway, run, stage) => ({ skipped: await draw(gateway, run, stage) });

/** New formulas in one request, then those that replace others, which need a look at every cell. */
const applyFormulas: Applier = (gateway, run, stage) =>
  gateway.run(async (context) => {
    const layout = await locate(context);
    writeFormulas(context, run, stage, layout);
    await context.sync();
    return { kept: await rewriteFormulas(context, run, stage, layout) };
  });

const appliers: Readonly<Record<StageKind, Applier>> = {
  clean: located((context, _run, stage, layout) => removeRemnants(context, stage, layout)),
  book: located(openBook),
  sheet: located(buildSheet),
  columns: located(addColumns),
  rows: addRows,
  names: located((context, _run, stage, layout) => addNames(context, stage, layout)),
  formulas: applyFormulas,
  rules: located(writeRules),
  dashboard: drawing(buildDashboard),
  mend: mendDashboard,
  charts: drawing(completeCharts),
  finish: located(closeBook),
};
