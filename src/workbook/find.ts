import type { RunOptions } from '../actions/home';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { codecOf, type Cell, type CodecContext } from '../template/codec';
import { escapeText } from '../template/keyText';
import { keyColumnOf } from './encode';
import { once, readAll, valuesOf } from './gateway';
import { positionOf, type LiveTable } from './layout';

/** A record by table and key. */
export interface RecordKey {
  readonly table: LiveTable;
  readonly id: string;
}

/**
 * Where a record stands: `search` = Excel's own search finds it; `row` = the 0-based row of the body, for records that
 * were looked up in the whole id column (`hidden`: Excel's search would pass over it).
 */
export type Place =
  | { readonly kind: 'missing' }
  | { readonly kind: 'duplicate'; readonly sheetRows: readonly number[] }
  | { readonly kind: 'search' }
  | { readonly kind: 'row'; readonly row: number; readonly hidden: boolean };

/** More records than this are looked up in the id column as a whole; a search each would make a large request. */
export const mostSearches = 20;

/** The key as its cell shows it: ids as they are, codes as labels. */
export const keyText = (table: LiveTable, id: string, codecs: CodecContext): string =>
  String(codecOf(keyColumnOf(table.id), codecs).encode(id) ?? '');

/** The cells of the column that tells records apart. */
export const keyColumn = (context: Excel.RequestContext, table: LiveTable): Excel.Range =>
  once(context.workbook.tables.getItem(table.key).getDataBodyRange()).getColumn(
    positionOf(table, keyColumnOf(table.id).id),
  );

/** Ids are compared as a whole; Excel knows no case in look-ups. */
export const wholeCell = { completeMatch: true, matchCase: false } as const;

/** The cell of a record's key. In a batch: throws `ItemNotFound`, and so stops it, when the record is not there. */
export function keyCell(
  context: Excel.RequestContext,
  { table, id }: RecordKey,
  place: Place,
  codecs: CodecContext,
): Excel.Range {
  const column = keyColumn(context, table);
  const text = escapeText(keyText(table, id, codecs));
  if (place.kind !== 'row') return column.find(text, wholeCell);
  const cell = column.getCell(place.row, 0);
  // A search in two cells costs nothing and stops the batch when the row moved; in one cell it would search the sheet.
  return place.hidden ? cell : cell.getResizedRange(1, 0).find(text, wholeCell);
}

/** Queues a search for a key; Excel's search may pass over filtered rows. */
export const searchKey = (
  context: Excel.RequestContext,
  { table, id }: RecordKey,
  codecs: CodecContext,
  searchDirection: 'Forward' | 'Backwards' = 'Forward',
): Excel.Range =>
  once(
    once(keyColumn(context, table)).findOrNullObject(escapeText(keyText(table, id, codecs)), {
      ...wholeCell,
      searchDirection,
    }),
  ).load('rowIndex');

/**
 * Finds records as they stand now: one sync for a few, the id columns as a whole for many and for those that a search
 * does not see. Throws `layoutChanged`.
 */
export async function findRecords(
  context: Excel.RequestContext,
  records: readonly RecordKey[],
  codecs: CodecContext,
  options: RunOptions = {},
): Promise<ReadonlyMap<RecordKey, Place>> {
  const few = records.length <= mostSearches;
  const checkHeaders = loadHeaders(context, records);
  const searches = few ? records.map((record) => searchBothWays(context, record, codecs)) : [];
  await context.sync();
  checkHeaders();
  const places = new Map<RecordKey, Place>();
  searches.forEach((search, index) => {
    const place = search();
    if (place) places.set(records[index]!, place);
  });
  // Excel's search may pass over filtered rows, so a record counts as missing only when the column lacks it too.
  const missed = records.filter((record) => !places.has(record));
  for (const [record, place] of await lookUp(context, missed, codecs, options)) places.set(record, place);
  return places;
}

function loadHeaders(context: Excel.RequestContext, records: readonly RecordKey[]): () => void {
  const tables = [...new Set(records.map(({ table }) => table))];
  const headers = tables.map((table) => context.workbook.tables.getItem(table.key).getHeaderRowRange().load('values'));
  return () =>
    tables.forEach((table, index) => {
      const isSame = valuesOf(headers[index]!)[0]!.join('\n') === table.captions.join('\n');
      if (!isSame) throw new CrmError('layoutChanged', { table: table.name });
    });
}

/** The first and the last match are one cell unless the id was pasted twice. */
function searchBothWays(context: Excel.RequestContext, key: RecordKey, codecs: CodecContext): () => Place | null {
  const [first, last] = (['Forward', 'Backwards'] as const).map((direction) =>
    searchKey(context, key, codecs, direction),
  );
  return () => {
    if (first!.isNullObject) return null;
    if (first!.rowIndex === last!.rowIndex) return { kind: 'search' };
    return { kind: 'duplicate', sheetRows: [first!.rowIndex + 1, last!.rowIndex + 1] };
  };
}

async function lookUp(
  context: Excel.RequestContext,
  records: readonly RecordKey[],
  codecs: CodecContext,
  options: RunOptions,
): Promise<ReadonlyMap<RecordKey, Place>> {
  const tables = [...new Set(records.map(({ table }) => table))];
  const columns = await keyRows(context, tables, options);
  return new Map(
    records.map((record) => {
      const { rows, top, hidden } = columns.get(record.table)!;
      return [record, placeIn(rows.get(fold(keyText(record.table, record.id, codecs))) ?? [], top, hidden)];
    }),
  );
}

function placeIn(rows: readonly number[], top: number, hidden: boolean): Place {
  if (!rows.length) return { kind: 'missing' };
  if (rows.length > 1) return { kind: 'duplicate', sheetRows: rows.map((row) => top + row + 1) };
  return { kind: 'row', row: rows[0]!, hidden };
}

interface KeyRows {
  /** Rows of the body by folded key. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** 0-based sheet row of the body's first row. */
  readonly top: number;
  readonly hidden: boolean;
}

async function keyRows(
  context: Excel.RequestContext,
  tables: readonly LiveTable[],
  options: RunOptions,
): Promise<ReadonlyMap<LiveTable, KeyRows>> {
  if (!tables.length) return new Map();
  const bodies = tables.map((table) =>
    context.workbook.tables.getItem(table.key).getDataBodyRange().load('rowCount,rowIndex,rowHidden'),
  );
  await context.sync();
  const columns = tables.map((table, index) => ({
    rows: bodies[index]!.rowCount,
    columns: 1,
    at: (from: number, count: number) =>
      keyColumn(context, table)
        .getCell(from, 0)
        .getResizedRange(count - 1, 0),
  }));
  const values = await readAll(context, columns, options);
  return new Map(
    tables.map((table, index) => {
      const { rowIndex, rowHidden } = bodies[index]!;
      // `null` = some rows are hidden.
      return [table, { rows: rowsByKey(values[index]!), top: rowIndex, hidden: rowHidden !== false }];
    }),
  );
}

function rowsByKey(keys: readonly (readonly Cell[])[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  keys.forEach(([key], row) => {
    const folded = fold(String(key));
    const found = rows.get(folded);
    if (found) found.push(row);
    else rows.set(folded, [row]);
  });
  return rows;
}
