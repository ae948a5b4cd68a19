import { createRoot } from 'react-dom/client';
import type { ChangeHint, LiveHome } from '../../src/actions/home';
import type { Changeset } from '../../src/crm/changeset';
import { translator } from '../../src/shared/i18n';
import { sequenceIds } from '../../src/shared/ids';
import App from '../../src/taskpane/App';
import { createSession } from '../../src/taskpane/createSession';
import { sampleRecords } from '../../src/template/sample';
import type { Selection } from '../../src/template/selected';
import { FakeHome, today, type Scene } from './fakeHome';
import { records } from './records';

export { openPane } from '../../src/taskpane/opening';

/** Mounts the pane over a home in memory; the test bundles this file and drives it in a browser. */
export function mount(scene: Scene, language = scene.language): unknown[][] {
  const company = scene.sample ? sampleRecords(scene.language, today) : records(scene.language);
  const home = new FakeHome(scene, scene.empty ? {} : company);
  const session = createSession(holdable(home), {
    clock: () => today + days,
    now: () => today + days + 0.625,
    theme: () => null,
    show: async () => void home.calls.push(['show']),
    ids: sequenceIds(),
  });
  createRoot(document.getElementById('root')!).render(
    <App session={session} isKnown={home.isKnown()} spoken={{ language, t: translator(language) }} route="today" />,
  );
  current = home;
  return home.calls;
}

let current: FakeHome | null = null;

/** Plays an Excel that answers the first reading at last. */
export const answer = (): void => current?.answer();

/** Plays a co-author of the pane that was mounted last. */
export const tell = (hint: ChangeHint): void => current?.tell(hint);

/** Plays a co-author who writes; the pane does not know before it reads again. */
export const coauthor = (change: Partial<Changeset>): void =>
  current?.write({ updates: [], appends: [], removals: [], ...change });

/** Plays a person who selects a row in the sheet. */
export const select = (selected: Selection | null): void => current?.select(selected);

let days = 0;

/** Plays a night in which the pane stays open. */
export const nextDay = (): void => void (days += 1);

/** What answers wait for, by the home's function. */
const gates = new Map<PropertyKey, { readonly opened: Promise<void>; readonly open: () => void }>();

/** Plays an Excel that does at once what it is asked and answers late: when `release` says so. */
export function hold(name: keyof LiveHome): void {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  gates.set(name, { opened, open });
}

/** Holds back no more; what waits already goes on waiting for `release`. */
export function pass(name: keyof LiveHome): void {
  passed.push(gates.get(name)!);
  gates.delete(name);
}

const passed: { readonly open: () => void }[] = [];

/** Lets everything be answered that `hold` holds back. */
export function release(name: keyof LiveHome): void {
  for (const { open } of passed.splice(0)) open();
  gates.get(name)?.open();
  gates.delete(name);
}

const holdable = (home: FakeHome): FakeHome =>
  new Proxy(home, {
    get: (_, name) => {
      const value: unknown = Reflect.get(home, name, home);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const answer: unknown = value.apply(home, args);
        const gate = gates.get(name);
        return gate ? late(answer, gate.opened) : answer;
      };
    },
  });

async function late(answer: unknown, until: Promise<void>): Promise<unknown> {
  try {
    return await answer;
  } finally {
    await until;
  }
}
