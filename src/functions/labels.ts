import { languageOf } from '../shared/i18n/language';
import lists from '../../templates/lists.json';

/**
 * Label of a list's item in the language that the cell asks for (`zh-CN`, else English): not in Excel's own, since
 * co-authors must all compute the same cells.
 */
export const labelIn = (list: keyof typeof lists, code: string, language: unknown): string =>
  lists[list].find((item) => item.code === code)?.label[languageOf(String(language ?? ''))] ?? code;
