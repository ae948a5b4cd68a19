import { CrmError } from '../shared/errors';
import type { Snapshot } from '../crm/snapshot';
import { bind, metaRow, refuseNewer, type FoundTable, type MetaRow, type WorkbookState } from '../template/bindings';
import type { Cell } from '../template/codec';
import { decodeWorkbook, type RawTable } from '../template/decode';
import { template } from '../template/load';
import { migratedMetaRow } from '../template/migrations';
import { isMetaTable } from '../template/recognise';
import { versionName } from '../template/definedNames';
import { parseRange } from './address';
import type { Book, BookCell, BookSheet, BookTable } from './book';

/**
 * The CRM tables of a file as a snapshot. Cached formula results are not looked at: only what people typed counts.
 * @throws CrmError `notCrm` when the file was never set up, `newerSchema` when a newer version wrote it
 */
export function readSnapshot(book: Book): Snapshot {
  const state = stateOf(book);
  if (state.schemaVersion === 0) throw new CrmError('notCrm');
  refuseNewer(state);
  const bound = bind(state);
  const raw = template.tables.flatMap((table): RawTable[] => {
    const there = bound.get(table.id);
    return there ? [rawTable(book, table.id, there.found.name, there.captions)] : [];
  });
  return decodeWorkbook(raw, book.date1904);
}

/** What the file has, as the plan and the bindings see it. */
export function stateOf(book: Book): WorkbookState {
  const version = book.names.find((name) => name.name === versionName);
  const tables = book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  const meta = tables.find(({ table }) => isMetaTable(foundColumns(table)));
  const schema = version ? Number(version.formula) || 0 : meta ? 1 : 0;
  return {
    language: null,
    schemaVersion: schema,
    sheets: book.sheets.map((sheet) => sheet.name),
    tables: tables.map(({ sheet, table }) => foundTable(sheet, table)),
    names: Object.fromEntries(book.names.map((name) => [name.name, `=${name.formula}`])),
    charts: book.sheets.flatMap((sheet) => sheet.charts.map((chart) => chart.name)),
    meta: meta ? metaRows(meta.sheet, meta.table, schema) : [],
  };
}

const foundColumns = ({ name, columns }: BookTable): Pick<FoundTable, 'name' | 'columns'> => ({
  name,
  columns: columns.map((column) => ({ caption: column.name, officeId: column.id })),
});

const foundTable = (sheet: BookSheet, table: BookTable): FoundTable => ({ ...foundColumns(table), sheet: sheet.name });

function findTable(book: Book, name: string): { sheet: BookSheet; table: BookTable } | null {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (table) return { sheet, table };
  }
  return null;
}

const metaRows = (sheet: BookSheet, table: BookTable, version: number): MetaRow[] =>
  body(sheet, table).rows.map((cells) => metaRow(migratedMetaRow(cells, version)));

function rawTable(book: Book, id: string, name: string, captions: ReadonlyMap<string, string>): RawTable {
  const { sheet, table } = findTable(book, name)!;
  const ids = new Map([...captions].map(([column, caption]) => [caption, column]));
  const { firstRow, rows } = body(sheet, table);
  return { table: id, firstRow, columnIds: table.columns.map((column) => ids.get(column.name) ?? null), rows };
}

/** Records of a table: no header, no totals row. */
function body(sheet: BookSheet, table: BookTable): { firstRow: number; rows: Cell[][] } {
  const range = parseRange(table.range)!;
  const top = range.fromRow + (table.showHeaders ? 1 : 0);
  const bottom = range.toRow - (table.showTotals ? 1 : 0);
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, row) => {
    const cells = sheet.cells.get(top + row);
    return table.columns.map((_, column) => plain(cells?.get(range.fromColumn + column)));
  });
  return { firstRow: top + 1, rows };
}

/** An error in a cell reads as its text, so that the decoder lists it. */
function plain(cell: BookCell | undefined): Cell {
  const value = cell?.value ?? null;
  return value !== null && typeof value === 'object' ? value.error : value;
}
