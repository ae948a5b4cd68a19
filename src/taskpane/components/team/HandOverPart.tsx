import { useState } from 'react';
import { Button, Caption1 } from '@fluentui/react-components';
import { personRecords } from '../../../actions/report/personRecords';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';
import { useTeamName } from '../../hooks/useTeamName';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { HandOverForm } from './HandOverForm';
import { PersonFigures } from './PersonFigures';
import type { PartProps } from '../part';

/** Who left and still holds customers, and the way to hand them over (C-68). */
export function HandOverPart({ write }: PartProps) {
  const { t } = usePane();
  const nameOf = useTeamName();
  const [from, setFrom] = useState<string | null>(null);
  const leavers = useSection(personRecords).filter(
    ({ active, id, customers, deals, tickets }) =>
      !active && id !== null && customers.length + deals.length + tickets.length,
  );
  return (
    <>
      {leavers.length > 0 && (
        <>
          <SectionTitle>{t('team.handover.leavers')}</SectionTitle>
          {leavers.map((person) => (
            <RecordItem
              key={person.row}
              title={nameOf(person)}
              actions={
                <Button
                  size="small"
                  aria-label={t('team.handover.fromNamed', { name: nameOf(person) })}
                  onClick={() => setFrom(person.id)}
                >
                  {t('team.handover.start')}
                </Button>
              }
            >
              <PersonFigures person={person} />
            </RecordItem>
          ))}
        </>
      )}
      <SectionTitle>{t('team.handover.title')}</SectionTitle>
      <Caption1>{t('team.handover.text')}</Caption1>
      <HandOverForm key={from} from={from} write={write} />
    </>
  );
}
