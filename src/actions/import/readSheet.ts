import { CrmError } from '../../shared/errors';
import { to1900 } from '../../shared/dates';
import type { Book, BookCell, BookSheet } from '../../xlsx/book';
import type { RawCell, SourceRow } from './types';

/** Rows of the named sheet, else of the first visible one that holds anything. Throws `unknownSheet`. */
export function readSheet(book: Book, sheetName?: string): SourceRow[] {
  const sheet = chooseSheet(book, sheetName);
  const totals = new Set(sheet.tables.filter((table) => table.showTotals).map((table) => lastLine(table.range)));
  const width = widthOf(sheet);
  return [...sheet.cells]
    .sort(([a], [b]) => a - b)
    .filter(([row]) => !totals.has(row + 1))
    .map(([row, cells]) => ({ line: row + 1, cells: rawCells(cells, width, book.date1904) }));
}

function chooseSheet(book: Book, sheetName?: string): BookSheet {
  const sheet =
    sheetName === undefined
      ? (book.sheets.find(({ visibility, cells }) => visibility === 'visible' && cells.size > 0) ?? book.sheets[0])
      : book.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new CrmError('unknownSheet', { sheet: sheetName ?? '' });
  return sheet;
}

/** A totals row is not a record. */
const lastLine = (range: string): number => Number(/(\d+)$/.exec(range)?.[1]);

const widthOf = (sheet: BookSheet): number =>
  [...sheet.cells.values()].reduce((widest, cells) => Math.max(widest, ...[...cells.keys()].map((c) => c + 1)), 0);

const rawCells = (cells: ReadonlyMap<number, BookCell>, width: number, date1904: boolean): RawCell[] =>
  Array.from({ length: width }, (_, column) => rawCell(cells.get(column), date1904));

function rawCell(cell: BookCell | undefined, date1904: boolean): RawCell {
  const value = cell?.value ?? null;
  if (typeof value === 'number') return formattedNumber(value, cell?.style?.numberFormat ?? '', date1904);
  // A cell error is shown as the text a person sees (`#N/A`), so that the row is listed and nothing is made up.
  return value !== null && typeof value === 'object' ? value.error : value;
}

/** Codes shown with leading zeros by a format such as `00000` are what the person reads, not what the cell holds. */
const zeroPadded = /^0{2,}$/;
/** Parts of a number format that are not placeholders: "text", [Red], \x, _x, *x. */
const literals = /"[^"]*"|\[[^\]]*\]|[\\_*]./g;

/** A number with what its format says about it. */
export function formattedNumber(value: number, format: string, date1904: boolean): RawCell {
  if (zeroPadded.test(format)) return String(value).padStart(format.length, '0');
  const placeholders = format.replace(literals, '');
  if (/[ymdhs]/i.test(placeholders)) return { number: to1900(value, date1904), format: 'date' };
  return placeholders.includes('%') ? { number: value, format: 'percent' } : value;
}
