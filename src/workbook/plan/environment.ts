import type { RunOptions } from '../../actions/home';
import type { WorkbookState } from '../../template/bindings';
import type { Plan, Step } from '../../template/plan';

/** What every applier gets: the plan, the workbook before it, and the clock. */
export interface PlanRun {
  readonly plan: Plan;
  readonly before: WorkbookState;
  readonly date1904: boolean;
  /** Today's serial by the caller's clock: the hidden calendar lies around it. */
  readonly clock: number;
  readonly options: RunOptions;
}

/** The steps of one kind, in the plan's order. */
export const stepsOf = <K extends Step['kind']>(plan: Plan, kind: K): Extract<Step, { kind: K }>[] =>
  plan.steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind);

/** Width in points of a column that shows this many characters of the standard font (7 pixels each, 5 of padding). */
export const pointsOf = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

/** Nobody watches a sheet being built cell by cell; both end by themselves with the next sync. */
export function quietly(context: Excel.RequestContext): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
}
