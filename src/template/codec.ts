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
  /** The value of a cell that is not empty; what does not fit is named, without an object for each cell of a workbook. */
  read(cell: Cell): Value | Misfit;
  /** Cells of this kind are the value as they are. */
  readonly plain?: 'string' | 'number';
  /** What to write for a value; text that could not be decoded (a bad date of an import) is written as it is. */
  encode(value: Value): Cell;
}

/** Why a cell is no value of its column. */
export class Misfit {
  constructor(readonly code: ProblemCode) {}
}

export interface CodecContext {
  readonly labels: Labels;
  readonly date1904: boolean;
}

const [badNumber, badDate, badBoolean, unknownLabel] = (
  ['badNumber', 'badDate', 'badBoolean', 'unknownLabel'] as const
).map((code) => new Misfit(code)) as [Misfit, Misfit, Misfit, Misfit];

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
  const reader = readers[column.type];
  const readAnew = (cell: Cell) => reader(cell, codes, context);
  const read = column.list ? remembered(readAnew) : readAnew;
  return {
    read,
    decode: (cell) => {
      const value = isEmpty(cell) ? null : read(cell);
      return value instanceof Misfit ? { value: null, problem: value.code } : { value };
    },
    plain: plainTypes[column.type],
    encode: encoder(column, context),
  };
}

/** The cells of a list hold the same few labels again and again. */
function remembered(read: Codec['read']): Codec['read'] {
  const known = new Map<Cell, Value | Misfit>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) known.set(cell, (value = read(cell)));
    return value;
  };
}

export const isEmpty = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === '';

type Read = (cell: Cell, codes: ReadonlyMap<string, string>, context: CodecContext) => Value | Misfit;

const readText: Read = (cell) => String(cell);
const readNumber: Read = (cell) => (typeof cell === 'number' ? cell : badNumber);
const readDate: Read = (cell, _, { date1904 }) =>
  typeof cell === 'number' && isSerial(to1900(cell, date1904)) ? to1900(cell, date1904) : badDate;
const readList: Read = (cell, codes) => codes.get(fold(String(cell))) ?? unknownLabel;

const readers: Record<ColumnType, Read> = {
  id: readText,
  text: readText,
  reference: readText,
  any: (cell) => cell,
  integer: readNumber,
  number: readNumber,
  money: readNumber,
  percent: readNumber,
  time: readNumber,
  date: readDate,
  datetime: readDate,
  boolean: (cell, codes, context) => {
    const code = readList(cell, codes, context);
    return code === unknownLabel ? badBoolean : code === 'yes';
  },
  list: readList,
};

const plainTypes: Readonly<Partial<Record<ColumnType, Codec['plain']>>> = {
  ...{ id: 'string', text: 'string', reference: 'string' },
  ...{ integer: 'number', number: 'number', money: 'number', percent: 'number', time: 'number' },
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
