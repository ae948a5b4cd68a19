import { campaignTwins } from './campaigns';
import { customerTwins } from './customers';
import { keyTwins } from './keys';
import { milestoneTwins } from './milestones';
import { opportunityTwins } from './opportunities';
import { orderTwins } from './orders';
import { qualityTwins } from './quality';
import { stageHistoryTwins, targetTwins } from './targets';
import { teamTwins } from './team';
import { ticketTwins } from './tickets';
import type { TableTwins, Twin } from './twin';

export { wholeColumns } from './stages';
export { cadenceRuleTwin } from './customers';
export type { Environment, Twin } from './twin';

const byTable: Readonly<Record<string, TableTwins>> = {
  campaigns: campaignTwins,
  customers: { ...customerTwins, ...qualityTwins },
  milestones: milestoneTwins,
  opportunities: opportunityTwins,
  orders: orderTwins,
  stageHistory: stageHistoryTwins,
  targets: targetTwins,
  team: teamTwins,
  tickets: ticketTwins,
};

/** The code side of a `formula` column, see {@link Twin}; `undefined` when the column has none. */
export const twinOf = (table: string, column: string): Twin | undefined => byTable[table]?.[column] ?? keyTwins[column];
