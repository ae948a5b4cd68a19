import { Body1, Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { noticeList, toldOf, countOf, type PersonNotices } from '../../../actions/report/noticeList';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import { somebody, useTeamName } from '../../hooks/useTeamName';
import { noticesText } from '../../noticeText';
import { rowsOfIds } from '../../rowsWith';
import { CopyButton } from '../CopyButton';
import { Figure } from '../Figure';
import { VirtualList } from '../VirtualList';
import { NoticeFigures } from './NoticeFigures';
import { PersonNotice } from './PersonNotice';
import type { PartProps } from '../part';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** Owner and supervisor both hear of what is overdue (C-38): the list, the message, and that they were told. */
export function NoticesPart({ write }: PartProps) {
  const pane = usePane();
  const { t, session } = pane;
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { people, told, nobody } = useSection(noticeList);
  const all = people.reduce((sum, one) => sum + countOf(one), 0);
  const note = (whom: readonly PersonNotices[], text: string) =>
    write.write(text, () => session.recordNotices(data.snapshot, toldOf(whom)));
  const [nameOf, plainNameOf] = [useTeamName(), useTeamName({ isPlain: true })];
  const plainly = (one: PersonNotices) => ({ ...one, person: plainNameOf(somebody(one)) });
  return (
    <>
      <Body1>{t('team.notices.text')}</Body1>
      {people.length === 0 ? (
        <Text>{t('team.notices.none')}</Text>
      ) : (
        <div className={styles.tools}>
          <Button
            appearance="primary"
            disabled={locked || write.isRunning}
            onClick={() => note(people, t('team.notices.allNoted', { count: all }))}
          >
            {t('team.notices.noteAll', { count: all })}
          </Button>
          <CopyButton
            text={() => noticesText(people.map(plainly), { ...pane, t: pane.plain })}
            label={t('team.notices.copyAll')}
          />
        </div>
      )}
      {countOf(told) > 0 && (
        <Caption1>
          {t('team.notices.told')} <NoticeFigures notices={told} title={t('team.notices.toldTitle')} />
        </Caption1>
      )}
      {nobody.length > 0 && (
        <Caption1>
          <Figure
            text={t('team.notices.nobody', { count: nobody.length })}
            list={() => ({
              title: t('team.notices.nobody', { count: nobody.length }),
              table: 'customers',
              rows: rowsOfIds(
                data,
                'customers',
                nobody.flatMap(({ customerId }) => customerId ?? []),
              ),
            })}
          />
        </Caption1>
      )}
      <VirtualList
        items={people}
        keyOf={({ personId, person }) => personId ?? person}
        itemHeight={180}
        label={t('team.notices.people')}
      >
        {(notices) => (
          <PersonNotice
            notices={notices}
            isBusy={write.isRunning}
            onTold={() => note([notices], t('team.notices.noted', { person: nameOf(somebody(notices)) }))}
          />
        )}
      </VirtualList>
    </>
  );
}
