import { Suspense, useMemo, useState } from 'react';
import { Body1, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons';
import type { Workload } from '../../actions/report/teamWork';
import { today, type TodayItem } from '../../actions/report/today';
import { CopyButton } from '../components/CopyButton';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { VirtualList } from '../components/VirtualList';
import { WriteStatus } from '../components/WriteStatus';
import { usePane, useWorkbook, useWorkbookSoon } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { useMe } from '../hooks/useMe';
import { useSection } from '../hooks/useSection';
import { useWrite } from '../hooks/useWrite';
import { later } from '../later';
import type { Done } from '../session';
import { recall, remember } from '../storage';
import { Filters, type KindChoice } from '../today/Filters';
import { TodayCard } from '../today/TodayCard';
import { headingOf, listText } from '../today/text';
import { useActed } from '../today/useActed';
import { useActs } from '../today/useActs';
import { useScope } from '../today/useScope';
import { useSince } from '../today/useSince';

// The list comes first; nobody opens these in the first second, and most mornings something waits.
const NeverContacted = later(() => import('../components/NeverContacted').then((file) => file.NeverContacted));
const SinceSummary = later(() => import('../today/SinceSummary').then((file) => file.SinceSummary));
const NothingWaits = later(() => import('../today/NothingWaits').then((file) => file.NothingWaits));
const WhoAreYou = later(() => import('../today/WhoAreYou').then((file) => file.WhoAreYou));
const PostponeDialog = later(() => import('../today/PostponeDialog').then((file) => file.PostponeDialog));
const ReassignDialog = later(() => import('../today/ReassignDialog').then((file) => file.ReassignDialog));

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground2 },
  /** As high as what comes: what is below must not jump. */
  since: { height: '32px' },
  question: { height: '124px' },
  tools: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
});

/** Pixels of a card, until it is measured. */
const cardHeight = 96;

/** What is open over the list. */
type Open = { readonly dialog: 'postpone' | 'reassign'; readonly item: TodayItem } | null;

/**
 * Everything that waits for me and my people, the most urgent first, each with its reason and one click to settle it. Its
 * head is there before Excel has answered.
 */
export function TodayView() {
  const { t, navigate } = usePane();
  const workbook = useWorkbookSoon();
  return (
    <Page>
      <ViewTitle title={t('today.title')}>
        <Button
          appearance="primary"
          icon={<CalendarAdd20Regular />}
          disabled={workbook?.locked}
          onClick={() => navigate('log')}
        >
          {t('today.logRevisit')}
        </Button>
      </ViewTitle>
      {workbook && <Waiting />}
    </Page>
  );
}

function Waiting() {
  const pane = usePane();
  const { session, t, format } = pane;
  const { data } = useWorkbook();
  const styles = useStyles();
  const all = useSection(today).items;
  const choice = useScope();
  const since = useSince(all, choice.isMine);
  const [kind, setKind] = useState<KindChoice>('all');
  const [open, setOpen] = useState<Open>(null);
  const write = useWrite();
  const acted = useActed(write);
  const acts = useActs(write, acted.mark);
  const { goTo, error } = useGoTo();
  const items = useMemo(
    () => (kind === 'all' ? choice.items : choice.items.filter((item) => item.kind === kind)),
    [choice.items, kind],
  );
  const close = () => setOpen(null);
  /** What was typed stays where something else is still being written. */
  const save = (item: TodayItem, said: string, work: () => Promise<Done>) => {
    if (!write.write(said, work)) return;
    close();
    acted.mark(item);
  };
  const postpone = (item: TodayItem) => (until: number, reason: string) => {
    const said = t('today.saved.postponed', { name: headingOf(item), date: format.date(until) });
    save(item, said, () => session.postpone({ table: item.table, id: item.id!, until, reason }));
  };
  const reassign = (item: TodayItem) => (person: Workload) => {
    const said = t('today.saved.reassigned', { name: headingOf(item), person: person.name });
    save(item, said, () => session.reassign({ table: item.table, id: item.id!, to: person.id }));
  };

  return (
    <>
      <Body1 className={styles.count}>
        {t('today.count', { count: choice.items.length })} ·{' '}
        {t('today.asOf', { date: format.date(data.figures.environment.today) })}
      </Body1>
      <FirstQuestion team={choice.team} />
      {since && (
        <Suspense fallback={<div className={styles.since} />}>
          <SinceSummary since={since} onGoTo={goTo} />
        </Suspense>
      )}
      <WriteStatus write={write} />
      {[error, acts.error].map((failure, index) => failure !== null && <Failure key={index} error={failure} />)}
      {all.length > 0 && (
        <div className={styles.tools}>
          <Filters choice={choice} kind={kind} onKind={setKind} />
          <CopyButton text={() => listText(items, data, { ...pane, t: pane.plain })} label={t('today.copy')} />
        </div>
      )}
      {choice.items.length === 0 && (
        <Suspense fallback={null}>
          <NothingWaits others={all.length} onShowAll={() => choice.choose('everyone')} />
        </Suspense>
      )}
      {choice.items.length > 0 && items.length === 0 && <Text>{t('today.empty.kind')}</Text>}
      {items.length > 0 && (
        <VirtualList items={items} keyOf={keyOf} itemHeight={cardHeight} label={t('today.list')}>
          {(item) => (
            <TodayCard
              item={item}
              acted={acted.of(item)}
              isBusy={write.isRunning}
              onAct={acts.act}
              onGoTo={({ table, id }) => goTo(table, id!)}
              onCopy={acts.copy}
              onPostpone={(chosen) => setOpen({ dialog: 'postpone', item: chosen })}
              onReassign={(chosen) => setOpen({ dialog: 'reassign', item: chosen })}
            />
          )}
        </VirtualList>
      )}
      <Suspense fallback={null}>
        <NeverContacted />
      </Suspense>
      <Suspense fallback={null}>
        {open?.dialog === 'postpone' && (
          <PostponeDialog item={open.item} isBusy={write.isRunning} onSave={postpone(open.item)} onClose={close} />
        )}
        {open?.dialog === 'reassign' && (
          <ReassignDialog
            item={open.item}
            isBusy={write.isRunning}
            team={choice.team}
            onSave={reassign(open.item)}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

/** Several days of care can be about one record. */
const keyOf = ({ kind, table, id, row, reason }: TodayItem): string => `${kind} ${table} ${id ?? row} ${reason.code}`;

/** Asked on the first day, and never again once it was answered or put aside. */
function FirstQuestion({ team }: { readonly team: readonly Workload[] }) {
  const styles = useStyles();
  const [me, choose] = useMe();
  const [isAsked, setAsked] = useState(() => recall('askedWho') !== null);
  if (me !== null || isAsked || team.length < 2) return null;
  const skip = () => {
    remember('askedWho', 'yes');
    setAsked(true);
  };
  return (
    <Suspense fallback={<div className={styles.question} />}>
      <WhoAreYou team={team} onChoose={choose} onSkip={skip} />
    </Suspense>
  );
}
