import type { Snapshot, Value } from '../../crm/snapshot';
import { toIso, toIsoDateTime } from '../../shared/dates';
import { isComputed, template } from '../../template/load';
import type { ColumnDef } from '../../template/types';

/** Values by table, id and column id. */
export type ComputedRows = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>;

/**
 * Every computed column of every record by table, id and column id: what the cells must show (labels, numbers
 * unrounded, dates ISO, blank = null). Records without an id stand under `#row`, later duplicates under `id#row`.
 */
export function computedRows(computed: Snapshot): ComputedRows {
  return Object.fromEntries(
    template.tables
      .filter((table) => table.columns.some(isComputed) && computed.tables[table.id]?.count)
      .map((table) => [table.id, rowsOf(computed, table.id, table.columns.filter(isComputed))]),
  );
}

function rowsOf(
  computed: Snapshot,
  tableId: string,
  columns: readonly ColumnDef[],
): Record<string, Record<string, Value>> {
  const rows = computed.tables[tableId]!;
  const result: Record<string, Record<string, Value>> = {};
  for (let row = 0; row < rows.count; row += 1) {
    const id = rows.columns.id?.[row];
    const plain = id === null || id === undefined ? `#${rows.sheetRows[row]}` : String(id);
    const key = plain in result ? `${plain}#${rows.sheetRows[row]}` : plain;
    result[key] = Object.fromEntries(
      columns.map((column) => [column.id, shown(column, rows.columns[column.id]?.[row] ?? null)]),
    );
  }
  return result;
}

function shown(column: ColumnDef, value: Value): Value {
  if (typeof value !== 'number') return value;
  if (column.type === 'date') return toIso(value);
  return column.type === 'datetime' ? toIsoDateTime(value) : value;
}
