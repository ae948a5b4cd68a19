import { createRoot } from 'react-dom/client';
import type { ChangeHint } from '../../src/actions/home';
import { sequenceIds } from '../../src/shared/ids';
import App from '../../src/taskpane/App';
import { createSession } from '../../src/taskpane/createSession';
import { FakeHome, today, type Scene } from './fakeHome';
import { records } from './records';

/** Mounts the pane over a home in memory; the test bundles this file and drives it in a browser. */
export function mount(scene: Scene, paneLanguage = scene.language): unknown[][] {
  const home = new FakeHome(scene, records(scene.language));
  const session = createSession(home, { clock: () => today, theme: () => null, ids: sequenceIds() });
  createRoot(document.getElementById('root')!).render(<App session={session} language={paneLanguage} route="today" />);
  coauthor = home;
  return home.calls;
}

let coauthor: FakeHome | null = null;

/** Plays a co-author of the pane that was mounted last. */
export const tell = (hint: ChangeHint): void => coauthor?.tell(hint);
