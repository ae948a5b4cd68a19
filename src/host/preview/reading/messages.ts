import type { Book, BookCell } from '../../../xlsx/book';

/** A row of a sheet with its cells by column. */
export type PackedRow = readonly [row: number, cells: Map<number, BookCell>];

/** What the reader says: the book without its cells, then these in parts, or why there is none. */
export type ReaderMessage =
  | { readonly kind: 'book'; readonly book: Book; readonly rows: number }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly PackedRow[] }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed';
      readonly code?: string;
      readonly params?: Record<string, string | number>;
      readonly text: string;
    };
