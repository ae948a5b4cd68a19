import { asMatrix, asScalar, type Read } from '../evaluate/broadcast';
import { toLogical, toText } from '../values/convert';
import { Matrix } from '../values/matrix';
import { parseNumber } from '../values/parseNumber';
import { errors, isError, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { MANY, reading, scalar, scoped, type Library } from './define';
import { formatText } from './formatText';
import { searchWildcards } from './wildcards';

/** Excel's limit for the text of a cell. */
const LONGEST = 32_767;

/** Text functions; positions count from 1, in UTF-16 units as in Excel. */
export const text: Library = {
  LEN: scalar(['text'], (value) => value.length),
  LEFT: scalar(['text', 'number?'], (value, count = 1) =>
    count < 0 ? errors.value : value.slice(0, Math.trunc(count)),
  ),
  RIGHT: scalar(['text', 'number?'], (value, count = 1) =>
    count < 0 ? errors.value : value.slice(Math.max(0, value.length - Math.trunc(count))),
  ),
  MID: scalar(['text', 'number', 'number'], (value, start, count) =>
    start < 1 || count < 0
      ? errors.value
      : value.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count)),
  ),
  UPPER: scalar(['text'], (value) => value.toUpperCase()),
  LOWER: scalar(['text'], (value) => value.toLowerCase()),
  PROPER: scalar(['text'], (value) =>
    value.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (found) => found.toUpperCase()),
  ),
  TRIM: scalar(['text'], (value) => value.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // eslint-disable-next-line no-control-regex -- removing control characters is what CLEAN does
  CLEAN: scalar(['text'], (value) => value.replace(/[\u0000-\u001f]/g, '')),
  EXACT: scalar(['text', 'text'], (left, right) => left === right),
  REPT: scalar(['text', 'number'], repeat),
  SUBSTITUTE: scalar(['text', 'text', 'text', 'number?'], substitute),
  REPLACE: scalar(['text', 'number', 'number', 'text'], (value, start, count, by) =>
    start < 1 || count < 0 ? errors.value : value.slice(0, start - 1) + by + value.slice(start - 1 + Math.trunc(count)),
  ),
  FIND: scalar(['text', 'text', 'number?'], (wanted, value, start = 1) =>
    place(value.indexOf(wanted, start - 1), start),
  ),
  SEARCH: scalar(['text', 'text', 'number?'], search),
  CONCAT: reading(1, MANY, (values) =>
    joinAll(
      '',
      values.flatMap((value) => asMatrix(value).cells),
    ),
  ),
  CONCATENATE: scalar(['text', ...Array<'text?'>(30).fill('text?')], (...values) =>
    values.map((value) => value ?? '').join(''),
  ),
  TEXTJOIN: reading(3, MANY, textJoin),
  TEXT: scoped(['any', 'text'], (scope, value, format) => formatText(value, format, scope.date1904)),
  FIXED: scalar(['number', 'number?', 'logical?'], (value, digits = 2, plain = false) => fixed(value, digits, plain)),
  VALUE: scalar(['any'], valueOf),
  NUMBERVALUE: scalar(['text', 'text?', 'text?'], numberValue),
  CHAR: scalar(['number'], (code) => (code >= 1 && code < 256 ? String.fromCharCode(code) : errors.value)),
  CODE: scalar(['text'], (value) => (value ? value.charCodeAt(0) : errors.value)),
  UNICHAR: scalar(['number'], (code) =>
    code >= 1 && code < 0x110000 ? String.fromCodePoint(Math.trunc(code)) : errors.value,
  ),
  UNICODE: scalar(['text'], (value) => value.codePointAt(0) ?? errors.value),
  TEXTBEFORE: scalar(['text', 'text', 'number?'], (value, mark, instance = 1) =>
    around(value, mark, instance, 'before'),
  ),
  TEXTAFTER: scalar(['text', 'text', 'number?'], (value, mark, instance = 1) => around(value, mark, instance, 'after')),
  TEXTSPLIT: reading(2, 3, ([value, columnMark, rowMark]) =>
    split(asScalar(value!), asScalar(columnMark!), asScalar(rowMark ?? null)),
  ),
  ENCODEURL: scalar(['text'], (value) => encodeURIComponent(value)),
};

function valueOf(value: Scalar): Scalar {
  if (typeof value === 'boolean') return errors.value;
  return typeof value === 'string' ? (parseNumber(value) ?? errors.value) : (value ?? 0);
}

function repeat(value: string, count: number): Scalar {
  if (count < 0 || value.length * count > LONGEST) return errors.value;
  return value.repeat(Math.trunc(count));
}

function substitute(value: string, old: string, by: string, instance?: number): Scalar {
  if (old === '') return value;
  if (instance === undefined) return value.replaceAll(old, by);
  if (instance < 1) return errors.value;
  const parts = value.split(old);
  const at = Math.trunc(instance);
  if (parts.length <= at) return value;
  return parts.slice(0, at).join(old) + by + parts.slice(at).join(old);
}

function place(index: number, start: number): Scalar {
  return start < 1 || index < 0 ? errors.value : index + 1;
}

function search(wanted: string, value: string, start = 1): Scalar {
  const index = searchWildcards(value.slice(Math.max(0, start - 1)), wanted);
  return place(index < 0 ? index : index + start - 1, start);
}

function joinAll(separator: string, values: readonly Scalar[]): Scalar {
  const texts = values.map(toText);
  const joined = texts.find(isError) ?? texts.join(separator);
  return typeof joined === 'string' && joined.length > LONGEST ? errors.calc : joined;
}

function textJoin([separator, ignore, ...values]: Read[]): Value {
  const mark = toText(asScalar(separator!));
  const ignoring = toLogical(asScalar(ignore!));
  if (isError(mark)) return mark;
  if (isError(ignoring)) return ignoring;
  const cells = values.flatMap((value) => asMatrix(value).cells);
  return joinAll(mark, ignoring ? cells.filter((cell) => cell !== null && cell !== '') : cells);
}

function fixed(value: number, digits: number, plain: boolean): Scalar {
  const places = Math.max(0, Math.trunc(digits));
  return formatText(value, `${plain ? '0' : '#,##0'}${places ? `.${'0'.repeat(places)}` : ''}`, false);
}

function numberValue(value: string, decimal = '.', group = ','): Scalar {
  const plain = value.replaceAll(' ', '').replaceAll(group.charAt(0), '').replace(decimal.charAt(0), '.');
  return plain === '' ? 0 : (parseNumber(plain) ?? errors.value);
}

/** A negative instance counts from the end. */
function around(value: string, mark: string, instance: number, side: 'before' | 'after'): Scalar {
  const parts = value.split(mark);
  const count = Math.trunc(instance);
  const cutAt = count > 0 ? count : parts.length + count;
  if (mark === '' || count === 0 || cutAt < 1 || cutAt >= parts.length) return errors.na;
  return (side === 'before' ? parts.slice(0, cutAt) : parts.slice(cutAt)).join(mark);
}

function split(value: Scalar, columnMark: Scalar, rowMark: Scalar): Value {
  const [whole, columns, rows] = [value, columnMark, rowMark].map(toText);
  const error = [whole, columns, rows].find(isError);
  if (error) return error;
  const lines = rows ? (whole as string).split(rows as string) : [whole as string];
  return Matrix.fromRows(lines.map((line) => (columns ? line.split(columns as string) : [line])));
}
