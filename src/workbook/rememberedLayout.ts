import { template, schemaVersion } from '../template/load';
import { isNeeded, type Needs } from '../template/needs';
import { knownMeta } from '../template/recognise';
import type { MetaRow } from '../template/bindings';
import { identityOf } from '../template/workbookId';
import { readGroups, responseBytes } from './chunks';
import type { Layout, LiveTable } from './layout';

/** A table as it stood: what tells whether it still does, and which of its columns are which. */
export interface RememberedTable extends Pick<LiveTable, 'id' | 'name' | 'captions' | 'columnIds' | 'rows'> {
  /** Position and Excel's id of the columns that somebody renamed: nothing but that id tells what they are. */
  readonly renamed: readonly (readonly [number, number])[];
}

/**
 * What is remembered of a workbook's layout from one opening to the next: enough to ask for its data at once, and to tell
 * from the answer whether the layout is still that one. No cell of a record is in it.
 */
export interface RememberedLayout {
  /** Structure that this was written for; another one is never taken. */
  readonly version: number;
  readonly identity: string;
  readonly metaSheet: string;
  /** The rows of the meta table, as {@link metaText} has them. */
  readonly meta: string;
  readonly tables: readonly RememberedTable[];
}

/** The meta rows as one text, to be compared. */
export const metaText = (meta: readonly MetaRow[]): string => JSON.stringify(meta.map((row) => Object.values(row)));

/**
 * What to remember of a layout; `null` for one that cannot be told again from a few cells: of another version, or with
 * tables that are only known because nothing else in the workbook looks like them.
 */
export function rememberedOf({ state, tables }: Layout): RememberedLayout | null {
  const identity = identityOf(state.names);
  const metaTable = tables.get('meta');
  if (state.schemaVersion !== schemaVersion || identity === null || !metaTable) return null;
  if (knownMeta(state, template) !== state.meta) return null;
  return {
    ...{ version: schemaVersion, identity, metaSheet: metaTable.sheet, meta: metaText(state.meta) },
    tables: [...tables.values()].map((table) => rememberedTable(table, state)),
  };
}

function rememberedTable({ id, name, captions, columnIds, rows }: LiveTable, state: Layout['state']): RememberedTable {
  const found = state.tables.find((table) => table.name === name)!;
  const names = new Map(state.meta.filter(({ table }) => table === id).map((row) => [row.column, row.name]));
  const renamed = columnIds.flatMap((column, position): [number, number][] => {
    const isKnownByName = column === null || names.get(column)?.toLowerCase() === captions[position]!.toLowerCase();
    return isKnownByName ? [] : [[position, found.columns[position]!.officeId]];
  });
  return { id, name, captions, columnIds, rows, renamed };
}

/** Whether a column of a remembered table has to be read. */
export const isWanted = ({ id, columnIds }: RememberedTable, position: number, needs: Needs | undefined): boolean => {
  const column = columnIds[position] ?? null;
  return id !== 'meta' && column !== null && isNeeded(needs, id, column);
};

/**
 * The tables to read for some needs; `null` when that is no matter of one request: a table is missing (by now there may be
 * one), or there is so much that the answer might be too large.
 */
export function tablesFor({ tables }: RememberedLayout, needs: Needs | undefined): readonly RememberedTable[] | null {
  const wanted = template.tables.filter(
    ({ id, columns }) => id !== 'meta' && columns.some((column) => isNeeded(needs, id, column.id)),
  );
  const found = wanted.flatMap(({ id }) => tables.find((table) => table.id === id) ?? []);
  const extents = found.map((table) => ({
    rows: table.rows,
    columns: table.columnIds.filter((_, position) => isWanted(table, position, needs)).length,
  }));
  const isSmall = readGroups(extents, responseBytes / roomToGrow).length <= 1;
  return found.length === wanted.length && isSmall ? found : null;
}

/** Tables may have become longer since. */
const roomToGrow = 2;
