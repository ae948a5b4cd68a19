import { useCallback, useEffect, useReducer, useState } from 'react';
import { CrmError } from '../../../shared/errors';
import type { Host } from '../../host';
import { PaneFrame } from '../pane/PaneFrame';
import { addressOf, wantedBy } from './address';
import { Header } from './Header';
import { type Notice, NoticeBar } from './NoticeBar';
import type { Scenario } from './scenarios';
import { Splitter } from './Splitter';
import { type PreviewLanguage, type PreviewTexts, TEXTS } from './texts';
import { useCoauthor } from './useCoauthor';
import { download, fileOf, openFile, openScenario, type OpenWorkbook } from './workbooks';
import { WorkbookPane } from './WorkbookPane';

const codeOf = (error: unknown): string => (error instanceof CrmError ? error.code : String(error));

/** The whole preview: header, workbook, task pane. */
export function App() {
  const [wanted] = useState(() => wantedBy(location.search, navigator.language));
  const [language, setLanguage] = useState<PreviewLanguage>(wanted.language);
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [busy, setBusy] = useState<keyof PreviewTexts | null>('loadingScenario');
  const [notice, setNotice] = useState<Notice | null>(null);
  const [modified, setModified] = useState(false);
  const [paneWidth, setPaneWidth] = useState(350);
  const [hasSecond, setSecond] = useState(false);
  /** The pane comes first: edits in the grid are those of the first person. */
  const [attached, setAttached] = useState<Host | null>(null);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const texts = TEXTS[language];

  /** Runs one piece of work with its status text; a failure becomes a notice. */
  const run = async (
    status: keyof PreviewTexts,
    failure: keyof PreviewTexts,
    work: () => Promise<void>,
    retry?: () => void,
  ) => {
    setBusy(status);
    setNotice(null);
    try {
      await work();
    } catch (error) {
      setNotice({ text: failure, values: { code: codeOf(error) }, retry });
    }
    setBusy(null);
  };

  const show = (workbook: OpenWorkbook): void => {
    setModified(false);
    setOpen(workbook);
    setSecond(workbook.scenario === 'coauthor');
  };

  const loadScenario = (scenario: Scenario, spoken: PreviewLanguage): void => {
    const load = async (): Promise<void> => show(await openScenario(scenario, spoken));
    const status = scenario === 'large' ? 'loadingLarge' : 'loadingScenario';
    history.replaceState(null, '', addressOf({ scenario, language: spoken }));
    void run(status, 'loadFailed', load, () => loadScenario(scenario, spoken));
  };

  const mayLeave = (): boolean => !modified || window.confirm(texts.unsaved);

  const switchLanguage = (spoken: PreviewLanguage): void => {
    setLanguage(spoken);
    // An untouched sample comes again in the new language; a workbook with changes stays.
    if (open?.scenario && !modified) loadScenario(open.scenario, spoken);
  };

  const openPersonsFile = (file: File): void => {
    if (mayLeave()) void run('calculating', 'openFailed', async () => show(await openFile(file)));
  };

  const save = (workbook: OpenWorkbook): void =>
    void run('saving', 'saveFailed', async () => {
      download(await fileOf(workbook), workbook.name);
      setModified(false);
    });

  const calculate = (workbook: OpenWorkbook): void =>
    void run('calculating', 'openFailed', async () => {
      // The status has to be on the screen before the page is busy.
      await new Promise((resolve) => setTimeout(resolve, 50));
      workbook.host.workbook.calculateNow();
    });

  useEffect(() => loadScenario(wanted.scenario, language), []); // eslint-disable-line react-hooks/exhaustive-deps -- once, at the start
  useEffect(() => void (document.documentElement.lang = language), [language]);
  // What the second person types is no loss.
  useEffect(
    () => open?.host.onChange(({ kind }) => kind === 'cells' && !hasSecond && setModified(true)),
    [open, hasSecond],
  );

  // The same functions all the time: a new language leaves the grid as it is.
  const refused = useCallback((address: string) => setNotice({ text: 'refused', values: { address } }), []);
  const paneFailed = useCallback(
    (error: unknown) => setNotice({ text: 'paneFailed', values: { code: codeOf(error) } }),
    [],
  );

  const secondFailed = useCallback(
    (error: unknown) => setNotice({ text: 'secondFailed', values: { code: codeOf(error) } }),
    [],
  );
  const did = useCoauthor(hasSecond ? attached : null, open?.language ?? language, secondFailed);

  return (
    <div className="preview" style={{ gridTemplateColumns: `minmax(0, 1fr) 6px ${paneWidth}px` }}>
      <Header
        texts={texts}
        language={language}
        scenario={open ? open.scenario : wanted.scenario}
        fileName={open?.name ?? ''}
        status={busy ? texts[busy] : (did ?? texts.ready)}
        stats={open?.host.stats}
        busy={busy !== null}
        onLanguage={switchLanguage}
        onScenario={(scenario) => mayLeave() && loadScenario(scenario, language)}
        onOpen={openPersonsFile}
        onSave={() => open && save(open)}
        hasSecond={hasSecond}
        onSecond={open?.scenario ? () => setSecond(!hasSecond) : undefined}
        onCalculate={open?.host.workbook.calculationMode === 'Manual' ? () => calculate(open) : undefined}
      />
      {notice && <NoticeBar notice={notice} texts={texts} onDismiss={() => setNotice(null)} />}
      {open ? (
        <>
          <WorkbookPane key={open.id} host={open.host} texts={texts} onRefused={refused} onDrawn={drawAgain} />
          <Splitter label={texts.resize} width={paneWidth} onWidth={setPaneWidth} />
          <PaneFrame
            key={`${open.id} ${language}`}
            host={open.host}
            language={language}
            title={texts.pane}
            onFailed={paneFailed}
            onAttached={setAttached}
          />
        </>
      ) : (
        <p className="starting">{busy && texts[busy]}</p>
      )}
    </div>
  );
}
