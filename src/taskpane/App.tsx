import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { translator } from '../shared/i18n';
import { schemaVersion } from '../template/load';
import type { Language } from '../template/types';
import { Boundary } from './components/Boundary';
import { LiveRegion } from './components/LiveRegion';
import { Navigation } from './components/Navigation';
import { Notices } from './components/Notices';
import { Page } from './components/Page';
import { TaskStatus } from './components/TaskStatus';
import { PaneContext, WorkbookContext, usePane, type Pane } from './context';
import { createFormat } from './format';
import { useLanguage } from './hooks/useLanguage';
import { useNews } from './hooks/useNews';
import { useRoute, type Route } from './hooks/useRoute';
import { useTheme } from './hooks/useTheme';
import { useWorkbookData, type Loaded, type WorkbookData } from './hooks/useWorkbookData';
import type { Session } from './session';
import { viewOf } from './views';
import { AdoptView } from './views/AdoptView';
import { SetupView } from './views/SetupView';

/** Excel's pane has no margin of its own: the page must not add one. */
const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  app: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

interface Props {
  readonly session: Session;
  /** Excel's display language. */
  readonly language: Language;
  /** Where to start when the URL's hash does not say. */
  readonly route: string;
}

/** The pane: theme, language and route around whatever the workbook is. */
export default function App({ session, language: display, route: initial }: Props) {
  usePageStyles();
  const [language, setLanguage] = useLanguage(display);
  const [route, navigate] = useRoute(initial);
  const [announcement, announce] = useState('');
  const workbook = useWorkbookData(session);
  const settings = workbook.latest?.data?.snapshot.settings;
  const pane = useMemo<Pane>(
    () => ({
      session,
      language,
      t: translator(language),
      format: createFormat(language, settings ?? {}),
      navigate,
      announce,
    }),
    [session, language, settings, navigate],
  );
  return (
    <FluentProvider theme={useTheme(session.theme())}>
      <PaneContext.Provider value={pane}>
        {/* Not on the provider: it hands its class on to menus and tooltips, which would then cover the pane. */}
        <div className={useStyles().app}>
          <Content workbook={workbook} route={route} onLanguage={setLanguage} />
          <LiveRegion text={announcement} />
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

interface ContentProps {
  readonly workbook: WorkbookData;
  readonly route: Route;
  readonly onLanguage: (language: Language) => void;
}

function Content({ workbook, route, onLanguage }: ContentProps) {
  const { session, t } = usePane();
  const { state, latest, cancel } = workbook;
  const { news, clear } = useNews(session, latest?.data !== null && latest !== null && !isLocked(latest));
  const readAgain = workbook.reload;
  const reload = useCallback(() => {
    clear();
    readAgain();
  }, [clear, readAgain]);
  const failed = state.status === 'failed' || state.status === 'cancelled';
  const status = <TaskStatus task={{ state, cancel }} label={t('pane.loading')} onRetry={reload} />;
  const unread = !latest?.data && latest?.facts.schemaVersion !== 0;
  if (!latest || (unread && !failed))
    return (
      <Main>
        <Page>{status}</Page>
      </Main>
    );
  if (!latest.data) {
    return (
      <Main>
        {unread && <Page>{status}</Page>}
        {route.view === 'adopt' && !unread ? adoptView(latest, reload) : setup(latest, reload)}
      </Main>
    );
  }
  const locked = isLocked(latest);
  return (
    <WorkbookContext.Provider value={{ data: latest.data, locked, news, reload }}>
      <Navigation
        view={route.view}
        problemCount={latest.data.report.problems.length}
        onLanguage={onLanguage}
        onReload={reload}
      />
      <Main>
        {failed && <Page>{status}</Page>}
        <Notices view={route.view} />
        <Boundary key={route.view}>{settingUp[route.view]?.(latest, reload) ?? viewOf(route)}</Boundary>
      </Main>
    </WorkbookContext.Provider>
  );
}

const Main = ({ children }: { readonly children: ReactNode }) => <main>{children}</main>;

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
    schemaVersion={loaded.facts.schemaVersion}
    workbookLanguage={loaded.facts.schemaVersion > 0 ? loaded.facts.language : null}
    locked={isLocked(loaded)}
    sharedNow={loaded.facts.sharedNow}
    onlyIfMissing={!loaded.data && loaded.facts.schemaVersion > 0}
    onInstalled={reload}
  />
);

/** Views that need no CRM in the workbook. */
const settingUp: Readonly<Record<string, (loaded: Loaded, reload: () => void) => ReactNode>> = {
  setup,
  adopt: adoptView,
};
