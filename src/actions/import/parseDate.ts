import { isSerial, roundToSecond, serialOf, timeOf, to1900 } from '../../shared/dates';
import { longestNumberOrDate, unreadable, type CellParser, type Parsed } from './parsed';
import { numberOf } from './rawCell';
import type { DateOrder, RawCell } from './types';

export interface DateContext {
  readonly date1904: boolean;
  readonly order: DateOrder;
  /** Nothing in the column tells day from month (see `columnHints`). */
  readonly ambiguous: boolean;
}

const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '([a-z]{3,9})[.]?';
const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const anyYear = String.raw`(\d{4}|\d{2})`;

/** Parts of a day as written; `open` = day and month could change places. */
interface Written {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly open?: boolean;
}
type Read = (parts: readonly string[], order: DateOrder) => Written;

const yearFirst: Read = ([year = '', month = '', day = '']) => ({ year, month, day });
const monthFirst: Read = ([month = '', day = '', year = '']) => ({ year, month, day });
const dayFirst: Read = ([day = '', month = '', year = '']) => ({ year, month, day });
const byOrder: Read = ([first = '', second = '', year = ''], order) => {
  const open = Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  return order === 'dmy' ? { year, month: second, day: first, open } : { year, month: first, day: second, open };
};

/** Ways to write a day. */
const dayPatterns: readonly { readonly pattern: RegExp; readonly read: Read }[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, read: yearFirst },
  { pattern: /^(\d{4})[/](\d{1,2})[/](\d{1,2})$/, read: yearFirst },
  { pattern: /^(\d{4})[.](\d{1,2})[.](\d{1,2})$/, read: yearFirst },
  { pattern: /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/, read: yearFirst },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: yearFirst },
  { pattern: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/, read: byOrder },
  { pattern: new RegExp(`^${monthName}[ -]${ordinal},?[ -]${anyYear}$`, 'i'), read: monthFirst },
  { pattern: new RegExp(`^${ordinal}[ -]${monthName},?[ -]${anyYear}$`, 'i'), read: dayFirst },
];
/** A zone is accepted and left out: the date is the one that is written, no clock is converted (decision 6). */
const timePattern =
  /(?:^|[T ]|(?<=[日号])) ?(上午|下午|AM|PM)? ?(\d{1,2})(?::|时|點|点)(\d{1,2})分?(?::?(\d{1,2})(?:\.\d+)?秒?)? ?(AM|PM)? ?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const afternoon = new Set(['下午', 'PM']);
const morning = new Set(['上午', 'AM']);

/** Parser for a `date` (whole days; times are left out and listed once) or `datetime` column. Code: `badDate`. */
export function dateParser(type: 'date' | 'datetime', context: DateContext): CellParser {
  return (cell) => {
    const parsed = typeof cell === 'string' ? parseText(cell, context) : parseSerial(cell, context);
    if (typeof parsed.value !== 'number' || type === 'datetime') return parsed;
    const day = Math.floor(parsed.value);
    return day === parsed.value ? parsed : { value: day, code: parsed.code ?? 'timeDropped' };
  };
}

/** Parser for a `time` column: the fraction of a day. Code: `badDate`. */
export function parseTime(cell: RawCell): Parsed {
  const written = typeof cell === 'string' && cell.length <= longestNumberOrDate ? timePattern.exec(plain(cell)) : null;
  const time = written ? (written.index === 0 ? timeIn(written) : null) : numberOf(cell);
  return time !== null && time >= 0 && time < 1 ? { value: time } : unreadable(cell, 'badDate');
}

function parseSerial(cell: RawCell, { date1904 }: DateContext): Parsed {
  const number = numberOf(cell);
  // A date format already made it a serial of the 1900 system; a bare number is still one of its workbook.
  const serial = number !== null && typeof cell === 'number' ? to1900(number, date1904) : number;
  return serial !== null && isSerial(serial) ? { value: roundToSecond(serial) } : unreadable(cell, 'badDate');
}

function parseText(text: string, context: DateContext): Parsed {
  if (text.length > longestNumberOrDate) return unreadable(text, 'badDate');
  const normalized = plain(text);
  const timed = timePattern.exec(normalized);
  const time = timed ? timeIn(timed) : 0;
  const written = readDay(timed ? normalized.slice(0, timed.index).trim() : normalized, context.order);
  const day = written && dayOf(written);
  if (!day || time === null) return unreadable(text, 'badDate');
  return { value: day + time, ...(written.open && context.ambiguous && { code: 'ambiguousDates' }) };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

function readDay(text: string, order: DateOrder): Written | null {
  for (const { pattern, read } of dayPatterns) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1), order);
  }
  return null;
}

const dayOf = ({ year, month, day }: Written): number | null => serialOf(fullYear(year), monthOf(month), Number(day));

/** Two digits as Excel reads them: 00..29 are 2000s, 30..99 are 1900s. */
const fullYear = (year: string): number => Number(year) + (year.length > 2 ? 0 : Number(year) < 30 ? 2000 : 1900);

const monthOf = (month: string): number =>
  /^\d/.test(month) ? Number(month) : shortMonths.indexOf(month.slice(0, 3).toLowerCase()) + 1;

function timeIn(match: RegExpExecArray): number | null {
  const [, before, hour, minute, second = '0', behind] = match;
  const half = (before ?? behind ?? '').toUpperCase();
  const twelve = Number(hour) === 12 && (morning.has(half) || afternoon.has(half));
  const base = twelve ? 0 : Number(hour);
  return timeOf(base + (afternoon.has(half) && base < 12 ? 12 : 0), Number(minute), Number(second));
}
