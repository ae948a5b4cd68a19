import { createCalculator } from './calc';
import { loadClientInNode } from './client/loadInNode';
import { Host } from './host';
import type { HostOptions } from './options';
import { Workbook } from './store/workbook';

export { Host } from './host';
export type { HostClient, HostOptions, HostStats } from './options';
export { type Fault, type FaultKind, type FaultPlan, type LoggedSync, seededFaults } from './faults';
export type { MergeReport } from './offline/merge';
export type { Person } from './person';
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
