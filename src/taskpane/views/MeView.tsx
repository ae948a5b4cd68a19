import { useMemo } from 'react';
import { Body1, Button, Radio, RadioGroup } from '@fluentui/react-components';
import { workloads } from '../../actions/report/teamWork';
import { today } from '../../actions/report/today';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { usePersonName } from '../hooks/usePersonName';
import { useSection } from '../hooks/useSection';

const nobody = '';

/** Who works on this device; can be changed at any time. */
export function MeView() {
  const { t, navigate } = usePane();
  const { figures } = useWorkbook().data;
  const { items } = useSection(today);
  const [me, choose] = useMe();
  const team = useMemo(
    () => [...workloads(figures, items)].sort((a, b) => a.name.localeCompare(b.name)),
    [figures, items],
  );
  const chosen = team.find(({ id }) => id === me);
  const nameOf = usePersonName(team);
  return (
    <Page>
      <ViewTitle title={t('today.me.title')} takesFocus />
      <Body1>{t(team.length ? 'today.me.text' : 'today.me.noTeam')}</Body1>
      {team.length > 0 && (
        <RadioGroup
          aria-label={t('today.me.person')}
          value={chosen?.id ?? nobody}
          onChange={(_, { value }) => choose(value === nobody ? null : value)}
        >
          {team.map((person) => (
            <Radio key={person.id} value={person.id} label={nameOf(person)} />
          ))}
          <Radio value={nobody} label={t('today.me.none')} />
        </RadioGroup>
      )}
      <Body1 role="status">{chosen ? t('today.me.now', { name: nameOf(chosen) }) : t('today.me.nobody')}</Body1>
      <div>
        <Button appearance="primary" onClick={() => navigate('today')}>
          {t('today.title')}
        </Button>
      </div>
    </Page>
  );
}
