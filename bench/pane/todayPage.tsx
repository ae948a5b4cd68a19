import { createRoot } from 'react-dom/client';
import type { Needs } from '../../src/template/needs';
import { nowSerial, todaySerial } from '../../src/shared/dates';
import { translator } from '../../src/shared/i18n';
import { sequenceIds } from '../../src/shared/ids';
import App from '../../src/taskpane/App';
import { createSession } from '../../src/taskpane/createSession';
import { decodeWorkbook, type RawTable } from '../../src/template/decode';
import { FakeHome } from '../../test/taskpane/fakeHome';

declare global {
  interface Window {
    askFor(cells: string): Promise<void>;
    answer(): Promise<void>;
  }
}

/** A workbook whose last answer is there: what follows is the pane's own work. */
class AnsweredHome extends FakeHome {
  private asked = () => {};
  /** The pane waits for the workbook. */
  readonly isAsked = new Promise<void>((resolve) => (this.asked = resolve));

  constructor(private readonly tables: readonly RawTable[]) {
    super({ language: 'en', installed: true, empty: true }, {});
  }

  override async open(needs?: Needs) {
    const facts = await super.facts();
    this.asked();
    await this.answered;
    return { facts, snapshot: needs ? decodeWorkbook(this.tables, false) : null };
  }
}

let home: AnsweredHome;

/** Opens Today over the cells at this address, up to where it waits for them. */
window.askFor = async (cells) => {
  home = new AnsweredHome((await (await fetch(cells)).json()) as RawTable[]);
  const session = createSession(home, {
    clock: () => todaySerial(new Date()),
    now: () => nowSerial(new Date()),
    theme: () => null,
    show: async () => undefined,
    ids: sequenceIds(),
  });
  createRoot(document.getElementById('root')!).render(
    <App session={session} spoken={{ language: 'en', t: translator('en') }} route="today" />,
  );
  await home.isAsked;
};

/** Gives the answer and waits until Today is painted. */
window.answer = () =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main [aria-setsize]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
    observer.observe(document.body, { subtree: true, childList: true });
    home.answer();
  });
