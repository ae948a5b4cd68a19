import { createCalculator } from '../../src/host/calc';
import type { ClientWindow } from '../../src/host/client/attach';
import { Host } from '../../src/host/host';

/** Milliseconds since the pane's page began to load. */
export interface Opening {
  /** A =CRM.* function gave its first result. */
  readonly functions: number | null;
  /** When each of what was waited for could be used. */
  readonly usable: readonly number[];
  /** The last answer of the workbook before that; 0 = nothing was asked. */
  readonly answered: number;
  /** How long the pane waited for the workbook in all. */
  readonly waited: number;
  readonly requests: number;
  readonly kilobytes: number;
  /** What the workbook answered, request by request, when it was asked. */
  readonly answers: readonly unknown[];
}

interface Executor {
  executeAsync(customData: unknown, flags: number, message: object): Promise<unknown>;
}

type Pane = ClientWindow &
  typeof globalThis & {
    OfficeExtension: { SessionBase: { _overrideSession: unknown } };
    Office: { context: { document: { url: string } } };
  };

/** Where the workbook was saved: what is remembered of it goes by that. */
const place = 'https://example.com/sample.xlsx';

/** Milliseconds that Excel takes for an answer that is known already: about what it takes on the desktop. */
const answerTime = 50;

let host: Host;
let attached: (pane: Pane) => void = () => undefined;

/** Plays Excel with the workbook at this address. */
async function openWorkbook(url: string): Promise<void> {
  const response = await fetch(url);
  host = new Host({ createCalculator });
  await host.open(new Uint8Array(await response.arrayBuffer()));
}

/**
 * Opens the pane at `url` and waits until all of `wanted` (selectors) can be used. With `known` answers of an earlier opening the
 * workbook is not asked: Excel is another process, and its work must not hold up the scripts of the pane.
 */
function openPane(url: string, wanted: readonly string[], known: readonly unknown[] | null): Promise<Opening> {
  const frame = document.createElement('iframe');
  return new Promise((resolve) => {
    attached = (pane) => {
      const watch = watchPane(pane, known);
      void Promise.all(wanted.map((selector) => usable(pane, selector))).then((times) => resolve(watch(times)));
    };
    frame.src = url;
    frame.style.cssText = 'width: 350px; height: 800px';
    document.body.replaceChildren(frame);
  });
}

/** When it is there, painted, and nothing would keep a click on it waiting. */
const usable = (pane: Pane, selector: string): Promise<number> =>
  new Promise((resolve) => {
    const observer = new pane.MutationObserver(() => {
      if (!pane.document.querySelector(selector)) return;
      observer.disconnect();
      pane.requestAnimationFrame(() => pane.setTimeout(() => resolve(pane.performance.now()), 0));
    });
    observer.observe(pane.document, { subtree: true, childList: true });
  });

/** Ties the pane's office.js to the workbook, with a stopwatch in between. */
function watchPane(pane: Pane, known: readonly unknown[] | null): (times: readonly number[]) => Opening {
  const now = () => pane.performance.now();
  const before = { ...host.stats };
  const answers: unknown[] = [];
  let [functions, answered, waited, pending, since, asked] = [null as number | null, 0, 0, 0, 0, 0];
  void host.connect(pane);
  pane.Office.context.document.url = place;
  const session = pane.OfficeExtension.SessionBase._overrideSession as { _createRequestExecutorOrNull(): Executor };
  const executor = session._createRequestExecutorOrNull();
  const ask = executor.executeAsync.bind(executor);
  executor.executeAsync = async (...args) => {
    if (pending === 0) since = now();
    pending += 1;
    try {
      if (known) return await later(known[asked++], pane);
      const answer = await ask(...args);
      answers.push(structuredClone(answer));
      return answer;
    } finally {
      pending -= 1;
      answered = now();
      if (pending === 0) waited += answered - since;
    }
  };
  const functionsOf = pane.CustomFunctions as { associate: (id: string, run: (...args: unknown[]) => unknown) => void };
  const associate = functionsOf.associate.bind(functionsOf);
  // Cells that wait for a function are computed as soon as it is there.
  functionsOf.associate = (id, run) => {
    associate(id, run);
    if (id === 'NAMEKEY' && run('Aurora Foods Ltd') !== '') functions = now();
  };
  return (times) => ({
    ...{ functions, usable: times, answered, waited, answers },
    requests: known ? asked : answers.length,
    kilobytes: (host.stats.requestBytes + host.stats.responseBytes - before.requestBytes - before.responseBytes) / 1e3,
  });
}

/** A known answer in its time. More may be asked in the background, which nobody waits for here. */
const later = (answer: unknown, pane: Pane): Promise<unknown> =>
  new Promise((resolve) => answer !== undefined && pane.setTimeout(() => resolve(structuredClone(answer)), answerTime));

Object.assign(window, {
  openWorkbook,
  openPane,
  attachPane: (pane: Pane) => attached(pane),
});
