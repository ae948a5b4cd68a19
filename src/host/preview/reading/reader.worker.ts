/** Reads an .xlsx beside the page, which stays alive meanwhile. */
import { CrmError } from '../../../shared/errors';
import type { BookSheet } from '../../../xlsx/book';
import { readBook } from '../../../xlsx/read';
import type { PackedRow, ReaderMessage } from './messages';

/** Rows in one message: what the page takes in without a pause. */
const PART = 500;

const say = (message: ReaderMessage): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Uint8Array>): void => {
  try {
    read(data);
  } catch (error) {
    say({
      kind: 'failed',
      text: String(error),
      ...(error instanceof CrmError && { code: error.code, params: error.params }),
    });
  }
};

function read(bytes: Uint8Array): void {
  const book = readBook(bytes);
  const cells = book.sheets.map((sheet) => [...sheet.cells]);
  const sheets = book.sheets.map((sheet): BookSheet => ({ ...sheet, cells: new Map() }));
  say({ kind: 'book', book: { ...book, sheets }, rows: cells.reduce((sum, { length }) => sum + length, 0) });
  cells.forEach(sayRows);
  say({ kind: 'done' });
}

function sayRows(rows: readonly PackedRow[], sheet: number): void {
  for (let from = 0; from < rows.length; from += PART)
    say({ kind: 'rows', sheet, rows: rows.slice(from, from + PART) });
}
