import type { RunOptions } from '../actions/home';
import type { Snapshot } from '../crm/snapshot';
import type { Cell, CodecContext } from '../template/codec';
import { decodeWorkbook, type RawTable } from '../template/decode';
import { columnDef, isComputed, tableDef, template } from '../template/load';
import { defaultLabels, labelsFrom } from '../template/labels';
import { columnOf, languageOf } from '../template/environment';
import { readAll, type Readable } from './gateway';
import { runsOf, type Layout, type LiveTable } from './layout';

/** Small tables without which no other can be decoded: labels and settings. */
const always: readonly string[] = ['settings', 'lists'];

/**
 * Reads tables (all, or the named ones with settings and lists) of a located workbook: one sync for as much as fits into
 * a response, more only for more data. Computed columns stay where they are: rules compute them anew.
 */
export async function readTables(
  context: Excel.RequestContext,
  layout: Layout,
  tables?: readonly string[],
  options: RunOptions = {},
): Promise<Snapshot> {
  const wanted = tables ? new Set([...always, ...tables]) : null;
  const live = [...layout.tables.values()].filter((table) => table.id !== 'meta' && (!wanted || wanted.has(table.id)));
  const strips = live.flatMap((table) => stripsOf(context, table));
  const values = await readAll(context, strips, options);
  return decodeWorkbook(
    live.map((table) => rawTable(table, strips, values)),
    layout.date1904,
  );
}

/** Neighbouring columns that people type into, read as one range. */
interface Strip extends Readable {
  readonly table: LiveTable;
  readonly from: number;
}

function stripsOf(context: Excel.RequestContext, table: LiveTable): Strip[] {
  const def = tableDef(table.id);
  const isInput = (position: number) => {
    const id = table.columnIds[position];
    return id !== null && id !== undefined && !isComputed(columnDef(def, id));
  };
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  return runsOf(table.columnIds.length, isInput).map(({ from, count }) => ({
    table,
    from,
    rows: table.rows,
    columns: count,
    at: (row, rows) => sheet.getRangeByIndexes(table.top + row, table.left + from, rows, count),
  }));
}

function rawTable(table: LiveTable, strips: readonly Strip[], values: readonly Cell[][][]): RawTable {
  const own = strips
    .map((strip, index) => ({ strip, cells: values[index]! }))
    .filter(({ strip }) => strip.table === table);
  return {
    table: table.id,
    firstRow: table.top + 1,
    columnIds: own.flatMap(({ strip }) => table.columnIds.slice(strip.from, strip.from + strip.columns)),
    rows: Array.from({ length: table.rows }, (_, row) => own.flatMap(({ cells }) => cells[row]!)),
  };
}

/** What the codecs need to write into the workbook that a snapshot was read from. */
export function codecContext(snapshot: Snapshot, date1904: boolean): CodecContext {
  const defaults = defaultLabels(template, languageOf(snapshot));
  return {
    labels: labelsFrom(columnOf(snapshot, 'lists', 'key'), columnOf(snapshot, 'lists', 'label'), defaults),
    date1904,
  };
}
