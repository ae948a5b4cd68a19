import { Link } from '@fluentui/react-components';
import { MegaphoneRegular } from '@fluentui/react-icons';
import { campaignRecords } from '../../actions/report/campaignRecords';
import { campaigns } from '../../actions/report/campaigns';
import { CampaignItem } from '../components/campaigns/CampaignItem';
import { CampaignPage } from '../components/campaigns/CampaignPage';
import { Empty } from '../components/Empty';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { VirtualList } from '../components/VirtualList';
import { usePane } from '../context';
import { useSection } from '../hooks/useSection';

/** Campaigns with how far they are and what they brought (C-59 to C-61); one of them when its id is given. */
export function CampaignsView({ campaignId }: { readonly campaignId: string | null }) {
  const { t } = usePane();
  const results = useSection(campaigns);
  const records = useSection(campaignRecords);
  const all = results.map((result, index) => ({ result, records: records[index]! }));
  const one = campaignId === null ? undefined : all.find(({ result }) => result.campaignId === campaignId);
  if (one) return <CampaignPage {...one} />;
  if (campaignId !== null) return <Gone />;
  return (
    <Page>
      <ViewTitle title={t('campaigns.title')} />
      {all.length === 0 ? (
        <Empty icon={<MegaphoneRegular />} title={t('campaigns.empty')}>
          {t('campaigns.emptyHint')}
        </Empty>
      ) : (
        <VirtualList
          items={all}
          keyOf={({ result, records: { row } }) => result.campaignId ?? row}
          itemHeight={190}
          label={t('campaigns.title')}
        >
          {(campaign) => <CampaignItem {...campaign} />}
        </VirtualList>
      )}
    </Page>
  );
}

/** The campaign that was asked for is not in the workbook any more. */
function Gone() {
  const { t, navigate } = usePane();
  return (
    <Page>
      <ViewTitle title={t('campaigns.title')} takesFocus />
      <Empty icon={<MegaphoneRegular />} title={t('campaigns.gone')}>
        <Link onClick={() => navigate('campaigns')}>{t('campaigns.all')}</Link>
      </Empty>
    </Page>
  );
}
