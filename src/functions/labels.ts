import { languageOf } from '../shared/i18n/language';
import lists from '../../templates/lists.json';
import { translator } from './texts';

/**
 * Label of a list's item in the language that the cell asks for (`zh-CN`, else English): not in Excel's own, since
 * co-authors must all compute the same cells. `code` asks for the code itself, for cells that look the workbook's own
 * label up.
 */
export const labelIn = (list: keyof typeof lists, code: string, language: unknown): string =>
  (language === 'code'
    ? null
    : lists[list].find((item) => item.code === code)?.label[languageOf(String(language ?? ''))]) ?? code;

/** The same for codes that no list of the workbook holds: their words are texts of the functions. */
export const wordIn = (words: 'ageBand' | 'assignmentReason', code: string, language: unknown): string =>
  language === 'code' ? code : translator(languageOf(String(language ?? '')))(`functions.${words}.${code}`);
