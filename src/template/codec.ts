import { isSerial, to1900, from1900 } from '../shared/dates';
import { fold } from '../shared/text';
import type { ProblemCode, Value } from '../crm/snapshot';
import { codesByLabel, labelKey, type Labels } from './labels';
import type { ColumnDef, ColumnType } from './types';

/** What a cell gives or takes: numbers, text, booleans; "" and null are empty. */
export type Cell = string | number | boolean | null;

export interface Decoded {
  readonly value: Value;
  readonly problem?: ProblemCode;
}

/** Reads and writes the cells of one column; a cell that does not fit is `null` and a problem, never a guess. */
export interface Codec {
  decode(cell: Cell): Decoded;
  /** What to write for a value; text that could not be decoded (a bad date of an import) is written as it is. */
  encode(value: Value): Cell;
}

export interface CodecContext {
  readonly labels: Labels;
  readonly date1904: boolean;
}

const wrong = (problem: ProblemCode): Decoded => ({ value: null, problem });

/** Number formats by column type: text stays text because `@` is set before values are written (decision 3). */
export const numberFormats: Readonly<Record<ColumnType, string>> = {
  id: '@',
  text: '@',
  integer: '0',
  number: 'General',
  money: '#,##0.00',
  percent: '0%',
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
  time: 'hh:mm',
  boolean: 'General',
  list: 'General',
  reference: '@',
  any: 'General',
};

export function codecOf(column: ColumnDef, context: CodecContext): Codec {
  const codes = column.list ? codesByLabel(context.labels, column.list) : new Map<string, string>();
  const decode = decoders[column.type];
  return {
    decode: (cell) => (isEmpty(cell) ? { value: null } : decode(cell, codes, context)),
    encode: encoder(column, context),
  };
}

export const isEmpty = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === '';

type Decode = (cell: Cell, codes: ReadonlyMap<string, string>, context: CodecContext) => Decoded;

const decodeText: Decode = (cell) => ({ value: String(cell) });
const decodeNumber: Decode = (cell) => (typeof cell === 'number' ? { value: cell } : wrong('badNumber'));
const decodeDate: Decode = (cell, _, { date1904 }) =>
  typeof cell === 'number' && isSerial(to1900(cell, date1904)) ? { value: to1900(cell, date1904) } : wrong('badDate');
const decodeList: Decode = (cell, codes) => {
  const code = codes.get(fold(String(cell)));
  return code === undefined ? wrong('unknownLabel') : { value: code };
};

const decoders: Record<ColumnType, Decode> = {
  id: decodeText,
  text: decodeText,
  reference: decodeText,
  any: (cell) => ({ value: cell }),
  integer: decodeNumber,
  number: decodeNumber,
  money: decodeNumber,
  percent: decodeNumber,
  time: decodeNumber,
  date: decodeDate,
  datetime: decodeDate,
  boolean: (cell, codes, context) => {
    const { value, problem } = decodeList(cell, codes, context);
    return problem ? wrong('badBoolean') : { value: value === 'yes' };
  },
  list: decodeList,
};

function encoder(column: ColumnDef, { labels, date1904 }: CodecContext): Codec['encode'] {
  if (column.type === 'boolean') {
    return (value) => (typeof value === 'boolean' ? labels.get(labelKey(column.list!, value ? 'yes' : 'no'))! : value);
  }
  if (column.type === 'list')
    return (value) => (value === null ? null : (labels.get(labelKey(column.list!, String(value))) ?? value));
  if (column.type === 'date' || column.type === 'datetime') {
    return (value) => (typeof value === 'number' ? from1900(value, date1904) : value);
  }
  return (value) => value;
}
