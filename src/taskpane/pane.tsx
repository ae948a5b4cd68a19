import { createRoot } from 'react-dom/client';
import { nowSerial, todaySerial } from '../shared/dates';
import { languageOf, translator } from '../shared/i18n';
import { randomIds } from '../shared/ids';
import { createLiveHome } from '../workbook';
import { displayLanguage, showPane, theme, whenReady } from '../workbook/office';
import App from './App';
import { createSession } from './createSession';

/** Draws the pane over the open workbook, or says where to find one when the page was opened in a plain browser. */
export async function startPane(root: HTMLElement): Promise<void> {
  if (!(await whenReady())) {
    root.textContent = translator(languageOf(navigator.language))('pane.outside');
    return;
  }
  const clock = () => todaySerial(new Date());
  const now = () => nowSerial(new Date());
  const session = createSession(createLiveHome(), { clock, now, theme, show: showPane, ids: randomIds() });
  createRoot(root).render(<App session={session} language={languageOf(displayLanguage())} route="today" />);
}
