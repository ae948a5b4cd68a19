import { useMemo, useState } from 'react';
import { Body1, SearchBox, makeStyles } from '@fluentui/react-components';
import { History24Regular } from '@fluentui/react-icons';
import { changeLogEntries, isOf } from '../../actions/changeLog';
import { cellTexts } from '../changeText';
import { ChangeLogEntry } from '../components/ChangeLogEntry';
import { DoneBar } from '../components/DoneBar';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The latest changes that the add-ins of this workbook made, and which of them no longer stand (decision 19). */
export function ChangeLogView({ record }: { readonly record: string | null }) {
  const { session, t, language, format } = usePane();
  const { data, locked, reload } = useWorkbook();
  const styles = useStyles();
  const [search, setSearch] = useState(record ?? '');
  const { goTo, error } = useGoTo();
  const undo = useTask<Done>(reload);
  const texts = useMemo(() => cellTexts(data.snapshot, { language, format }), [data.snapshot, language, format]);
  const entries = useMemo(
    () => changeLogEntries(data.snapshot, { search, nameOf: texts.name }),
    [data.snapshot, search, texts],
  );
  const latest = session.latest();
  const own = latest && !locked ? entries.find((entry) => isOf(entry, latest.changeset)) : undefined;
  const takeBack = () => latest && undo.run(() => session.undo(latest));

  return (
    <Page>
      {/* The button in the list that took a change back is gone: the focus goes up to where the bar tells of it. */}
      <ViewTitle key={String(undo.state.status === 'idle')} title={t('pane.changes.title')} takesFocus />
      <Body1>{t('pane.changes.intro')}</Body1>
      {undo.state.status === 'done' ? (
        <DoneBar done={undo.state.value} text={t('pane.undone')} />
      ) : (
        <TaskStatus task={undo} label={t('pane.undoing')} onRetry={takeBack} />
      )}
      {error !== null && <Failure error={error} />}
      <SearchBox
        aria-label={t('pane.changes.search')}
        placeholder={t('pane.changes.search')}
        value={search}
        dismiss={{ 'aria-label': t('pane.clear') }}
        onChange={(_, { value }) => setSearch(value)}
      />
      {entries.length === 0 ? (
        <Empty icon={<History24Regular />} title={t('pane.changes.empty')} />
      ) : (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <ChangeLogEntry
              key={entry.id}
              entry={entry}
              texts={texts}
              onUndo={entry === own && undo.state.status === 'idle' ? takeBack : undefined}
              onGoTo={goTo}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}
