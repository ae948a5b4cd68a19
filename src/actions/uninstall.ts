import type { RemovalPlan, RemovalScope } from '../template/uninstall';
import type { LiveHome, RunOptions } from './home';

/** What an uninstallation would remove: shown, with its counts, before anything is done. */
export const planUninstall = (home: LiveHome, scope: RemovalScope): Promise<RemovalPlan> => home.planRemoval(scope);

/**
 * Takes the CRM out of the workbook: first what needs it becomes values, then the machinery goes, and tables only as far
 * as `scope` says. Never removes what the manager adopted, nor a table with filled columns of their own. Running it
 * again after an interruption goes on where it stopped.
 */
export const uninstall = (home: LiveHome, plan: RemovalPlan, options: RunOptions = {}): Promise<void> =>
  home.applyRemoval(plan, options);
