import { CrmError } from '../../shared/errors';
import { readBook } from '../../xlsx/read';
import { decodeText, sniff } from './decode';
import { isBlank, rawText } from './rawCell';
import { readCsv } from './readCsv';
import { readSheet } from './readSheet';
import type { SourceFile, SourceRow } from './types';

export interface SourceOptions {
  /** Sheet of a workbook; default: the first visible one with content. */
  readonly sheet?: string;
  /** Overrides the detection of a text file's encoding. */
  readonly encoding?: string;
}

/** A file as rows under headers, before anything is mapped. */
export interface Source {
  readonly encoding: string;
  readonly headers: readonly string[];
  readonly headerLine: number;
  /** Rows below the header that hold something. */
  readonly rows: readonly SourceRow[];
  readonly brokenQuotes: readonly number[];
  readonly date1904: boolean;
}

/** How many columns a row of cells would map if it were the header row. */
export type CountKnown = (cells: readonly string[]) => number;

/** Header rows hide below titles and notes, but never far below. */
const headerSearchRows = 20;

/**
 * Reads a CSV or XLSX file (C-05). The header is the row, among the first ones, that names most known columns.
 * Throws `emptyFile`, `notTabular`, `unknownEncoding`, `unknownSheet`, and what `readBook` throws (`notXlsx`, `encrypted`,
 * `tooLarge`, `damaged`).
 */
export async function readSource(file: SourceFile, countKnown: CountKnown, options: SourceOptions = {}) {
  const grid = sniff(file) === 'xlsx' ? await readWorkbook(file, options.sheet) : readText(file, options.encoding);
  const filled = grid.rows.filter(({ cells }) => !cells.every(isBlank));
  const header = findHeader(filled, countKnown);
  if (!header) throw new CrmError('emptyFile', { fileName: file.fileName });
  const rows = filled.filter(({ line }) => line > header.line);
  const source: Source = { ...grid, headers: headersOf(header), headerLine: header.line, rows };
  return source;
}

type Grid = Pick<Source, 'encoding' | 'rows' | 'brokenQuotes' | 'date1904'>;

async function readWorkbook(file: SourceFile, sheet?: string): Promise<Grid> {
  const book = await readBook(file.bytes);
  return { encoding: 'xlsx', rows: readSheet(book, sheet), brokenQuotes: [], date1904: book.date1904 };
}

function readText(file: SourceFile, encoding?: string): Grid {
  const decoded = decodeText(file, encoding);
  return { encoding: decoded.encoding, date1904: false, ...readCsv(decoded.text) };
}

function findHeader(rows: readonly SourceRow[], countKnown: CountKnown): SourceRow | undefined {
  const scored = rows.slice(0, headerSearchRows).map((row) => ({ row, score: countKnown(row.cells.map(rawText)) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.row;
}

/** Header texts without the empty cells behind the last one. */
function headersOf({ cells }: SourceRow): string[] {
  const width = cells.reduce<number>((last, cell, index) => (isBlank(cell) ? last : index + 1), 0);
  return cells.slice(0, width).map((cell) => rawText(cell).trim());
}
