import { roi as roiOf } from '../../crm/roi';
import { uplift as upliftOf } from '../../crm/uplift';
import { flag, money, numberWithin } from '../arguments';
import { cellError, shown } from '../error';

/**
 * Return on investment of a campaign: (won - cost) / cost.
 * @customfunction ROI
 * @param won Amount of the deals won through it. Blank gives an empty cell.
 * @param cost Actual cost. Blank or 0 gives an empty cell: not computable.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.ROI([@[Won amount]], [@Cost])
 */
export function roi(won: unknown, cost: unknown): number | string {
  const [gained, spent] = [money('won', won), numberWithin('cost', cost, 0, Infinity)];
  return gained === null ? '' : shown(roiOf(gained, spent));
}

/**
 * Cost of a campaign for each participant.
 * @customfunction COSTPER
 * @param cost Actual cost. Blank gives an empty cell.
 * @param participants Number of participants. Blank or 0 gives an empty cell: not computable.
 * @returns An amount.
 * @example =CRM.COSTPER([@Cost], [@Participants])
 */
export function costPer(cost: unknown, participants: unknown): number | string {
  const [spent, count] = [money('cost', cost), numberWithin('participants', participants, 0, Infinity)];
  return shown(spent === null || !count ? null : spent / count);
}

/**
 * Change of the participants' purchases beyond everybody else's: after / before - 1, less the same of the others.
 * @customfunction UPLIFT
 * @param participated Yes or 1 for each customer who took part, one column.
 * @param before Purchases of each customer before the campaign; blank counts as none.
 * @param after Purchases in an equally long time after it.
 * @returns A fraction; blank when either group bought nothing before: not computable.
 * @example =CRM.UPLIFT(A2:A50, B2:B50, C2:C50)
 */
export function uplift(participated: unknown[][], before: unknown[][], after: unknown[][]): number | string {
  if (before.length !== participated.length || after.length !== participated.length)
    throw cellError('invalidValue', 'unevenColumns');
  const customers = participated.map(([cell], row) => ({
    participated: flag('participated', cell),
    before: money('before', before[row]![0]) ?? 0,
    after: money('after', after[row]![0]) ?? 0,
  }));
  return shown(upliftOf(customers).uplift);
}
