import { texts as en } from './en';
import cliEn from './en/cli.json';
import functionsEn from './en/functions.json';
import { translators } from './translate';
import { texts as zh } from './zh-CN';
import cliZh from './zh-CN/cli.json';
import functionsZh from './zh-CN/functions.json';

export { languageOf, type Language } from './language';
export type { Translate } from './translate';

/**
 * All texts by language: those of the pane, and those of the command line and of the functions, which the pane does not
 * wait for. The first part of a key names its file: `errors.badDate` is in `<language>/errors.json`.
 */
export const texts = {
  en: { ...en, cli: cliEn, functions: functionsEn },
  'zh-CN': { ...zh, cli: cliZh, functions: functionsZh },
};

/** The translator of a language, over all texts. */
export const translator = translators(texts);
