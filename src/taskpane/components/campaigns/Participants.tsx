import { Text } from '@fluentui/react-components';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { joined } from '../../inText';
import { Metrics } from '../Metric';
import { SectionTitle } from '../SectionTitle';
import type { CampaignProps } from './campaign';

const states = ['invited', 'attended', 'declined', 'none'] as const;

/** Who was invited, came, or said no. */
export function Participants({ result: { campaign }, records: { members } }: CampaignProps) {
  const { t, format } = usePane();
  const label = useLabel();
  const known = states.filter((state) => state !== 'none' || members.none);
  return (
    <>
      <SectionTitle>{t('campaigns.participants')}</SectionTitle>
      {Object.keys(members).length === 0 ? (
        <Text>{t('campaigns.noParticipants')}</Text>
      ) : (
        <Metrics
          items={known.map((state) => {
            const name = state === 'none' ? t('campaigns.noState') : label('memberState', state);
            const rows = members[state] ?? [];
            const list = () => ({ title: joined([name, campaign], ': '), table: 'campaignMembers', rows });
            return { label: name, value: format.number(rows.length), list: rows.length ? list : undefined };
          })}
        />
      )}
    </>
  );
}
