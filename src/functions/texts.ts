import { translators } from '../shared/i18n/translate';
import en from '../shared/i18n/en/functions.json';
import zh from '../shared/i18n/zh-CN/functions.json';

/** Only the texts of the functions: cells wait for this script, and the pane's texts are many. */
export const translator = translators({ en: { functions: en }, 'zh-CN': { functions: zh } });
