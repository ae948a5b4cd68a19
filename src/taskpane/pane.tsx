import { createRoot } from 'react-dom/client';
import type { LiveHome } from '../actions/home';
import { nowSerial, todaySerial } from '../shared/dates';
import { randomIds } from '../shared/ids';
import type { Language } from '../template/types';
import { showPane, theme } from '../workbook/office';
import { afterwards } from './afterwards';
import App from './App';
import { createSession } from './createSession';
import { createFormat } from './format';
import type { Spoken } from './hooks/useLanguage';

/** What was begun before the pane's script was there. */
interface Opening {
  readonly home: LiveHome;
  readonly open: LiveHome['open'];
  /** There was a CRM in the workbook when this machine saw it last. */
  readonly isKnown: boolean;
  readonly spoken: Spoken;
  readonly route: string;
}

/** Draws the pane over the open workbook. */
export function startPane(root: HTMLElement, { home, open, isKnown, spoken, route }: Opening): void {
  const clock = () => todaySerial(new Date());
  const now = () => nowSerial(new Date());
  const session = createSession(home, { clock, now, theme, show: showPane, ids: randomIds() }, open);
  createRoot(root).render(<App {...{ session, isKnown, spoken, route }} />);
  // There before somebody writes, also without a network; who writes without it is told.
  afterwards(() => import('./acts')).catch(() => undefined);
}

/** Writes a date and an amount: browsers take as long for their first ones as for the rest of the list. */
export function warmUp(language: Language): void {
  const format = createFormat(language, {});
  format.date(0);
  format.shortMoney(0);
}
