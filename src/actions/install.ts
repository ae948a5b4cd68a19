import type { Plan } from '../template/plan';
import { template } from '../template/load';
import type { Language } from '../template/types';
import type { Home, RunOptions } from './home';

/** What the workbook lacks to be a CRM workbook: shown to the person before anything is done. */
export const planInstall = (home: Home, language: Language): Promise<Plan> => home.plan(template, language);

/**
 * Installs, upgrades or repairs: one function, since the plan says what is missing. Returns the decorations that this
 * Excel refused; running it again after any interruption finishes the job.
 */
export async function install(home: Home, language: Language, options: RunOptions & { readonly plan?: Plan } = {}) {
  return home.applyPlan(options.plan ?? (await planInstall(home, language)), options);
}
