import { formatValue } from 'hucre';
import { apiValue, type CellValue } from './cell';

const SIGNIFICANT_DIGITS = 11;

/** A number in General format: at most 11 characters of digits, scientific when it is too long. */
function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || (size < 1e-9 && size > 0)) return scientific(value);
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, SIGNIFICANT_DIGITS - 1 - whole))));
}

function scientific(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${Number(mantissa)}E${sign}${exponent.replace(/[+-]/, '').padStart(2, '0')}`;
}

/** What the cell shows (`range.text`): the value through its number format. Column width is not considered. */
export function displayText(value: CellValue, numberFormat: string, date1904 = false): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return String(apiValue(value));
  if (numberFormat === 'General' || numberFormat === '@') return generalText(value);
  return formatValue(value, numberFormat, { is1904: date1904 });
}

const DATE_CODES = /[ymdhs]/i;

/** Whether a number format shows dates or times. */
export function isDateFormat(numberFormat: string): boolean {
  return DATE_CODES.test(numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));
}
