import { createCalculator } from './calc';
import { loadClientInNode } from './client/loadInNode';
import { Host, type HostOptions } from './host';
import { Workbook } from './store/workbook';

export { Host, type HostClient, type HostOptions, type HostStats } from './host';
export type { Change } from './store/change';
export type { ClientWindow } from './client/attach';
export { Workbook } from './store/workbook';
export { HOST_RULES, type RuleVariant } from './rules';
export { REQUIREMENT_SETS } from './requirements';

/**
 * Makes a host with an empty workbook (one sheet, `Sheet1`).
 *
 * ```ts
 * const host = await createHost();
 * const { Excel } = await host.connect();
 * await Excel.run(async (context) => {
 *   context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[42]];
 *   await context.sync();
 * });
 * ```
 *
 * In Node every `connect()` runs office.js in a context of its own; in a browser pass the window in which it runs.
 */
export async function createHost(options: HostOptions = {}): Promise<Host> {
  const host = new Host({ createCalculator, loadClient: loadClientInNode, ...options });
  await host.load(new Workbook());
  return host;
}
