import { texts as en } from './en';
import { translators } from './translate';
import { texts as zh } from './zh-CN';

export { languageOf, type Language } from './language';
export type { Translate } from './translate';

/** All texts by language. The first part of a key names its file: `errors.badDate` is in `<language>/errors.json`. */
export const texts = { en, 'zh-CN': zh };

/** The translator of a language, over all texts. */
export const translator = translators(texts);
