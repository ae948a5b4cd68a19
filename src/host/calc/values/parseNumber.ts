import { dateSerial, isDate } from './dates';

/** Excel reads 15 digits of a number and takes the rest as zeros: an 18-digit id loses its last three. */
const SIGNIFICANT = 15;

const PLAIN = /^([+-]?)[$¥€£]?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d+)?(%?)$/i;
const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m)?$/i;

/** A number, date or time typed as text, as arithmetic, VALUE and criteria read it; `null` when it is none. 1900 system. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return parsePlain(trimmed) ?? parseMoment(trimmed);
}

function parsePlain(text: string): number | null {
  const match = PLAIN.exec(text.replace(/^\((.*)\)$/, '-$1'));
  if (!match || !/\d/.test(match[2] + (match[3] ?? ''))) return null;
  const digits = (match[2] ?? '').replaceAll(',', '');
  const number = Number(`${match[1]}${keepSignificant(digits)}${match[3] ?? ''}${match[4] ?? ''}`);
  return match[5] ? number / 100 : number;
}

function keepSignificant(digits: string): string {
  const start = digits.search(/[1-9]/);
  if (start < 0 || digits.length - start <= SIGNIFICANT) return digits || '0';
  return digits.slice(0, start + SIGNIFICANT).padEnd(digits.length, '0');
}

/** A date, a time, or both with a space (or T) between. */
function parseMoment(text: string): number | null {
  const [first = '', ...rest] = text.split(/[ T]+/);
  const day = parseDay(first);
  if (day === null) return parseClock(text);
  if (rest.length === 0) return day;
  const clock = parseClock(rest.join(' '));
  return clock === null ? null : day + clock;
}

function parseDay(text: string): number | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return checkedDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return checkedDate(Number(monthFirst[3]), Number(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

function checkedDate(year: number, month: number, day: number): number | null {
  return isDate(year, month, day) ? dateSerial(year, month, day) : null;
}

function parseClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hour = half ? (Number(match[1]) % 12) + (half === 'p' ? 12 : 0) : Number(match[1]);
  return (hour * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400;
}
