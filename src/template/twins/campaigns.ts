import { roi } from '../../crm/roi';
import { roundHalfAwayFromZero } from '../../shared/numbers';
import { number, twin, type TableTwins } from './twin';

export const campaignTwins: TableTwins = {
  cost: twin(['actualCost', 'taskCost'], (_, [actual, tasks]) => actual ?? tasks ?? null),
  roi: twin(['won', 'cost', 'wonCount', 'wonPriced'], (_, [won, cost, count, priced]) =>
    roi(Number(count) > 0 && Number(priced) === 0 ? null : Number(won), number(cost)),
  ),
  costPerParticipant: twin(['cost', 'participants'], (env, [cost, participants]) =>
    cost === null || Number(participants ?? 0) <= 0
      ? null
      : roundHalfAwayFromZero(Number(cost) / Number(participants), env.moneyDigits),
  ),
};
