import type { ColumnDef, ColumnType, ListItem } from '../../template/types';
import { dateHint, usesPercentPoints } from './columnHints';
import { headerUnit, noUnit } from './headerUnit';
import { dateParser, parseTime } from './parseDate';
import { booleanParser, labelParser } from './parseLabel';
import { numberParser, type NumberType } from './parseNumber';
import type { CellParser, Parsed } from './parsed';
import { isBlank, numberOf, rawText } from './rawCell';
import type { ImportSettings, RawCell } from './types';

export interface ParseContext {
  readonly settings: ImportSettings;
  readonly lists: Readonly<Record<string, readonly ListItem[]>>;
  readonly date1904: boolean;
  /** A unit in it holds for every number below. */
  readonly header: string;
  /** All cells of the column: what they have in common decides what one alone leaves open. */
  readonly cells: Iterable<RawCell | undefined>;
}

type MakeParser = (column: ColumnDef, context: ParseContext) => CellParser;

const numbers: MakeParser = ({ type }, { settings, header, cells }) =>
  numberParser(type as NumberType, {
    currency: settings.currency,
    percentPoints: type === 'percent' && usesPercentPoints(cells),
    unit: type === 'percent' ? noUnit : headerUnit(header, type === 'money'),
  });
const dates: MakeParser = ({ type }, { settings, date1904, cells }) =>
  dateParser(type as 'date' | 'datetime', { date1904, ...dateHint(cells, settings.dateOrder ?? 'mdy') });

const makers: Readonly<Record<ColumnType, MakeParser>> = {
  text: () => parseText,
  any: () => parseAny,
  id: () => parseKey,
  reference: () => parseKey,
  integer: numbers,
  number: numbers,
  money: numbers,
  percent: numbers,
  date: dates,
  datetime: dates,
  time: () => parseTime,
  boolean: (column, { lists }) => booleanParser(lists[column.list ?? ''] ?? []),
  list: (column, { lists }) => labelParser(lists[column.list ?? ''] ?? []),
};

/**
 * Parser for the cells of one column, chosen by the column's type before anything looks at the text (decision 3).
 * A cell that cannot be read keeps its text as its value and carries a code; a blank one is null.
 */
export function cellParser(column: ColumnDef, context: ParseContext): CellParser {
  const parse = makers[column.type](column, context);
  return (cell) => (isBlank(cell) ? blank : parse(cell));
}

const blank: Parsed = { value: null };
/** Excel's limit for the text of a cell. */
const longestText = 32_767;

/** Text stays exactly what it is: leading zeros, +86, 18-digit numbers, `= + - @` openings. */
function parseText(cell: RawCell): Parsed {
  const value = rawText(cell);
  if (value.length > longestText) return { value, code: 'tooLong' };
  return typeof cell === 'number' && Math.abs(cell) >= 1e15 ? { value, code: 'precisionLost' } : { value };
}

/** A settings cell: the kind of the value is part of it. Texts stay texts, typed cells keep their type. */
const parseAny = (cell: RawCell): Parsed => ({
  value: typeof cell === 'boolean' ? cell : (numberOf(cell) ?? rawText(cell)),
});

/** Ids and references compare as a whole cell, where an outer space nobody sees would be a difference. */
function parseKey(cell: RawCell): Parsed {
  const parsed = parseText(cell);
  return { ...parsed, value: String(parsed.value).trim() };
}
