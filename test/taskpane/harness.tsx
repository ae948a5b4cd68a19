import { createRoot } from 'react-dom/client';
import type { ChangeHint } from '../../src/actions/home';
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
  const session = createSession(home, {
    clock: () => today,
    now: () => today + 0.625,
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

/** Plays a person who selects a row in the sheet. */
export const select = (selected: Selection | null): void => current?.select(selected);
