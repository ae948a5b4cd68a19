import { translators } from './translate';
import enAdopt from './en/adopt.json';
import enCli from './en/cli.json';
import enErrors from './en/errors.json';
import enFunctions from './en/functions.json';
import enPane from './en/pane.json';
import enProblems from './en/problems.json';
import zhAdopt from './zh-CN/adopt.json';
import zhCli from './zh-CN/cli.json';
import zhErrors from './zh-CN/errors.json';
import zhFunctions from './zh-CN/functions.json';
import zhPane from './zh-CN/pane.json';
import zhProblems from './zh-CN/problems.json';

export { languageOf, type Language } from './language';
export type { Translate } from './translate';

/** All texts by language. The first part of a key names its file: `errors.badDate` is in `<language>/errors.json`. */
export const texts = {
  en: { adopt: enAdopt, cli: enCli, errors: enErrors, functions: enFunctions, pane: enPane, problems: enProblems },
  'zh-CN': { adopt: zhAdopt, cli: zhCli, errors: zhErrors, functions: zhFunctions, pane: zhPane, problems: zhProblems },
};

/** The translator of a language, over all texts. */
export const translator = translators(texts);
