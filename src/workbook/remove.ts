import type { Changeset } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import { escapeText } from '../template/keyText';
import { keyColumnOf } from './encode';
import { keyColumn, wholeCell } from './find';
import { positionOf, type LiveTable } from './layout';

type Removal = Changeset['removals'][number];

/** A record to delete, at the 0-based sheet row where it was found. */
export interface RowRemoval extends Removal {
  readonly live: LiveTable;
  readonly row: number;
}

/** Rows to delete, and how many rows the tables have. */
export interface RemovalPlan {
  readonly removals: readonly RowRemoval[];
  readonly rowCounts: Map<LiveTable, number>;
}

/**
 * Queues the look (decision 7); the returned function gives the plan after the sync. A filtered table is refused, since
 * Excel would leave hidden rows out. Throws `tableFiltered`, `protected`, `recordNotFound`; with `resume`, what is gone is
 * done.
 */
export function planRemovals(
  context: Excel.RequestContext,
  tables: ReadonlyMap<string, LiveTable>,
  wanted: readonly Removal[],
  resume = false,
): () => RemovalPlan {
  const removals = wanted.map((removal) => ({ ...removal, live: liveTable(tables, removal.table) }));
  const looks = [...new Set(removals.map(({ live }) => live))].map((table) => lookAt(context, table));
  const cells = removals.map(({ live, id }) =>
    keyColumn(context, live).findOrNullObject(escapeText(id), wholeCell).load('rowIndex'),
  );
  return () => {
    looks.forEach(assertRemovable);
    const missing = removals.find((_, index) => cells[index]!.isNullObject);
    if (missing && !resume) throw new CrmError('recordNotFound', { table: missing.live.name, id: missing.id });
    const found = removals.flatMap((removal, index) =>
      cells[index]!.isNullObject ? [] : [{ ...removal, row: cells[index]!.rowIndex }],
    );
    return {
      removals: found,
      rowCounts: new Map(looks.map(({ table, body }) => [table, body.rowCount])),
    };
  };
}

function liveTable(tables: ReadonlyMap<string, LiveTable>, id: string): LiveTable {
  const table = tables.get(id);
  if (!table) throw new CrmError('unknownTable', { table: id });
  return table;
}

function lookAt(context: Excel.RequestContext, table: LiveTable) {
  const found = context.workbook.tables.getItem(table.key);
  return {
    table,
    filter: found.autoFilter.load('isDataFiltered'),
    body: found.getDataBodyRange().load('rowCount,worksheet/protection/protected'),
  };
}

function assertRemovable({ table, filter, body }: ReturnType<typeof lookAt>): void {
  if (filter.isDataFiltered) throw new CrmError('tableFiltered', { table: table.name });
  if (body.worksheet.protection.protected)
    throw new CrmError('protected', { platformCode: 'sheetProtected', at: table.name, detail: '' });
}

const findKey = (context: Excel.RequestContext, { live, id }: RowRemoval): Excel.Range =>
  keyColumn(context, live).find(escapeText(id), wholeCell);

/** Above this many, a search more for each would cost more than a batch that stops half way. */
const mostGuards = 20;

/**
 * Queues a search for every record, so that one that vanished stops the batch before the first deletion; the returned
 * function queues the deletions from the bottom up, each row found again. Excel's own undo does not take back rows that
 * an add-in deleted. The last row of a table is cleared instead: a table keeps one.
 */
export function writeRemovals(
  context: Excel.RequestContext,
  removals: readonly RowRemoval[],
  rowCounts: RemovalPlan['rowCounts'],
): () => void {
  if (removals.length <= mostGuards) for (const removal of removals) findKey(context, removal).untrack();
  return () => {
    const bottomUp = [...removals].sort((one, other) => other.row - one.row);
    for (const removal of bottomUp) removeRow(findKey(context, removal), removal.live, rowCounts);
  };
}

function removeRow(key: Excel.Range, table: LiveTable, rowCounts: RemovalPlan['rowCounts']): void {
  const row = key
    .getOffsetRange(0, -positionOf(table, keyColumnOf(table.id).id))
    .getResizedRange(0, table.captions.length - 1);
  const rows = rowCounts.get(table)!;
  rowCounts.set(table, rows - 1);
  if (rows > 1) row.delete('Up');
  else clearInputs(row, table);
}

function clearInputs(row: Excel.Range, table: LiveTable): void {
  row.values = [table.formulas.map((formula) => (formula === null ? '' : null))];
}
