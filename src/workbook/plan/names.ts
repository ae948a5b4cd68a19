import { versionName } from '../../template/definedNames';
import { stepsOf, type PlanRun } from './environment';

/** Queues the defined names; the version waits until everything else is there. */
export function addNames(context: Excel.RequestContext, run: PlanRun): void {
  for (const { name, formula } of stepsOf(run.plan, 'name')) {
    if (name !== versionName) context.workbook.names.add(name, `=${formula}`);
  }
}
