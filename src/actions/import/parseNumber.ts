import { shiftDecimal } from '../../shared/numbers';
import type { ColumnType } from '../../template/types';
import { currenciesOf } from './currency';
import { magnitudes, type HeaderUnit } from './headerUnit';
import { longestNumberOrDate, unreadable, type CellParser, type Parsed } from './parsed';
import type { RawCell } from './types';

export type NumberType = Extract<ColumnType, 'integer' | 'number' | 'money' | 'percent'>;

export interface NumberContext {
  readonly currency: string;
  /** A percent column whose bare numbers are percent points: 35 is 35 % (see `columnHints`). */
  readonly percentPoints: boolean;
  readonly unit: HeaderUnit;
}

/** A number as it is written, before its column is considered. */
interface Written {
  readonly value: number;
  /** Currency signs and words beside it. */
  readonly marks: readonly string[];
  /** It brings its own 万 or 亿, so that the header's unit is not meant. */
  readonly scaled: boolean;
  readonly percent: boolean;
}

const currency = String.raw`[A-Za-z]{0,3}\p{Sc}|[A-Za-z]{3}|\p{Script=Han}{1,3}`;
const magnitude = '万亿|千万|百万|[千万萬亿億]';
const amountPattern = new RegExp(
  String.raw`^(\()? ?([+-])? ?(${currency})? ?([+-])? ?(\d[\d.,' ]*|[.]\d+)(e[+-]?\d{1,3})? ?(${magnitude})? ?(${currency})? ?(%)? ?(\))?$`,
  'iu',
);
const plainNumber = /^-?\d{1,12}(\.\d{1,3})?$/;

/** How people group digits; each is told from a decimal sign by where it stands. `decimal` names the decimal sign. */
const groupings: readonly { readonly pattern: RegExp; readonly decimal: string }[] = [
  { pattern: /^\d*(\.\d*)?$/, decimal: '.' },
  { pattern: /^\d{1,3}(,\d{3})+(\.\d*)?$/, decimal: '.' },
  { pattern: /^\d{1,2}(,\d{2})+,\d{3}(\.\d*)?$/, decimal: '.' },
  { pattern: /^\d{1,3}([ ']\d{3})+(\.\d*)?$/, decimal: '.' },
  { pattern: /^\d{1,3}([. ']\d{3})+(,\d*)?$/, decimal: ',' },
  { pattern: /^\d+,\d{1,2}$/, decimal: ',' },
];
/** Excel holds 15; more would be changed on the way (decision 3). */
const mostDigits = 15;
const takesPercent: ReadonlySet<NumberType> = new Set(['percent', 'number']);

/**
 * Parser for a numeric column: thousands separators, currency signs, 万/亿 beside the number or in the header,
 * parentheses for negatives, full-width digits and percent. Codes: `badNumber`; `otherCurrency` for an amount in
 * another currency than the workbook's (decision 5).
 */
export function numberParser(type: NumberType, context: NumberContext): CellParser {
  return (cell) => {
    const written = readCell(cell);
    if (!written || (written.percent && !takesPercent.has(type))) return unreadable(cell, 'badNumber');
    const refusal = refuseCurrency(written.marks.length > 0 ? written.marks : context.unit.marks, context.currency);
    if (refusal) return unreadable(cell, refusal);
    const parsed =
      written.percent || written.scaled ? { value: written.value } : bareValue(written.value, type, context);
    return type === 'integer' && !Number.isInteger(parsed.value) ? unreadable(cell, 'badNumber') : parsed;
  };
}

/** A bare number takes its unit from the header; in a percent column it may mean percent points. */
function bareValue(value: number, type: NumberType, { percentPoints, unit }: NumberContext): Parsed {
  if (type === 'percent') return percentPoints ? { value: shiftDecimal(value, -2), code: 'percentPoints' } : { value };
  return unit.exponent ? { value: shiftDecimal(value, unit.exponent), code: 'unitFromHeader' } : { value };
}

function readCell(cell: RawCell): Written | null {
  if (typeof cell === 'string') return plainNumber.test(cell) ? bare(Number(cell)) : readText(cell);
  if (typeof cell === 'number') return bare(cell);
  const isPercent = typeof cell === 'object' && cell?.format === 'percent';
  return isPercent ? { ...bare(cell.number), percent: true } : null;
}

const bare = (value: number): Written => ({ value, marks: [], scaled: false, percent: false });

function readText(text: string): Written | null {
  const match = text.length <= longestNumberOrDate ? amountPattern.exec(normalize(text)) : null;
  if (!match) return null;
  const [, open, sign, before, innerSign, digits = '', exponent = 'e0', scale, after, percent, close] = match;
  const plain = plainDigits(digits.trim());
  const signs = [open && '-', sign, innerSign].filter(Boolean);
  if (plain === null || signs.length > 1 || Boolean(open) !== Boolean(close)) return null;
  const shift = Number(exponent.slice(1)) + (scale ? magnitudes[scale]! : 0) - (percent ? 2 : 0);
  const marks = [before, after].filter((mark) => mark !== undefined);
  const value = Number(`${signs[0] ?? ''}${plain}e${shift}`);
  return Number.isFinite(value) ? { value, marks, scaled: Boolean(scale), percent: Boolean(percent) } : null;
}

/** NFKC turns ￥（），％ and full-width digits into plain ones; a true minus sign stays and is replaced. */
const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

function refuseCurrency(marks: readonly string[], workbook: string): 'badNumber' | 'otherCurrency' | null {
  const meanings = marks.map(currenciesOf);
  if (meanings.some((currencies) => currencies === undefined)) return 'badNumber';
  return meanings.every((currencies) => currencies!.includes(workbook)) ? null : 'otherCurrency';
}

/** `1,234.50` -> `1234.50`; null when the separators make no sense or there are more digits than Excel keeps. */
function plainDigits(digits: string): string | null {
  const grouping = groupings.find(({ pattern }) => pattern.test(digits));
  if (!grouping) return null;
  const [whole = '', decimals = ''] = digits.split(grouping.decimal);
  const plain = `${whole.replace(/\D/g, '')}.${decimals}`;
  // Without decimals the point ends the text and protects the zeros of the whole number.
  const significant = plain.replace(/0+$/, '').replace('.', '').replace(/^0+/, '');
  return significant.length > mostDigits ? null : `0${plain}0`;
}
