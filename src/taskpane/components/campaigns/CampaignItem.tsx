import { Button } from '@fluentui/react-components';
import { columnOf } from '../../../template/environment';
import { usePane, useWorkbook } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { cellText } from '../../rows';
import { Metrics } from '../Metric';
import { RecordItem } from '../RecordItem';
import type { CampaignProps } from './campaign';
import { CampaignProgressBar } from './CampaignProgressBar';
import { useCampaignMetrics } from './useCampaignMetrics';

/** One campaign in the list. */
export function CampaignItem(props: CampaignProps) {
  const { result, records } = props;
  const pane = usePane();
  const { t, navigate } = pane;
  const label = useLabel();
  const { data } = useWorkbook();
  const metrics = useCampaignMetrics(props);
  const cell = (column: string) => columnOf(data.snapshot, 'campaigns', column)[records.row] ?? null;
  const text = (column: string) => cellText(data, pane, { table: 'campaigns', column, value: cell(column) });
  const { campaignId, campaign, lessonsMissing } = result;
  return (
    <RecordItem
      title={campaign || (campaignId ?? '')}
      details={[
        label('campaignChannel', cell('channel') as string | null),
        t('campaigns.period', { from: text('startAt'), to: text('endAt') }),
        lessonsMissing ? t('campaigns.lessonsMissing') : null,
      ]}
      actions={
        campaignId !== null && (
          <Button
            size="small"
            aria-label={t('campaigns.openNamed', { name: campaign })}
            onClick={() => navigate(`campaigns/${encodeURIComponent(campaignId)}`)}
          >
            {t('campaigns.open')}
          </Button>
        )
      }
    >
      <CampaignProgressBar {...props} />
      <Metrics items={metrics} />
    </RecordItem>
  );
}
