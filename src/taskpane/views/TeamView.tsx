import { PeopleTeamRegular } from '@fluentui/react-icons';
import { personRecords } from '../../actions/report/personRecords';
import { Empty } from '../components/Empty';
import { PartedPage } from '../components/PartedPage';
import { HandOverPart } from '../components/team/HandOverPart';
import { NoticesPart } from '../components/team/NoticesPart';
import { PersonPage } from '../components/team/PersonPage';
import { PoolPart } from '../components/team/PoolPart';
import { WorkloadPart } from '../components/team/WorkloadPart';
import { usePane } from '../context';
import { useSection } from '../hooks/useSection';
import { useWrite } from '../hooks/useWrite';

const parts = { load: WorkloadPart, pool: PoolPart, handover: HandOverPart, notices: NoticesPart };

/** Who has how much to do, who looks after whom, who has to be told (C-38, C-64 to C-68); `about` = a part or a person. */
export function TeamView({ about }: { readonly about: string | null }) {
  const { t } = usePane();
  const people = useSection(personRecords);
  const write = useWrite();
  const person = people.find(({ id }) => id !== null && id === about);
  if (person) return <PersonPage person={person} />;
  const empty = (
    <Empty icon={<PeopleTeamRegular />} title={t('team.empty')}>
      {t('team.emptyHint')}
    </Empty>
  );
  return <PartedPage view="team" parts={parts} part={about} empty={people.length === 0 ? empty : null} write={write} />;
}
