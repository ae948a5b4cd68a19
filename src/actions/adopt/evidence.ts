import type { SourceSheet } from '../../template/adopt';
import { codecOf, type CodecContext } from '../../template/codec';
import { defaultLabels } from '../../template/labels';
import { template } from '../../template/load';
import type { ColumnDef, Language } from '../../template/types';
import { cellParser } from '../import/parseCell';
import { isBlank, rawText } from '../import/rawCell';
import type { RawCell } from '../import/types';
import { rawCellAt } from './cells';
import type { Extent } from './extent';
import type { Misfits } from './types';

/** The filled cells of one column below the header. */
export interface Values {
  readonly cells: readonly RawCell[];
  readonly samples: readonly string[];
}

const shownSamples = 3;

export function valuesOf(source: SourceSheet, { headerRow, lastRow }: Extent, position: number): Values {
  const cells: RawCell[] = [];
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const cell = rawCellAt(source, row, position);
    if (!isBlank(cell)) cells.push(cell);
  }
  return { cells, samples: firstDistinct(cells) };
}

/** The first different texts; the search ends early, for a long column may hold one value only. */
function firstDistinct(cells: readonly RawCell[]): string[] {
  const found = new Set<string>();
  for (const cell of cells.slice(0, searchedForSamples)) if (found.size < shownSamples) found.add(rawText(cell));
  return [...found];
}

const searchedForSamples = 200;

/** What the values of a column are worth as values of one of ours. */
export interface Fit {
  /** Share of the values that the CRM can read as they stand or that only are written another way; 1 without values. */
  readonly share: number;
  readonly misfits: readonly Misfits[];
}

/** Compares values with a column as the workbook will read them: strictly, by the labels of its language. */
export function fitOf({ cells }: Values, column: ColumnDef, header: string, { language, date1904 }: Reading): Fit {
  const context: CodecContext = { labels: defaultLabels(template, language), date1904 };
  const codec = codecOf(column, context);
  const parse = cellParser(column, { settings: { currency: '' }, lists: template.lists, date1904, header, cells });
  const misfits = new Map<Misfits['code'], Counted>();
  let lost = 0;
  for (const cell of cells) {
    if (isKey(column) && typeof cell !== 'string') note(misfits, 'numberAsKey', rawText(cell));
    const { problem } = codec.decode(isNumber(cell) ? cell.number : cell);
    if (!problem) continue;
    const isLost = parse(cell).code === problem;
    if (isLost) lost += 1;
    note(misfits, isLost ? (problem as Misfits['code']) : 'storedAsText', rawText(cell));
  }
  return {
    share: cells.length === 0 ? 1 : 1 - lost / cells.length,
    misfits: [...misfits].map(([code, { count, examples }]) => ({ code, count, examples: [...examples] })),
  };
}

/** Excel's MATCH finds no number among texts: neither an id that is one, nor a reference that is one. */
const isKey = ({ type }: ColumnDef): boolean => type === 'id' || type === 'reference';

interface Counted {
  count: number;
  readonly examples: Set<string>;
}

function note(misfits: Map<Misfits['code'], Counted>, code: Misfits['code'], text: string): void {
  const counted = misfits.get(code) ?? { count: 0, examples: new Set<string>() };
  counted.count += 1;
  if (counted.examples.size < shownSamples) counted.examples.add(text);
  misfits.set(code, counted);
}

export interface Reading {
  readonly language: Language;
  readonly date1904: boolean;
}

const isNumber = (cell: RawCell): cell is Extract<RawCell, { number: number }> =>
  cell !== null && typeof cell === 'object';

/** From this share on, values without a helpful header say themselves what they are. */
const convincing = 0.8;
const fewest = 2;

type Looks = (values: Values, column: ColumnDef) => boolean;

const share = (cells: readonly RawCell[], test: (cell: RawCell) => boolean): number =>
  cells.length < fewest ? 0 : cells.filter(test).length / cells.length;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+?[\d\s()./-]{7,24}(\s*(ext|x|转)\.?\s*\d+)?$/i;
const digits = (text: string) => text.replace(/\D/g, '').length;

const isPhone = (cell: RawCell): boolean => {
  const text = rawText(cell);
  const isDate = cell !== null && typeof cell === 'object';
  return !isDate && phone.test(text) && digits(text) >= 7 && (typeof cell === 'string' || digits(text) === 11);
};
const isName = (cell: RawCell): boolean => typeof cell === 'string' && /\p{L}{2}/u.test(cell) && cell.length <= 120;

/** What values look like, by the columns whose values look like nothing else. Tried in this order. */
const looks: readonly { readonly of: (column: ColumnDef) => boolean; readonly test: Looks }[] = [
  {
    of: ({ id }) => id === 'email',
    test: ({ cells }) => share(cells, (cell) => email.test(rawText(cell))) >= convincing,
  },
  { of: ({ id }) => id === 'phone', test: ({ cells }) => share(cells, isPhone) >= convincing },
  {
    of: ({ type }) => type === 'list',
    test: ({ cells }, column) => new Set(cells.map(rawText)).size >= fewest && isListed(cells, column),
  },
  {
    of: ({ type, required }) => required === true && (type === 'date' || type === 'datetime'),
    test: ({ cells }) => share(cells, (cell) => isNumber(cell) && cell.format === 'date') >= convincing,
  },
  {
    of: ({ type, required }) => required === true && type === 'text',
    test: ({ cells }) => share(cells, isName) >= convincing && isDistinct(cells),
  },
];

function isListed(cells: readonly RawCell[], column: ColumnDef): boolean {
  const context = { settings: { currency: '' }, lists: template.lists, date1904: false, header: '', cells };
  const parse = cellParser(column, context);
  return share(cells, (cell) => !parse(cell).code) >= convincing;
}

const isDistinct = (cells: readonly RawCell[]): boolean =>
  new Set(cells.map(rawText)).size >= cells.length * convincing;

/** The one column among those still free that the values alone speak for. */
export function meaningOf(values: Values, free: readonly ColumnDef[]): ColumnDef | null {
  for (const { of, test } of looks) {
    const found = free.filter((column) => of(column) && test(values, column));
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}
