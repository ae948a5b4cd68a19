import { PeopleTeamRegular } from '@fluentui/react-icons';
import { personRecords } from '../../actions/report/personRecords';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { PartTabs } from '../components/PartTabs';
import { HandOverPart } from '../components/team/HandOverPart';
import { NoticesPart } from '../components/team/NoticesPart';
import { PersonPage } from '../components/team/PersonPage';
import { PoolPart } from '../components/team/PoolPart';
import { WorkloadPart } from '../components/team/WorkloadPart';
import { ViewTitle } from '../components/ViewTitle';
import { WriteStatus } from '../components/WriteStatus';
import { usePane } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { useSection } from '../hooks/useSection';
import { useWrite } from '../hooks/useWrite';

const parts = ['load', 'pool', 'handover', 'notices'] as const;
type Part = (typeof parts)[number];

const shows = { load: WorkloadPart, pool: PoolPart, handover: HandOverPart, notices: NoticesPart };

/** Who has how much to do, who looks after whom, who has to be told (C-38, C-64 to C-68); `about` = a part or a person. */
export function TeamView({ about }: { readonly about: string | null }) {
  const { t, navigate } = usePane();
  const people = useSection(personRecords);
  const { goTo, error } = useGoTo();
  const write = useWrite();
  const person = people.find(({ id }) => id !== null && id === about);
  const selected = parts.find((one) => one === about) ?? 'load';
  const Shown = shows[selected];
  if (person) return <PersonPage person={person} />;
  return (
    <Page>
      <ViewTitle title={t('team.title')} />
      <WriteStatus write={write} />
      {error !== null && <Failure error={error} />}
      {people.length === 0 ? (
        <Empty icon={<PeopleTeamRegular />} title={t('team.empty')}>
          {t('team.emptyHint')}
        </Empty>
      ) : (
        <>
          <PartTabs<Part>
            label={t('team.parts')}
            parts={parts.map((id) => ({ id, text: t(`team.part.${id}`) }))}
            selected={selected}
            onSelect={(id) => navigate(`team/${id}`)}
          />
          <Shown write={write} onGoTo={goTo} />
        </>
      )}
    </Page>
  );
}
