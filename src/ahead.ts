/**
 * First script of the page, before office.js: fetches the pane's scripts and runs them while Microsoft's are on their way.
 * Nothing here knows whether there is an Excel; `addin.ts` opens the pane, and tells when scripts do not arrive.
 */
import { languageOf } from './shared/i18n/language';
import { loadTranslator } from './shared/i18n/load';
import { afterwards } from './taskpane/afterwards';
import { preferredLanguage } from './taskpane/preferredLanguage';

async function prepare(): Promise<void> {
  // Most likely Excel speaks as the browser does.
  const language = preferredLanguage(languageOf(navigator.language));
  const [{ warmUp }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ './taskpane/pane'),
    import(/* webpackChunkName: "opening" */ './taskpane/opening'),
    loadTranslator(language),
  ]);
  // While office.js is still on its way, or Excel thinks: at a moment when nobody waits for the processor.
  await afterwards(async () => warmUp(language));
}

prepare().catch(() => undefined);
