import Papa from 'papaparse';
import type { SourceRow } from './types';

const delimiters = [',', ';', '\t', '|'];
/** Excel's own hint in the first line of a CSV file. */
const delimiterHint = /^sep=(.)(?:\n|$)/i;

export interface CsvRows {
  readonly rows: readonly SourceRow[];
  /** Lines in which a quote is opened and never closed, or closed in the middle of a cell. */
  readonly brokenQuotes: readonly number[];
}

/** Rows of a delimited text. The delimiter is detected; every cell stays the text it is (decision 3). */
export function readCsv(text: string): CsvRows {
  // A line break inside a cell is LF in Excel too; one kind of break keeps stray CRs out of the last column.
  // Blank lines at the end would talk the guess of the delimiter out of a small file with two columns.
  const unified = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const hint = delimiterHint.exec(unified)?.[1];
  const parsed = Papa.parse<string[]>(unified, { delimiter: hint ?? '', delimitersToGuess: delimiters });
  const rows = parsed.data.map((cells, index) => ({ line: index + 1, cells }));
  return {
    rows: hint ? rows.slice(1) : rows,
    brokenQuotes: parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1),
  };
}
