/**
 * First script of the page, before office.js: fetches the pane's scripts and runs them while Microsoft's are on their way.
 * Nothing here knows whether there is an Excel; `addin.ts` opens the pane, and tells when scripts do not arrive.
 */
import { languageOf } from './shared/i18n/language';
import { loadTranslator } from './shared/i18n/load';
import { preferredLanguage } from './taskpane/preferredLanguage';

const scripts = [
  import(/* webpackChunkName: "pane" */ './taskpane/pane'),
  import(/* webpackChunkName: "opening" */ './taskpane/opening'),
  // Most likely Excel speaks as the browser does.
  loadTranslator(preferredLanguage(languageOf(navigator.language))),
];

Promise.all(scripts).catch(() => undefined);
