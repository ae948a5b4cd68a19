/**
 * A neutral, in-memory picture of an .xlsx file: what the file home writes and reads, and what the host loads and saves.
 * Rows and columns are 0-based here; formulas carry no leading `=` and are in the form a file stores
 * (`Customers[[#This Row],[Name]]`, `_xlfn.` prefixes added by the writer and removed by the reader).
 */
import type { BookSheet } from './sheet';

export type { BookCell, BookError, BookScalar, BookStyle } from './cell';
export type { BookChart, BookChartSeries } from './chart';
export type { BookConditionalFormat, BookElement, BookRuleExtra, BookValidation } from './rule';
export { emptySheet, getCell, setCell, type BookComment, type BookLink, type BookPage, type BookSheet } from './sheet';
export type { BookFilter, BookFilterColumn, BookTable, BookTableColumn } from './table';

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

/** A book of the given sheets, 1900 dates, nothing else. */
export const emptyBook = (...sheets: BookSheet[]): Book => ({
  date1904: false,
  sheets,
  names: [],
  properties: {},
  activeSheet: 0,
});
