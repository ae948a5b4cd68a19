import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { FluentProvider, PortalMountNodeProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { problems } from '../actions/report/problems';
import { schemaVersion } from '../template/load';
import { covers } from '../template/needs';
import type { Language } from '../template/types';
import { Boundary } from './components/Boundary';
import { Failure } from './components/Failure';
import { Late } from './components/Late';
import { LiveRegion } from './components/LiveRegion';
import { Navigation } from './components/Navigation';
import { Notices } from './components/Notices';
import { OfflineBar } from './components/OfflineBar';
import { Page } from './components/Page';
import { TaskStatus } from './components/TaskStatus';
import { ViewTitle } from './components/ViewTitle';
import { PaneContext, WorkbookContext, usePane, type Pane, type PaneData, type Workbook } from './context';
import { createFormat } from './format';
import { useLanguage, type Spoken } from './hooks/useLanguage';
import { useNews } from './hooks/useNews';
import { useRoute } from './hooks/useRoute';
import { sectionOf } from './hooks/useSection';
import { useShortcuts } from './hooks/useShortcuts';
import { useShownWhen } from './hooks/useShownWhen';
import { useSignature } from './hooks/useSignature';
import { useTheme } from './hooks/useTheme';
import { useWorkbookData, type Loaded, type WorkbookData } from './hooks/useWorkbookData';
import { amongText } from './inText';
import { later } from './later';
import { useReflow } from './reflow';
import type { Route } from './route';
import type { Done, Session } from './session';
import { needsOf, viewNameOf } from './viewNeeds';
import { viewOf } from './views';

const AdoptView = later(() => import('./views/AdoptView').then((file) => file.AdoptView));
const WorkbookStep = later(() => import('./wizard/WorkbookStep').then((file) => file.WorkbookStep));
const SetupView = later(() => import('./views/SetupView').then((file) => file.SetupView));

const useStyles = makeStyles({
  app: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

interface Props {
  readonly session: Session;
  /** There was a CRM in the workbook last time: the pane's frame need not wait for Excel. */
  readonly isKnown?: boolean;
  /** The language to begin with. */
  readonly spoken: Spoken;
  /** Where to start when the URL's hash does not say. */
  readonly route: string;
}

/** The pane: theme, language and route around whatever the workbook is. */
export default function App({ session, isKnown = false, spoken: first, route: initial }: Props) {
  const { spoken, choose, failure } = useLanguage(first);
  const [route, navigate] = useRoute(initial);
  const [announcement, announce] = useState('');
  const [list, setList] = useState<Workbook['list']>(null);
  const workbook = useWorkbookData(session, needsOf(route));
  const data = workbook.latest?.data;
  const settings = data?.snapshot.settings;
  useSignature(session, data?.snapshot);
  const pane = useMemo<Pane>(
    () => ({
      session,
      language: spoken.language,
      t: amongText(spoken.t),
      plain: spoken.t,
      format: createFormat(spoken.language, settings ?? {}),
      navigate,
      showRows: (rows) => {
        if (data) setList({ ...rows, data });
        navigate('rows');
      },
      announce,
    }),
    [session, spoken, settings, data, navigate],
  );
  return (
    <FluentProvider theme={useTheme(session.theme())}>
      <PaneContext.Provider value={pane}>
        {/* Not on the provider: it hands its class on to menus and tooltips, which would then cover the pane. */}
        <div className={mergeClasses(useStyles().app, useReflow().parts)}>
          {failure !== null && (
            <Page>
              <Failure error={failure} />
            </Page>
          )}
          <Content workbook={workbook} isKnown={isKnown} list={list} route={route} onLanguage={choose} />
          <LiveRegion text={announcement} />
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

interface ContentProps {
  readonly workbook: WorkbookData;
  readonly isKnown: boolean;
  readonly list: Workbook['list'];
  readonly route: Route;
  readonly onLanguage: (language: Language) => void;
}

function Content({ workbook, isKnown, list, route, onLanguage }: ContentProps) {
  const { session, t, navigate } = usePane();
  const { state, latest, cancel } = workbook;
  const { news, clear } = useNews(session, latest?.data !== null && latest !== null && !isLocked(latest));
  const readAgain = workbook.reload;
  const reload = useCallback(() => {
    clear();
    readAgain();
  }, [clear, readAgain]);
  const takeOver = workbook.follow;
  const hasNews = news !== null;
  const follow = useCallback(
    (done: Done) => {
      takeOver(done);
      if (hasNews) reload();
    },
    [hasNews, reload, takeOver],
  );
  useShortcuts(!latest || latest.data !== null, navigate, reload);
  const failed = state.status === 'failed' || state.status === 'cancelled';
  const isRead = state.status !== 'running';
  useShownWhen(route.view === 'refresh' && (failed || (isRead && latest !== null && !latest.data)));
  const status = <TaskStatus task={{ state, cancel }} label={t('pane.loading')} onRetry={reload} />;
  const appTitle = <ViewTitle title={t('states.app')} />;
  const nothingYet = (
    <Page>
      {isRead ? appTitle : <Late>{appTitle}</Late>}
      {status}
    </Page>
  );
  // Of a workbook that is known to have a CRM, the frame need not wait for Excel.
  const isFramed = latest ? latest.data !== null : isKnown && !failed;
  if (!isFramed) {
    return (
      <Main>
        <Unframed {...{ latest, failed, route, reload }}>{nothingYet}</Unframed>
      </Main>
    );
  }
  const data = latest?.data ?? null;
  const locked = latest !== null && isLocked(latest);
  const draws = canDraw(route, data);
  return (
    <WorkbookContext.Provider value={data && { data, locked, news, reload, follow, list }}>
      <Navigation
        view={route.view}
        problemCount={!data || data.needs ? null : sectionOf(data.figures, problems).length}
        onLanguage={onLanguage}
        onReload={reload}
      />
      <Main>
        {draws ? failed && <Page>{status}</Page> : nothingYet}
        {data && <Notices view={route.view} />}
        {draws && (
          <Boundary key={route.view}>{(latest && settingUp[route.view]?.(latest, reload)) ?? viewOf(route)}</Boundary>
        )}
        {draws && !data && (
          <Page>
            <Late>{status}</Late>
          </Page>
        )}
      </Main>
    </WorkbookContext.Provider>
  );
}

interface UnframedProps {
  readonly latest: Loaded | null;
  readonly failed: boolean;
  readonly route: Route;
  readonly reload: () => void;
  /** What there is while nothing was read. */
  readonly children: ReactNode;
}

/** No CRM to show views of: nothing was read yet, it can only be repaired, or the workbook has none. */
function Unframed({ latest, failed, route, reload, children }: UnframedProps) {
  const unread = latest?.facts.schemaVersion !== 0;
  if (!latest || (unread && !failed)) return children;
  return (
    <>
      {unread && children}
      <Boundary>{unread ? setup(latest, reload) : (firstRun[route.view] ?? firstStep)(latest, reload)}</Boundary>
    </>
  );
}

/** Whether enough was read for a view. Today has a head that needs nothing. */
function canDraw(route: Route, data: PaneData | null): boolean {
  const setsUp = route.view in settingUp;
  if (!data) return !setsUp && viewNameOf(route) === 'today';
  return setsUp || covers(data.needs, needsOf(route));
}

/**
 * Scripts of views come from our own server within moments: nothing is shown meanwhile. What views open over themselves
 * (menus, tooltips) stays inside the landmark.
 */
function Main({ children }: { readonly children: ReactNode }) {
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  return (
    <main>
      <PortalMountNodeProvider value={overlay ?? undefined}>
        <OfflineBar />
        <Suspense fallback={null}>{children}</Suspense>
      </PortalMountNodeProvider>
      <div ref={setOverlay} />
    </main>
  );
}

/** Newer structures are shown but not written to (decision 22). */
const isLocked = ({ facts }: Loaded) => facts.readOnly || facts.schemaVersion > schemaVersion;

const adoptView = (loaded: Loaded, reload: () => void) => (
  <AdoptView
    workbookLanguage={loaded.facts.schemaVersion > 0 ? loaded.facts.language : null}
    locked={isLocked(loaded)}
    onAdopted={reload}
  />
);

const setup = (loaded: Loaded, reload: () => void) => (
  <SetupView
    workbookLanguage={loaded.facts.language}
    locked={isLocked(loaded)}
    sharedNow={loaded.facts.sharedNow}
    onlyIfMissing={!loaded.data}
    onInstalled={reload}
  />
);

/** Whatever was asked for: a workbook without a CRM begins with the set-up. */
const firstStep = (loaded: Loaded, reload: () => void) => (
  <WorkbookStep locked={isLocked(loaded)} sharedNow={loaded.facts.sharedNow} onInstalled={reload} />
);

/** Views that need no CRM in the workbook. */
const settingUp: Readonly<Record<string, (loaded: Loaded, reload: () => void) => ReactNode>> = {
  setup,
  adopt: adoptView,
};

/** The other view of a workbook that has no CRM yet. */
const firstRun: Readonly<Record<string, typeof firstStep>> = { adopt: adoptView };
