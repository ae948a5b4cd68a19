import { languageOf } from '../shared/i18n/language';
import { displayLanguage } from '../workbook/office';
import { translator } from './texts';

/** The cell error to show, by its name in `CustomFunctions.ErrorCode`: #VALUE!, #N/A, #NUM!. */
export type ErrorKind = 'invalidValue' | 'notAvailable' | 'invalidNumber';

/**
 * What a function throws for a wrong argument; `code` is its text in the languages (`functions.<code>`), shown in the
 * language of Excel. Excel takes a text only with #VALUE! and #N/A.
 */
export function cellError(
  kind: ErrorKind,
  code: string,
  params: Record<string, string | number> = {},
): CustomFunctions.Error {
  const errorCode = CustomFunctions.ErrorCode[kind];
  if (kind === 'invalidNumber') return new CustomFunctions.Error(errorCode);
  return new CustomFunctions.Error(errorCode, translator(languageOf(displayLanguage()))(`functions.${code}`, params));
}

/** What a cell shows of a figure: nothing when it is not computable, #NUM! when it is more than a cell can hold. */
export function shown(figure: number | null): number | string {
  if (figure !== null && !Number.isFinite(figure)) throw cellError('invalidNumber', 'outOfRange');
  return figure ?? '';
}
