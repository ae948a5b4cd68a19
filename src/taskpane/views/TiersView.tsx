import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { PeopleTeam24Regular } from '@fluentui/react-icons';
import { tierDistribution } from '../../actions/report/tierDistribution';
import { Concentration } from '../components/tiers/Concentration';
import { CustomerGroups } from '../components/tiers/CustomerGroups';
import { DueBanner } from '../components/tiers/DueBanner';
import { ExpiringBanner } from '../components/tiers/ExpiringBanner';
import { Overrides } from '../components/tiers/Overrides';
import { Review } from '../components/tiers/Review';
import { ServicePolicy } from '../components/tiers/ServicePolicy';
import { TierShares } from '../components/tiers/TierShares';
import { TryCuts } from '../components/tiers/TryCuts';
import type { Writer } from '../components/tiers/writer';
import { DoneBar } from '../components/DoneBar';
import { Empty } from '../components/Empty';
import { Page } from '../components/Page';
import { PartTabs } from '../components/PartTabs';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useSection } from '../hooks/useSection';
import { useTask, type Task } from '../hooks/useTask';
import type { Done } from '../session';

/** The parts of the view by the argument of its route. */
const sections: Readonly<Record<string, (writer: Writer) => ReactElement>> = {
  overview: () => <Overview />,
  try: (writer) => <TryCuts writer={writer} />,
  review: (writer) => <Review writer={writer} />,
  overrides: (writer) => <Overrides writer={writer} />,
};

/** Tiers (C-12..C-22): as they are, what other cut points would do, the review, and what was set by hand. */
export function TiersView({ section }: { readonly section: string | null }) {
  const { t, navigate } = usePane();
  const { customers } = useSection(tierDistribution);
  const { writer, result } = useWriter();
  const shown = section !== null && section in sections ? section : 'overview';
  return (
    <Page>
      <ViewTitle title={t('tiers.title')} />
      {result}
      {customers === 0 ? (
        <Empty icon={<PeopleTeam24Regular />} title={t('tiers.empty')}>
          <Text>{t('tiers.emptyHint')}</Text>
          <Button onClick={() => navigate('import')}>{t('tiers.import')}</Button>
        </Empty>
      ) : (
        <>
          <PartTabs
            label={t('tiers.sections')}
            parts={Object.keys(sections).map((id) => ({ id, text: t(`tiers.section.${id}`) }))}
            selected={shown}
            onSelect={(id) => navigate(`tiers/${id}`)}
          />
          {sections[shown]!(writer)}
        </>
      )}
    </Page>
  );
}

function Overview() {
  const { navigate } = usePane();
  return (
    <>
      <DueBanner onOpen={() => navigate('tiers/review')} />
      <ExpiringBanner onOpen={() => navigate('tiers/overrides')} />
      <TierShares />
      <Concentration />
      <ServicePolicy />
      <CustomerGroups />
    </>
  );
}

/** One write at a time for all parts; what became of it stands above them, with its undo. */
function useWriter(): { readonly writer: Writer; readonly result: ReactElement } {
  const { reload, locked } = useWorkbook();
  const task = useTask<Done>(reload);
  const { run } = task;
  const [again, setAgain] = useState<Parameters<typeof run>[0] | null>(null);
  const isLocked = locked || task.state.status === 'running';
  const writer = useMemo<Writer>(
    () => ({
      isLocked,
      write: (work) => {
        setAgain(() => work);
        run(work);
      },
    }),
    [isLocked, run],
  );
  return { writer, result: <Result task={task} onRetry={() => again && run(again)} /> };
}

/** The action; for a tier set by hand, whether it was set or taken away. */
const whatWasDone = ({ changeset: { action, updates } }: Done): string =>
  updates.some(({ field, after }) => field === 'tierOverride' && after === null) ? 'overrideRemoved' : action;

/** Comes into sight when it has something to say: the button that was pressed may be far below. */
function Result({ task, onRetry }: { readonly task: Task<Done>; readonly onRetry: () => void }) {
  const { t } = usePane();
  const place = useRef<HTMLDivElement>(null);
  const { state } = task;
  useEffect(() => {
    if (state.status === 'done' || state.status === 'failed') place.current?.scrollIntoView({ block: 'center' });
  }, [state.status]);
  if (state.status === 'idle') return null;
  return (
    <div ref={place}>
      {state.status === 'done' ? (
        <DoneBar done={state.value} text={t(`tiers.done.${whatWasDone(state.value)}`)} />
      ) : (
        <TaskStatus task={task} label={t('tiers.saving')} onRetry={onRetry} />
      )}
    </div>
  );
}
