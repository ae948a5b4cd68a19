import { versionName } from '../../template/definedNames';
import { stepsOf, type Stage } from '../../template/stages';
import type { Layout } from '../layout';

/** Queues the defined names that are still missing; the version waits until everything else is there. */
export function addNames(context: Excel.RequestContext, stage: Stage, { state }: Layout): void {
  for (const { name, formula } of stepsOf(stage, 'name')) {
    if (name !== versionName && !(name in state.names)) context.workbook.names.add(name, `=${formula}`);
  }
}
