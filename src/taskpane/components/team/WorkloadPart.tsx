import { Button, Text } from '@fluentui/react-components';
import { people } from '../../../actions/report/people';
import { personRecords, type PersonRecords } from '../../../actions/report/personRecords';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';
import { useTeamName } from '../../hooks/useTeamName';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { VirtualList } from '../VirtualList';
import { HeatMap } from './HeatMap';
import { LevelPanel } from './LevelPanel';
import { LoadBadge } from './LoadBadge';
import { PersonFigures } from './PersonFigures';
import type { PartProps } from '../part';

/** Work against capacity by week and person, and a proposal that spreads it (C-65). */
export function WorkloadPart({ write, onGoTo }: PartProps) {
  const { t } = usePane();
  const records = useSection(personRecords).filter(({ active }) => active);
  return (
    <>
      <SectionTitle>{t('team.load.title')}</SectionTitle>
      <HeatMap />
      <LevelPanel write={write} />
      <SectionTitle>{t('team.people')}</SectionTitle>
      {records.length === 0 && <Text>{t('team.nobodyActive')}</Text>}
      <VirtualList items={records} keyOf={({ id, row }) => id ?? row} itemHeight={104} label={t('team.people')}>
        {(person) => <PersonItem person={person} onGoTo={onGoTo} />}
      </VirtualList>
    </>
  );
}

function PersonItem({ person, onGoTo }: { readonly person: PersonRecords } & Pick<PartProps, 'onGoTo'>) {
  const { t, navigate } = usePane();
  const load = useSection(people).team.find(
    ({ personId, person: called }) => personId === person.id && called === person.name,
  );
  const [{ id }, name] = [person, useTeamName()(person)];
  return (
    <RecordItem
      title={name}
      badge={load && <LoadBadge load={load} person={person} />}
      onGoTo={id === null ? undefined : () => onGoTo('team', id)}
      actions={
        id !== null && (
          <Button
            size="small"
            aria-label={t('team.openNamed', { name })}
            onClick={() => navigate(`team/${encodeURIComponent(id)}`)}
          >
            {t('team.open')}
          </Button>
        )
      }
    >
      <PersonFigures person={person} />
    </RecordItem>
  );
}
