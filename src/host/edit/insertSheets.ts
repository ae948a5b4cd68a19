import { HostError, requireArgument } from '../errors';
import { workbookFromBook } from '../file/fromBook';
import { readBook } from '../../xlsx/read';
import { renameSheetIn } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { assertStructure } from './protect';
import { copyContents } from './sheets';

function bytesOf(base64: string): Uint8Array {
  requireArgument(/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64));
  return Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
}

/** The workbook in a base64 text, as `insertWorksheetsFromBase64` and `createWorkbook` get it. @throws InvalidArgument */
export function workbookFromBase64(base64: string): Workbook {
  const bytes = bytesOf(base64);
  try {
    return workbookFromBook(readBook(bytes));
  } catch (error) {
    throw new HostError('InvalidArgument', error instanceof Error ? error.message : undefined);
  }
}

function freeName(base: string, isTaken: (name: string) => boolean, numbered: (number: number) => string): string {
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) if (!isTaken(numbered(number))) return numbered(number);
}

function insertTable(workbook: Workbook, source: Table, sheet: Sheet): void {
  const isTaken = (name: string) => workbook.findTable(name) !== undefined;
  const name = freeName(source.name, isTaken, (number) => `${source.name}${number}`);
  const table = workbook.createTable(name, sheet, source.area);
  const { showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton } = source;
  Object.assign(table, { showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton });
  table.columns = source.columns.map((column) => ({ ...column }));
}

function insertSheet(workbook: Workbook, from: Workbook, source: Sheet): Sheet {
  const isTaken = (name: string) => workbook.findSheet(name) !== undefined;
  const sheet = workbook.createSheet(freeName(source.name, isTaken, (number) => `${source.name} (${number})`));
  copyContents(source, sheet);
  sheet.visibility = source.visibility;
  for (const table of from.tablesOn(source)) insertTable(workbook, table, sheet);
  return sheet;
}

/** References among the inserted sheets follow those that had to take another name. */
function followRenames(pairs: readonly (readonly [Sheet, Sheet])[]): void {
  for (const [source, target] of pairs.filter(([before, after]) => before.name !== after.name)) {
    for (const [, sheet] of pairs) {
      sheet.grid.forEach((row, column, { formula, value }) => {
        if (formula) sheet.grid.setContent(row, column, value, renameSheetIn(formula, source.name, target.name));
      });
    }
  }
}

/**
 * Inserts sheets of another workbook at `index`, in their order; taken names get a number.
 * @param names of the sheets to insert; null means all
 * @throws ItemNotFound for a name the file does not have
 */
export function insertSheets(workbook: Workbook, from: Workbook, names: string[] | null, index: number): Sheet[] {
  assertStructure(workbook);
  const sources = names ? names.map((name) => from.sheet(name)) : from.sheets;
  const pairs = sources.map((source) => [source, insertSheet(workbook, from, source)] as const);
  followRenames(pairs);
  const inserted = pairs.map(([, sheet]) => sheet);
  const others = workbook.sheets.filter((sheet) => !inserted.includes(sheet));
  workbook.sheets = [...others.slice(0, index), ...inserted, ...others.slice(index)];
  for (const sheet of inserted) workbook.emit({ kind: 'sheetAdded', sheet });
  return inserted;
}
