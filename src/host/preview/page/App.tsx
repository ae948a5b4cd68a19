import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Host } from '../../host';
import { PaneOf } from '../pane/PaneOf';
import { inSlices } from '../reading/slices';
import { addressOf, wantedBy } from './address';
import { Header } from './Header';
import { type Notice, NoticeBar } from './NoticeBar';
import type { Scenario } from './scenarios';
import { Splitter } from './Splitter';
import { Start } from './Start';
import { type PreviewLanguage, type TextKey, TEXTS } from './texts';
import { useCoauthor } from './useCoauthor';
import { codeOf, useWork } from './useWork';
import { download, fileOf, openFile, openScenario, type OpenWorkbook } from './workbooks';
import { Working } from './Working';
import { WorkbookPane } from './WorkbookPane';

/** What a person can do about a file, by the error of the reader. */
const OPEN_FAILURES: Readonly<Record<string, TextKey>> = {
  notXlsx: 'openNotXlsx',
  encrypted: 'openEncrypted',
  tooLarge: 'openTooLarge',
  damaged: 'openDamaged',
};

/** The whole preview: header, workbook, task pane. */
export function App() {
  const [wanted] = useState(() => wantedBy(location.search, navigator.language));
  const [language, setLanguage] = useState<PreviewLanguage>(wanted.language);
  const [asked, setAsked] = useState(wanted.scenario);
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [work, start] = useWork(setNotice);
  const [modified, setModified] = useState(false);
  const [paneWidth, setPaneWidth] = useState(350);
  const [hasSecond, setSecond] = useState(false);
  /** The pane comes first: edits in the grid are those of the first person. */
  const [attached, setAttached] = useState<Host | null>(null);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const texts = TEXTS[language];

  const show = (workbook: OpenWorkbook): void => {
    setModified(false);
    setOpen(workbook);
    setSecond(workbook.scenario === 'coauthor');
  };

  const loadScenario = (scenario: Scenario, spoken: PreviewLanguage): void => {
    setAsked(scenario);
    void start({
      text: scenario === 'large' ? 'loadingLarge' : 'loadingScenario',
      failure: 'loadFailed',
      canCancel: true,
      retry: () => loadScenario(scenario, spoken),
      run: async (steps) => show(await openScenario(scenario, spoken, steps)),
    });
  };

  const mayLeave = (): boolean => !modified || window.confirm(texts.unsaved);

  const switchLanguage = (spoken: PreviewLanguage): void => {
    setLanguage(spoken);
    // An untouched sample comes again in the new language; a workbook with changes stays.
    if (open?.scenario && !modified) loadScenario(open.scenario, spoken);
  };

  const openPersonsFile = (file: File): void => {
    if (!mayLeave()) return;
    void start({
      text: 'reading',
      failure: 'openFailed',
      failures: OPEN_FAILURES,
      canCancel: true,
      run: async (steps) => show(await openFile(file, steps)),
    });
  };

  const save = (workbook: OpenWorkbook): void =>
    void start({
      text: 'saving',
      failure: 'saveFailed',
      run: async () => {
        download(await fileOf(workbook), workbook.name);
        setModified(false);
      },
    });

  const calculate = (workbook: OpenWorkbook): void =>
    void start({
      text: 'calculating',
      failure: 'calculateFailed',
      canCancel: true,
      run: ({ signal, say }) =>
        inSlices(workbook.host.workbook.calculateSteps(), signal, (share) => say('calculating', share)),
    });

  useEffect(() => loadScenario(wanted.scenario, language), []); // eslint-disable-line react-hooks/exhaustive-deps -- once, at the start
  useEffect(() => void (document.documentElement.lang = language), [language]);
  const shown = open?.scenario ?? asked;
  useEffect(() => history.replaceState(null, '', addressOf({ scenario: shown, language })), [shown, language]);
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
        scenario={open ? open.scenario : asked}
        fileName={open?.name ?? ''}
        status={work ? texts[work.text] : open ? (did ?? texts.ready) : ''}
        stats={open?.host.stats}
        busy={work !== null}
        canSave={open !== null}
        onLanguage={switchLanguage}
        onScenario={(scenario) => mayLeave() && loadScenario(scenario, language)}
        onOpen={openPersonsFile}
        onSave={() => open && save(open)}
        hasSecond={hasSecond}
        onSecond={open?.scenario ? () => setSecond(!hasSecond) : undefined}
        onCalculate={open?.host.workbook.calculationMode === 'Manual' ? () => calculate(open) : undefined}
      />
      {open && work && <Working work={work} texts={texts} />}
      {notice && <NoticeBar notice={notice} texts={texts} onDismiss={() => setNotice(null)} />}
      {open ? (
        <>
          <WorkbookPane key={open.id} host={open.host} texts={texts} onRefused={refused} onDrawn={drawAgain} />
          <aside className="side" aria-label={texts.pane}>
            <Splitter label={texts.resize} width={paneWidth} onWidth={setPaneWidth} />
            <PaneOf
              key={open.scenario ?? open.id}
              workbook={open}
              language={language}
              title={texts.pane}
              onFailed={paneFailed}
              onAttached={setAttached}
            />
          </aside>
        </>
      ) : (
        <div className="starting">
          {work ? (
            <Working work={work} texts={texts} />
          ) : (
            <Start texts={texts} scenario={asked} onOpen={(scenario) => loadScenario(scenario, language)} />
          )}
        </div>
      )}
    </div>
  );
}
