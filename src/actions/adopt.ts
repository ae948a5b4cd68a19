import type { IdSource } from '../shared/ids';
import type { Adoption } from '../template/adopt';
import { template } from '../template/load';
import type { Plan } from '../template/plan';
import type { Language } from '../template/types';
import type { LiveHome, RunOptions } from './home';
import { blankIds } from './refresh';

/** What the workbook lacks when these sheets are its tables: shown to the person before anything is done. */
export const planAdopt = (home: LiveHome, language: Language, adoptions: readonly Adoption[]): Promise<Plan> =>
  home.plan(template, language, adoptions);

/** What an adoption did. */
export interface AdoptReport {
  /** Charts that this Excel refused. */
  readonly skipped: readonly string[];
  /** Records of the adopted tables. */
  readonly records: number;
  readonly idsFilled: number;
}

/**
 * Applies a plan with adopted sheets, then gives their records the ids they lack, which the person saw counted in the
 * proposal. Running it again after any interruption finishes the job.
 */
export async function adopt(
  home: LiveHome,
  plan: Plan,
  adoptions: readonly Adoption[],
  { ids, ...options }: RunOptions & { readonly ids: IdSource },
): Promise<AdoptReport> {
  const { skipped } = await home.applyPlan(plan, options);
  const tables = adoptions.map(({ table }) => table);
  const snapshot = await home.read(tables, options);
  const blank = blankIds(snapshot, ids).filter(({ table }) => tables.includes(table));
  const idsFilled = blank.length ? await home.fillIds(blank) : 0;
  const records = tables.reduce((sum, table) => sum + snapshot.tables[table]!.count, 0);
  return { skipped, records, idsFilled };
}
