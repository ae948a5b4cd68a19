import type { CampaignRecords } from '../../../actions/report/campaignRecords';
import type { CampaignResult } from '../../../actions/report/campaigns';

/** A campaign's figures with the records behind them. */
export interface CampaignProps {
  readonly result: CampaignResult;
  readonly records: CampaignRecords;
}
