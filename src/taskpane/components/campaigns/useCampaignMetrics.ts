import { usePane } from '../../context';
import { joined } from '../../inText';
import type { MetricItem } from '../Metric';
import type { CampaignProps } from './campaign';

/** What a campaign brought: not computable is said, never shown as 0 (C-61). */
export function useCampaignMetrics({ result, records }: CampaignProps): readonly MetricItem[] {
  const { t, format } = usePane();
  const orNot = (value: number | null, show: (value: number) => string) =>
    value === null ? t('campaigns.notComputable') : show(value);
  const signed = (value: number) => (value > 0 ? `+${format.percent(value)}` : format.percent(value));
  const { roi, costPerParticipant, uplift, campaign } = result;
  const own = { table: 'campaigns', rows: [records.row] };
  const attended = { table: 'campaignMembers', rows: records.members.attended ?? [] };
  const named = (name: string) => joined([t(`campaigns.${name}`), campaign], ': ');
  return [
    {
      label: t('campaigns.roi'),
      value: orNot(roi, signed),
      isWords: roi === null,
      list: () => ({
        title: named('roi'),
        ...(records.wonDeals.length ? { table: 'opportunities', rows: records.wonDeals } : own),
      }),
    },
    {
      label: t('campaigns.costPer'),
      value: orNot(costPerParticipant, format.shortMoney),
      isWords: costPerParticipant === null,
      exact: costPerParticipant === null ? undefined : format.money(costPerParticipant),
      list: () => ({ title: named('costPer'), ...own }),
    },
    {
      label: t('campaigns.uplift'),
      value: orNot(uplift?.uplift ?? null, signed),
      isWords: (uplift?.uplift ?? null) === null,
      list: attended.rows.length ? () => ({ title: named('uplift'), ...attended }) : undefined,
    },
  ];
}
