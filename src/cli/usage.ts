import { readIso } from '../shared/dates';
import { languages, type Language } from '../template/types';

/** The command was called in a way that makes no sense; exit code 2. */
export class UsageError extends Error {}

/** Serial of `--today`; undefined when it was not given. */
export function readToday(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const serial = readIso(text);
  if (serial === null || !Number.isInteger(serial))
    throw new UsageError(`--today wants a day such as 2026-03-31, not "${text}".`);
  return serial;
}

/** `--lang`, whatever its case. */
export function readLanguage(text: string): Language {
  const language = languages.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (!language) throw new UsageError(`--lang wants ${languages.join(' or ')}, not "${text}".`);
  return language;
}

/** `--currency` as the settings of a workbook: ISO code and the number of decimals its amounts have. */
export function readCurrency(text: string): { readonly currency: string; readonly moneyDigits: number } {
  const currency = text.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw new UsageError(`--currency wants a code such as USD or CNY, not "${text}".`);
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return { currency, moneyDigits: maximumFractionDigits };
}
