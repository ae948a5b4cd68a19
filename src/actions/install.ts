import { CrmError } from '../shared/errors';
import type { Plan } from '../template/plan';
import { template } from '../template/load';
import type { Language } from '../template/types';
import type { Home, KeptCells, PlanReport, RunOptions } from './home';

/** What the workbook lacks to be a CRM workbook: shown to the person before anything is done. */
export const planInstall = (home: Home, language: Language): Promise<Plan> => home.plan(template, language);

/**
 * Installs, upgrades or repairs: one function, since the plan says what is missing. Returns what was left as it was;
 * running it again after any interruption finishes the job. When a co-author does the same at the same
 * moment, both look again and go on with what is still missing, so that one installation results.
 */
export async function install(
  home: Home,
  language: Language,
  options: RunOptions & { readonly plan?: Plan } = {},
): Promise<PlanReport> {
  const skipped: string[] = [];
  const kept: KeptCells[] = [];
  let plan = options.plan ?? (await planInstall(home, language));
  for (let round = 1; plan.steps.length > 0 && round <= mostRounds; round += 1) {
    try {
      const report = await home.applyPlan(plan, options);
      skipped.push(...report.skipped);
      kept.push(...report.kept);
    } catch (error) {
      if (!isRace(error) || round === mostRounds) throw error;
    }
    plan = await planInstall(home, language);
  }
  return { skipped, kept };
}

/**
 * A round beyond the first is needed only when somebody else changed the structure meanwhile: with five who install at the
 * same moment, each takes back what looks cut short to it, and five rounds were not always enough.
 */
const mostRounds = 12;

/** What Excel answers when something was added or taken away between the look and the write. */
const races: ReadonlySet<string> = new Set(['alreadyExists', 'notFound', 'layoutChanged', 'conflict']);

const isRace = (error: unknown): boolean => error instanceof CrmError && races.has(error.code);
