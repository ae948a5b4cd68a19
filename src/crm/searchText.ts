/**
 * How texts are compared in a search: without case, accents and the difference between full and half width, so that
 * `Ａcmé` is found by `acme`. What is compared is never shown.
 */
export function searchKey(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(marks, '').normalize('NFC');
}

const isPlain = /^[\x20-\x7e]*$/;
const marks = /\p{Mn}+/gu;

/** Digits of a telephone number, however it is written; `''` when there are none. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D+/g, '');

/** What a person typed, ready to be compared: words that must all be found, or a number in groups. */
export interface Query {
  readonly words: readonly string[];
  /** All digits together when nothing but a number was typed (`138 0013-8000`), else `''`. */
  readonly digits: string;
}

/** Fewer digits than these are in every telephone number. */
const fewestDigits = 3;
const number = /^[\d\s()+./-]+$/;

export function queryOf(text: string): Query {
  const key = searchKey(text).trim();
  const digits = number.test(key) ? digitsOf(key) : '';
  return { words: key.split(/\s+/).filter(Boolean), digits: digits.length < fewestDigits ? '' : digits };
}
