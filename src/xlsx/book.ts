/**
 * A neutral, in-memory picture of an .xlsx file: what the file home writes and reads, and what the host loads and saves.
 * Rows and columns are 0-based here; formulas carry no leading `=` and are in the form a file stores
 * (`Customers[[#This Row],[Name]]`, `_xlfn.` prefixes added by the writer and removed by the reader).
 */
export type BookScalar = string | number | boolean | null;

/** A cell error such as `#N/A`. */
export interface BookError {
  readonly error: string;
}

export interface BookCell {
  value: BookScalar | BookError;
  /** Without `=`; `value` then is the cached result. */
  formula?: string;
  /** `B2:D9` when the formula is an array formula or a dynamic array that fills this range. */
  arrayRange?: string;
  dynamicArray?: boolean;
  style?: BookStyle;
}

export interface BookStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly fontName?: string;
  readonly fill?: string;
  readonly horizontal?:
    'left' | 'center' | 'right' | 'general' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical?: 'top' | 'middle' | 'bottom' | 'justify' | 'distributed';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', { style: string; color?: string }>>>;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly strikethrough?: boolean;
  readonly script?: 'superscript' | 'subscript';
  readonly shrinkToFit?: boolean;
  /** Degrees, -90 to 90; 180 is stacked letters. */
  readonly rotation?: number;
}

export interface BookTableColumn {
  id: number;
  name: string;
  /** Without `=`: typed rows below get it too (`calculatedColumnFormula`). */
  formula?: string;
  totalsFunction?: string;
  totalsLabel?: string;
}

/** What one column of a filter asks for: `filters`, `customFilters`, `top10` or `dynamicFilter`, as the file says it. */
export interface BookFilterColumn {
  /** Counted from the first column of the filter. */
  readonly column: number;
  readonly criteria: BookElement;
}

export interface BookFilter {
  readonly range: string;
  readonly columns: readonly BookFilterColumn[];
}

export interface BookTable {
  id: number;
  name: string;
  /** Header row through last row (totals row included), e.g. `A1:F20`. */
  range: string;
  columns: BookTableColumn[];
  style?: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  /** Absent means false. */
  showBandedColumns?: boolean;
  highlightFirstColumn?: boolean;
  highlightLastColumn?: boolean;
  /** Criteria of its columns; the rows they hide are hidden rows of the sheet. */
  filters?: readonly BookFilterColumn[];
}

export interface BookValidation {
  ranges: string;
  type: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  operator?: string;
  formula1?: string;
  formula2?: string;
  allowBlank: boolean;
  errorStyle?: 'stop' | 'warning' | 'information';
  showError: boolean;
  errorTitle?: string;
  error?: string;
  /** A list without its arrow. */
  hideArrow?: boolean;
  showPrompt: boolean;
  promptTitle?: string;
  prompt?: string;
}

export interface BookConditionalFormat {
  ranges: string;
  /** `expression`, `cellIs`, `colorScale`, `dataBar`, `iconSet`, `top10`, `containsText` ... */
  type: string;
  priority: number;
  stopIfTrue?: boolean;
  operator?: string;
  formulas: string[];
  style?: BookStyle;
  /** What this model does not name, kept for a round trip: `rank`, `text` ...; `colorScale`, `dataBar`, `iconSet`. */
  extra?: BookRuleExtra;
}

export interface BookRuleExtra {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly BookElement[];
}

/** An element of a part that this model does not name: local names, attributes as written, own text. */
export interface BookElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly BookElement[];
  readonly text: string;
}

export interface BookChartSeries {
  name?: string;
  nameRef?: string;
  categoriesRef?: string;
  valuesRef: string;
  /** Cached, so that a reader without recalculation draws the same. */
  categories: BookScalar[];
  values: (number | null)[];
  color?: string;
}

export interface BookChart {
  name: string;
  kind: 'funnel' | 'columnClustered' | 'columnStacked' | 'barClustered' | 'barStacked' | 'line' | 'pie' | 'doughnut';
  title?: string;
  /** Anchor in cells, 0-based, end exclusive. */
  anchor: { fromRow: number; fromColumn: number; toRow: number; toColumn: number };
  series: BookChartSeries[];
  legend?: boolean;
  /** For a funnel: also the stacked bar (transparent spacer + value) written as mc:Fallback; refs of the spacer column. */
  spacer?: { ref: string; values: number[] };
}

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

export interface BookName {
  name: string;
  /** Without `=`. */
  formula: string;
  /** Name of the sheet a local name belongs to. */
  sheet?: string;
  hidden?: boolean;
  comment?: string;
}

/** docProps/core.xml and app.xml, as far as people fill them in. */
export interface BookDocument {
  title?: string;
  subject?: string;
  author?: string;
  keywords?: string;
  comments?: string;
  category?: string;
  lastAuthor?: string;
  manager?: string;
  company?: string;
  /** ISO date and time. */
  created?: string;
}

/** A custom XML part with the id by which add-ins find it. */
export interface BookXmlPart {
  /** `{GUID}` */
  id: string;
  xml: string;
}

/** Something in a file that this model has no place for: it is gone when the book is written. */
export interface NotKept {
  /** Path of the part. */
  readonly part: string;
  readonly reason: string;
}

export interface Book {
  date1904: boolean;
  sheets: BookSheet[];
  names: BookName[];
  /** docProps/custom.xml */
  properties: Record<string, string | number | boolean>;
  activeSheet: number;
  /** Opens the task pane with the document (off by default; the store type decides where Excel looks for the add-in). */
  openPane?: { storeType: string; store: string; addinId: string; version: string };
  /** The add-in's own settings (Office.js `settings`): values by name, anything JSON can hold. */
  settings?: Record<string, unknown>;
  document?: BookDocument;
  xmlParts?: BookXmlPart[];
  /** Formulas wait for F9. */
  manualCalculation?: boolean;
  /** Sheets cannot be added, renamed, moved or removed. */
  structureLocked?: boolean;
  /** What the file that was read has besides. */
  notKept?: NotKept[];
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

/** A book of the given sheets, 1900 dates, nothing else. */
export const emptyBook = (...sheets: BookSheet[]): Book => ({
  date1904: false,
  sheets,
  names: [],
  properties: {},
  activeSheet: 0,
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
