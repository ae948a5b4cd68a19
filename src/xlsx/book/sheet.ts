import type { BookCell, BookStyle } from './cell';
import type { BookChart } from './chart';
import type { BookConditionalFormat, BookValidation } from './rule';
import type { BookFilter, BookTable } from './table';

/** A link on a cell or block: to an address outside, a place in a workbook (`Sheet2!A1`), or both. */
export interface BookLink {
  range: string;
  address?: string;
  location?: string;
  tip?: string;
}

/** A threaded comment; a plain note has neither replies nor a date. */
export interface BookComment {
  /** `B2` */
  cell: string;
  author: string;
  text: string;
  /** ISO date and time; absent for a note. */
  created?: string;
  resolved?: boolean;
  replies?: readonly { readonly author: string; readonly text: string; readonly created: string }[];
}

/** What a page looks like; lengths in inches, as files keep them. */
export interface BookPage {
  landscape?: boolean;
  /** `fitToWidth` is one page wide, as long as it takes. */
  fitToWidth?: boolean;
  /** Number of the paper in the file's list: 1 is Letter, 9 is A4. */
  paperSize?: number;
  scale?: number;
  margins?: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  gridlines?: boolean;
  headings?: boolean;
  blackAndWhite?: boolean;
  draft?: boolean;
  overThenDown?: boolean;
  firstPageNumber?: number;
  /** With their codes: `&LLeft&CPage &P`. */
  header?: string;
  footer?: string;
}

export interface BookSheet {
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor?: string;
  showGridlines: boolean;
  freeze?: { rows: number; columns: number };
  /** By 0-based column index; width in characters. */
  columns: Map<number, { width?: number; hidden?: boolean; outline?: number; style?: BookStyle }>;
  rows: Map<number, { height?: number; hidden?: boolean; outline?: number }>;
  cells: Map<number, Map<number, BookCell>>;
  merges: string[];
  tables: BookTable[];
  validations: BookValidation[];
  conditionalFormats: BookConditionalFormat[];
  charts: BookChart[];
  protected?: boolean;
  /** What a protected sheet still allows, by the file's words (`formatCells`, `sort` ...). */
  permissions?: readonly string[];
  hideHeadings?: boolean;
  /** A filter outside of tables. */
  filter?: BookFilter;
  links?: BookLink[];
  comments?: BookComment[];
  print?: BookPage;
}

/** A sheet with nothing on it. */
export const emptySheet = (name: string): BookSheet => ({
  name,
  visibility: 'visible',
  showGridlines: true,
  columns: new Map(),
  rows: new Map(),
  cells: new Map(),
  merges: [],
  tables: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
});

/** Puts a cell at a 0-based place. */
export function setCell(sheet: BookSheet, row: number, column: number, cell: BookCell): void {
  const cells = sheet.cells.get(row);
  if (cells) cells.set(column, cell);
  else sheet.cells.set(row, new Map([[column, cell]]));
}

/** The cell at a 0-based place, if there is one. */
export const getCell = (sheet: BookSheet, row: number, column: number): BookCell | undefined =>
  sheet.cells.get(row)?.get(column);
