import type { RunOptions } from '../actions/home';
import type { Snapshot } from '../crm/snapshot';
import type { Cell, CodecContext } from '../template/codec';
import { decodeWorkbook, type RawTable } from '../template/decode';
import { template } from '../template/load';
import { defaultLabels, labelsFrom } from '../template/labels';
import { columnOf, languageOf } from '../template/environment';
import { isNeeded, type Needs } from '../template/needs';
import { readAll, type Readable } from './gateway';
import { runsOf, type Layout, type LiveTable } from './layout';

/**
 * Reads tables (all, or what is needed with settings and lists) of a located workbook: one sync for as much as fits into
 * a response, more only for more data. Computed columns stay where they are: rules compute them anew.
 */
export async function readTables(
  context: Excel.RequestContext,
  layout: Layout,
  needs?: Needs,
  options: RunOptions = {},
): Promise<Snapshot> {
  const all = [...layout.tables.values()].filter((table) => table.id !== 'meta');
  const strips = all.flatMap((table) => stripsOf(context, table, needs));
  const live = all.filter((table) => !needs || strips.some((strip) => strip.table === table));
  const values = await readAll(context, strips, options);
  return decodeWorkbook(
    live.flatMap((table) => rawTables(table, strips, values)),
    layout.date1904,
  );
}

/** Neighbouring columns that are needed, read as one range. */
interface Strip extends Readable {
  readonly table: LiveTable;
  readonly from: number;
}

function stripsOf(context: Excel.RequestContext, table: LiveTable, needs?: Needs): Strip[] {
  const isWanted = (position: number) => {
    const id = table.columnIds[position];
    return id !== null && id !== undefined && isNeeded(needs, table.id, id);
  };
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  return runsOf(table.columnIds.length, isWanted).map(({ from, count }) => ({
    table,
    from,
    rows: table.rows,
    columns: count,
    at: (row, rows) => sheet.getRangeByIndexes(table.top + row, table.left + from, rows, count),
  }));
}

/** The strips of a table as they were read: putting rows together would cost as much as decoding them. */
function rawTables(table: LiveTable, strips: readonly Strip[], values: readonly Cell[][][]): RawTable[] {
  const place = { table: table.id, firstRow: table.top + 1 };
  const own = strips.flatMap((strip, index): RawTable[] => {
    if (strip.table !== table) return [];
    const columnIds = table.columnIds.slice(strip.from, strip.from + strip.columns);
    return [{ ...place, columnIds, rows: values[index]! }];
  });
  return own.length ? own : [{ ...place, columnIds: [], rows: Array.from({ length: table.rows }, () => []) }];
}

/** What the codecs need to write into the workbook that a snapshot was read from. */
export function codecContext(snapshot: Snapshot, date1904: boolean): CodecContext {
  const defaults = defaultLabels(template, languageOf(snapshot));
  return {
    labels: labelsFrom(columnOf(snapshot, 'lists', 'key'), columnOf(snapshot, 'lists', 'label'), defaults),
    date1904,
  };
}
