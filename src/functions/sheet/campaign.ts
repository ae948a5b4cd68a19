import { roi as roiOf } from '../../crm/roi';
import { number, numberWithin } from '../arguments';

/**
 * Return on investment of a campaign: (won - cost) / cost.
 * @customfunction ROI
 * @param won Amount of the deals won through it. Blank gives an empty cell.
 * @param cost Actual cost. Blank or 0 gives an empty cell: not computable.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.ROI([@Won], [@[Actual cost]])
 */
export function roi(won: unknown, cost: unknown): number | string {
  const [gained, spent] = [number('won', won), numberWithin('cost', cost, 0, Infinity)];
  return gained === null ? '' : (roiOf(gained, spent) ?? '');
}
