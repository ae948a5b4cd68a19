import { CrmError } from '../shared/errors';
import type { Snapshot } from '../crm/snapshot';
import { bind, type FoundTable, type MetaRow, type WorkbookState } from '../template/bindings';
import type { Cell } from '../template/codec';
import { decodeWorkbook, type RawTable } from '../template/decode';
import { schemaVersion, tableDef, template } from '../template/load';
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
  if (state.schemaVersion > schemaVersion)
    throw new CrmError('newerSchema', { found: state.schemaVersion, known: schemaVersion });
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
  const meta = metaRows(book);
  return {
    language: null,
    schemaVersion: version ? Number(version.formula) || 0 : meta.length ? 1 : 0,
    sheets: book.sheets.map((sheet) => sheet.name),
    tables: book.sheets.flatMap((sheet) => sheet.tables.map((table) => foundTable(sheet, table))),
    names: Object.fromEntries(book.names.map((name) => [name.name, `=${name.formula}`])),
    charts: book.sheets.flatMap((sheet) => sheet.charts.map((chart) => chart.name)),
    meta,
  };
}

const foundTable = (sheet: BookSheet, table: BookTable): FoundTable => ({
  name: table.name,
  sheet: sheet.name,
  columns: table.columns.map((column) => ({ caption: column.name, officeId: column.id })),
});

function findTable(book: Book, name: string): { sheet: BookSheet; table: BookTable } | null {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (table) return { sheet, table };
  }
  return null;
}

function metaRows(book: Book): MetaRow[] {
  const found = findTable(book, tableDef('meta').tableName);
  if (!found) return [];
  return body(found.sheet, found.table).rows.map(([kind, table, column, name, officeId]) => ({
    kind: kind as MetaRow['kind'],
    table: String(table ?? ''),
    column: String(column ?? ''),
    name: String(name ?? ''),
    officeId: Number(officeId ?? 0),
  }));
}

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
