import { useState } from 'react';
import { Button, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Workload } from '../../actions/report/teamWork';
import { usePane } from '../context';
import { usePersonName } from '../hooks/usePersonName';
import { narrow } from '../reflow';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  answer: { display: 'flex', gap: tokens.spacingHorizontalS, [narrow]: { flexDirection: 'column' } },
  person: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly team: readonly Pick<Workload, 'id' | 'name'>[];
  readonly onChoose: (id: string) => void;
  readonly onSkip: () => void;
}

/** Asked once on each device; everything works without an answer. */
export function WhoAreYou({ team, onChoose, onSkip }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  const people = [...team].sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = usePersonName(team);
  return (
    <section className={styles.box} aria-label={t('today.me.title')}>
      <Text weight="semibold">{t('today.me.title')}</Text>
      <Text size={200}>{t('today.me.text')}</Text>
      <div className={styles.answer}>
        <Select
          className={styles.person}
          aria-label={t('today.me.person')}
          value={chosen}
          onChange={(_, { value }) => setChosen(value)}
        >
          <option value="">{t('today.me.choose')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {nameOf(person)}
            </option>
          ))}
        </Select>
        {chosen ? (
          <Button appearance="primary" onClick={() => onChoose(chosen)}>
            {t('today.me.save')}
          </Button>
        ) : (
          <Button onClick={onSkip}>{t('today.me.skip')}</Button>
        )}
      </div>
    </section>
  );
}
