import type { NewRecord } from '../../crm/changeset';
import type { Problem, ProblemCode } from '../../crm/snapshot';

/** A file a person chose; the name is for messages only, the content says what it is. */
export interface SourceFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A number whose cell format says more than the number: a date serial (1900 system) or a fraction shown as percent. */
export interface FormattedNumber {
  readonly number: number;
  readonly format: 'date' | 'percent';
}

/** What a source cell holds before anybody knows which column it belongs to. CSV cells are strings. */
export type RawCell = string | number | boolean | null | FormattedNumber;

export interface SourceRow {
  /** Row number that Excel shows when it opens the file, 1-based. */
  readonly line: number;
  readonly cells: readonly RawCell[];
}

/** What only an import can find. */
export type ImportProblemCode =
  | ProblemCode
  /** More cells than headers (`value` holds the surplus) or fewer cells than headers (`value` is empty). */
  | 'raggedRow'
  /** A quote is never closed, so following lines may have run into one cell. */
  | 'brokenQuotes'
  /** No header for a required column. */
  | 'missingColumn'
  /** A second header for a column that already has one. */
  | 'duplicateHeader'
  /** Once per column: day and month cannot be told apart; the default order was followed. */
  | 'ambiguousDates'
  /** Once per column: a date column's times of day are left out. */
  | 'timeDropped'
  /** Once per column: numbers above 1 without a percent sign were read as percent points. */
  | 'percentPoints'
  /** Once per column: bare numbers were multiplied by the unit in the header (万元, thousands). */
  | 'unitFromHeader'
  /** A number of more than 15 digits stands in a text column: its last digits were lost before the import. */
  | 'precisionLost';

/** Like {@link Problem}; `row` is the line of the source file. */
export type ImportProblem = Omit<Problem, 'code'> & { readonly code: ImportProblemCode };

export type DateOrder = 'mdy' | 'dmy';

export interface ImportSettings {
  /** ISO code of the workbook's one currency (decision 5). */
  readonly currency: string;
  /** How `3/5/2024` is read when nothing in its column tells; default `mdy`. */
  readonly dateOrder?: DateOrder;
}

export interface MappedHeader {
  readonly header: string;
  readonly column: string;
}

/** A proposal: nothing is written until a person accepts it. */
export interface ImportResult {
  readonly records: readonly NewRecord[];
  readonly problems: readonly ImportProblem[];
  readonly mapped: readonly MappedHeader[];
  readonly unmapped: readonly string[];
  /** Rows of the source that hold something, header not counted; each is one record. */
  readonly rows: number;
  /** How the bytes were read: `utf-8`, `gb18030`, ... or `xlsx`. */
  readonly encoding: string;
}
