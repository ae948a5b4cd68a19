import type { TierCut } from '../crm/tier';
import { number, tableRows, type Cells } from './arguments';
import { cellError } from './error';

/** The cutPoints argument of TIER. #VALUE! unless the minimums fall from the best tier to the last. */
export function readCutPoints(cells: Cells): TierCut[] {
  const cuts = tableRows('cutPoints', cells, 2).map(([tier, minimum]) => ({
    tier: String(tier ?? ''),
    minValue: number('cutPoints', minimum),
  }));
  const minimums = cuts.flatMap((cut) => cut.minValue ?? []);
  if (minimums.some((minimum, index) => minimum > (minimums[index - 1] ?? Infinity))) {
    throw cellError('invalidValue', 'cutPointsOrder');
  }
  return cuts;
}
