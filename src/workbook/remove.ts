import type { Changeset } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import { escapeText } from '../template/keyText';
import { keyColumnOf } from './encode';
import { positionOf, type LiveTable } from './layout';

type Removal = Changeset['removals'][number];

/** Rows to delete, after a look at their tables: a filtered table is refused, since Excel would leave hidden rows out. */
export interface RemovalPlan {
  readonly removals: readonly { readonly table: LiveTable; readonly id: string }[];
  readonly rowCounts: ReadonlyMap<LiveTable, number>;
}

/** Queues the look (decision 7); the returned function gives the plan after the sync. Throws `tableFiltered`, `recordNotFound`. */
export function planRemovals(
  context: Excel.RequestContext,
  tables: ReadonlyMap<string, LiveTable>,
  wanted: readonly Removal[],
): () => RemovalPlan {
  const removals = wanted.map(({ table, id }) => ({ table: tables.get(table)!, id }));
  const looks = [...new Set(removals.map(({ table }) => table))].map((table) => lookAt(context, table));
  const cells = removals.map(({ table, id }) => findKey(context, table, id, true).load('address'));
  return () => {
    const filtered = looks.find(({ filter }) => filter.isDataFiltered);
    if (filtered) throw new CrmError('tableFiltered', { table: filtered.table.name });
    const missing = cells.findIndex((cell) => cell.isNullObject);
    if (missing >= 0)
      throw new CrmError('recordNotFound', { table: removals[missing]!.table.name, id: removals[missing]!.id });
    return { removals, rowCounts: new Map(looks.map(({ table, body }) => [table, body.rowCount])) };
  };
}

function lookAt(context: Excel.RequestContext, table: LiveTable) {
  const found = context.workbook.tables.getItem(table.key);
  return { table, filter: found.autoFilter.load('isDataFiltered'), body: found.getDataBodyRange().load('rowCount') };
}

function findKey(context: Excel.RequestContext, table: LiveTable, id: string, orNull: boolean): Excel.Range {
  const position = positionOf(table, keyColumnOf(table.id).id);
  const column = context.workbook.tables.getItem(table.key).getDataBodyRange().getColumn(position);
  const criteria = { completeMatch: true, matchCase: false };
  return orNull ? column.findOrNullObject(escapeText(id), criteria) : column.find(escapeText(id), criteria);
}

/** Queues the deletions, each row found again; the last row of a table is cleared, because a table keeps one. */
export function writeRemovals(context: Excel.RequestContext, { removals, rowCounts }: RemovalPlan): void {
  const left = new Map(rowCounts);
  for (const { table, id } of removals) {
    const row = findKey(context, table, id, false)
      .getOffsetRange(0, -positionOf(table, keyColumnOf(table.id).id))
      .getResizedRange(0, table.captions.length - 1);
    const rows = left.get(table)!;
    left.set(table, rows - 1);
    if (rows > 1) row.delete('Up');
    else clearInputs(row, table);
  }
}

function clearInputs(row: Excel.Range, table: LiveTable): void {
  row.values = [table.formulas.map((formula) => (formula === null ? '' : null))];
}
