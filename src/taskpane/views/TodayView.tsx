import { useMemo, useState } from 'react';
import { Body1, Button, Dropdown, Option, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarCheckmark24Regular, CalendarAdd20Regular } from '@fluentui/react-icons';
import type { OverdueRevisit } from '../../actions/report';
import { CopyButton } from '../components/CopyButton';
import { Empty } from '../components/Empty';
import { NeverContacted } from '../components/NeverContacted';
import { OverdueItem } from '../components/OverdueItem';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { reminderText } from '../reminderText';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  count: { color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  filter: { minWidth: 0, flexGrow: 1 },
});

/** Shown at first; more on request, so that a long list stays quick. */
const pageSize = 25;
const everyone = '';

/** Overdue revisits, latest first, with everything needed to act (C-36, C-38). */
export function TodayView() {
  const { t, navigate } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { overdue, neverContactedCustomers } = data.report.revisits;
  const [person, setPerson] = useState(everyone);
  const [shown, setShown] = useState(pageSize);
  const { goTo, error } = useGoTo();
  const people = useMemo(() => peopleOf(overdue), [overdue]);
  const chosen = person === everyone ? overdue : overdue.filter((revisit) => concerns(revisit, person));

  return (
    <Page>
      <ViewTitle title={t('pane.today.title')}>
        <Button appearance="primary" icon={<CalendarAdd20Regular />} disabled={locked} onClick={() => navigate('log')}>
          {t('pane.today.logRevisit')}
        </Button>
      </ViewTitle>
      <Body1 className={styles.count}>
        {t('pane.today.overdue', { count: overdue.length })} · {t('pane.asOf', { date: data.report.asOf })}
      </Body1>
      {error !== null && <Failure error={error} />}
      {overdue.length === 0 ? (
        <Empty icon={<CalendarCheckmark24Regular />} title={t('pane.today.empty')}>
          <Text>{t('pane.today.emptyHint')}</Text>
        </Empty>
      ) : (
        <>
          <div className={styles.tools}>
            <Dropdown
              inlinePopup
              className={styles.filter}
              aria-label={t('pane.today.filter')}
              value={person || t('pane.today.everyone')}
              selectedOptions={[person]}
              clearButton={{ 'aria-label': t('pane.clear') }}
              onOptionSelect={(_, option) => setPerson(option.optionValue ?? everyone)}
            >
              <Option value={everyone}>{t('pane.today.everyone')}</Option>
              {people.map((name) => (
                <Option key={name} value={name}>
                  {name}
                </Option>
              ))}
            </Dropdown>
            <CopyButton text={() => reminderText(chosen, t)} label={t('pane.today.copy')} />
          </div>
          <ul className={styles.list}>
            {chosen.slice(0, shown).map((revisit, index) => (
              <OverdueItem key={revisit.customerId ?? index} revisit={revisit} onGoTo={goTo} />
            ))}
          </ul>
          {chosen.length > shown && (
            <Button onClick={() => setShown(shown + pageSize)}>
              {t('pane.showMore', { count: chosen.length - shown })}
            </Button>
          )}
        </>
      )}
      <NeverContacted customers={neverContactedCustomers} />
    </Page>
  );
}

/** Owner or supervisor: a supervisor sees the team's. */
const concerns = ({ owner, supervisor }: OverdueRevisit, person: string) => owner === person || supervisor === person;

function peopleOf(overdue: readonly OverdueRevisit[]): string[] {
  const names = overdue.flatMap(({ owner, supervisor }) => [owner, supervisor]);
  return [...new Set(names.filter((name) => name !== null))].sort((a, b) => a.localeCompare(b));
}
