import { loadTranslator } from '../shared/i18n/load';
import { languageOf } from '../shared/i18n/language';
import { createLiveHome } from '../workbook';
import { officeSupports } from '../workbook/gateway';
import { displayLanguage } from '../workbook/office';
import { preferredLanguage } from './preferredLanguage';
import { readAhead } from './readAhead';
import { routeNow } from './route';
import { standStill } from './standStill';
import { needsOf } from './viewNeeds';

/** Where the pane starts when the URL's hash does not say. */
const start = 'today';

/** The manifest asks for it, too, but Excel shows a pane that was added by hand all the same (decision 26). */
const oldestApi = '1.14';

/** Opens the pane. Excel is asked first: it answers while the scripts of the pane and its texts arrive. */
export async function openPane(root: HTMLElement): Promise<void> {
  if (!officeSupports(oldestApi)) return sayWhyNot(root, displayLanguage(), 'tooOld');
  const home = createLiveHome();
  const open = readAhead(home, needsOf(routeNow(start)));
  const language = preferredLanguage(languageOf(displayLanguage()));
  const [{ startPane }, t] = await Promise.all([
    import(/* webpackChunkName: "pane" */ './pane'),
    loadTranslator(language),
  ]);
  startPane(root, { home, open, isKnown: home.isKnown(), spoken: { language, t }, route: start });
}

/** What a plain browser shows: there is no workbook. */
export const pointToExcel = (root: HTMLElement): Promise<void> => sayWhyNot(root, navigator.language, 'outside');

async function sayWhyNot(root: HTMLElement, language: string, why: keyof typeof reasons): Promise<void> {
  standStill(root, await loadTranslator(languageOf(language)), reasons[why]);
}

/** Texts of a page that can be no pane. */
const reasons = {
  outside: ['states.app', 'pane.outside'],
  tooOld: ['states.tooOld.title', 'states.tooOld.text', 'states.tooOld.next'],
} as const;
