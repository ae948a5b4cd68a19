import { formatValue } from 'hucre';
import { numberText, toText } from '../values/convert';
import { parseNumber } from '../values/parseNumber';
import type { Scalar } from '../values/scalar';

/** `[$¥-804]`: the formatting library drops the symbol with the locale. */
const CURRENCY = /\[\$([^\]-]+)(?:-[^\]]*)?\]/g;
/** A month alone: the library takes it for text. */
const MONTH = /^m{1,2}$/i;
const YEAR = 'yyyy ';

/** TEXT(): a value in a number format. Text that is a number is formatted as one, other text goes through `@`. */
export function formatText(value: Scalar, format: string, is1904: boolean): Scalar {
  if (typeof value === 'boolean') return toText(value);
  if (format === '') return '';
  const number = typeof value === 'string' ? parseNumber(value) : (value ?? 0);
  if (typeof number === 'number' && /^general$/i.test(format)) return numberText(number);
  if (MONTH.test(format)) return formatValue(number ?? value, YEAR + format, { is1904 }).slice(YEAR.length);
  return formatValue(number ?? value, format.replace(CURRENCY, '"$1"'), { is1904 });
}
