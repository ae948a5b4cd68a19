import { type CellValue, ERROR_TEXTS } from './cell';

/** What typed text becomes, and the number format Excel gives a General cell along with it. */
export interface Typed {
  value: CellValue;
  numberFormat?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86400000;

/** The workbook serial of a calendar day, or null when there is no such day. */
export function dateSerial(year: number, month: number, day: number, date1904 = false): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / DAY_MS);
  // Excel counts a 29 February 1900 that never was.
  const serial1900 = serial < 61 ? serial - 1 : serial;
  const result = date1904 ? serial1900 - 1462 : serial1900;
  return result < 0 ? null : result;
}

function fullYear(text: string | undefined, now: Date): number {
  if (text === undefined) return now.getFullYear();
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

type Reader = (match: RegExpExecArray, date1904: boolean) => Typed | null;

function dated(year: number, month: number, day: number, numberFormat: string, date1904: boolean): Typed | null {
  const value = dateSerial(year, month, day, date1904);
  return value === null ? null : { value, numberFormat };
}

function time(hours: string, minutes: string, seconds = '0', half?: string): number | null {
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || Number(seconds) >= 60) return null;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400;
}

/** Rule `fifteen-digits`: zeros stand for what comes behind the 15th. */
function readNumber(text: string): number {
  const [mantissa = '', exponent = '0'] = text.split(/e/i);
  let digits = 0;
  const kept = mantissa.replace(/\d/g, (digit) => {
    if (digits > 0 || digit !== '0') digits++;
    return digits > 15 ? '0' : digit;
  });
  return Number(`${kept}e${exponent}`);
}

function plainNumber(text: string): number {
  return readNumber(text.replace(/,/g, ''));
}

const GROUPED = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)`;

/** How en-US Excel reads what a person types, tried in order. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(true|false)$/i, (m) => ({ value: /^t/i.test(m[0]) })],
  [
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
    (m) => ({ value: readNumber(m[0]), numberFormat: m[2] ? '0.00E+00' : undefined }),
  ],
  [
    new RegExp(String.raw`^([+-]?)(\$?)([+-]?)(${GROUPED}(?:\.\d*)?|\.\d+)$`),
    (m) => {
      const number = plainNumber(m[4] ?? '') * (m[1] === '-' || m[3] === '-' ? -1 : 1);
      const cents = (m[4] ?? '').includes('.');
      const money = cents ? '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)' : '"$"#,##0_);[Red]\\("$"#,##0\\)';
      return { value: number, numberFormat: m[2] ? money : cents ? '#,##0.00' : '#,##0' };
    },
  ],
  [/^\(([\d,]*\.?\d+)\)$/, (m) => ({ value: -plainNumber(m[1] ?? '') })],
  [
    /^([+-]?[\d,]*\.?\d+)\s*%$/,
    (m) => ({ value: plainNumber(m[1] ?? '') / 100, numberFormat: (m[1] ?? '').includes('.') ? '0.00%' : '0%' }),
  ],
  [
    /^([+-]?)(\d+) (\d{1,3})\/(\d{1,3})$/,
    (m) => {
      const [whole, part, of] = [Number(m[2]), Number(m[3]), Number(m[4])];
      if (of === 0) return null;
      const numberFormat = of > 9 ? '# ??/??' : '# ?/?';
      return { value: (whole + part / of) * (m[1] === '-' ? -1 : 1), numberFormat };
    },
  ],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (m, d) => dated(Number(m[1]), Number(m[2]), Number(m[3]), 'm/d/yyyy', d)],
  [
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/,
    (m, d) => dated(fullYear(m[3], new Date()), Number(m[1]), Number(m[2]), 'm/d/yyyy', d),
  ],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, (m, d) => dated(Number(m[1]), Number(m[2]), Number(m[3]), 'm/d/yyyy', d)],
  [/^(\d{1,2})\/(\d{1,2})$/, (m, d) => dated(fullYear(undefined, new Date()), Number(m[1]), Number(m[2]), 'd-mmm', d)],
  [
    /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]*(\d{2}|\d{4})?$/i,
    (m, d) => {
      const month = MONTHS.indexOf((m[2] ?? '').toLowerCase()) + 1;
      return month ? dated(fullYear(m[3], new Date()), month, Number(m[1]), m[3] ? 'd-mmm-yy' : 'd-mmm', d) : null;
    },
  ],
  [
    /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/i,
    (m, d) => {
      const month = MONTHS.indexOf((m[1] ?? '').toLowerCase()) + 1;
      return month ? dated(Number(m[3]), month, Number(m[2]), 'd-mmm-yy', d) : null;
    },
  ],
  [
    /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*([ap]m?))?$/i,
    (m) => {
      const value = time(m[1] ?? '', m[2] ?? '', m[3], m[4]);
      const numberFormat = `h:mm${m[3] ? ':ss' : ''}${m[4] ? ' AM/PM' : ''}`;
      return value === null ? null : { value, numberFormat };
    },
  ],
  [
    /^(\d{1,2}) ([ap]m?)$/i,
    (m) => {
      const value = Number(m[1]) <= 12 ? time(m[1] ?? '', '0', '0', m[2]) : null;
      return value === null ? null : { value, numberFormat: 'h:mm AM/PM' };
    },
  ],
  [
    /^(\S+) (\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)$/i,
    (m, d) => {
      const [day, clock] = [readTyped(m[1] ?? '', d), readTyped(m[2] ?? '', d)];
      if (typeof day.value !== 'number' || typeof clock.value !== 'number' || day.numberFormat !== 'm/d/yyyy')
        return null;
      return { value: day.value + clock.value, numberFormat: 'm/d/yyyy h:mm' };
    },
  ],
];

/** How everything begins that the readers know: most texts are just texts. */
const PERHAPS_TYPED = new RegExp(String.raw`^\s*(?:[\d.,+\-$(#]|true|false|(?:${MONTHS.join('|')})[a-z]* \d)`, 'i');

/** Reads text as en-US Excel reads it when typed into a General cell; text that means nothing else stays text. */
export function readTyped(text: string, date1904 = false): Typed {
  if (!PERHAPS_TYPED.test(text)) return { value: text };
  const trimmed = text.trim();
  const error = ERROR_TEXTS.find((candidate) => candidate === trimmed.toUpperCase());
  if (error) return { value: { error } };
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(trimmed);
    const typed = match && read(match, date1904);
    if (typed) return typed;
  }
  return { value: text };
}
