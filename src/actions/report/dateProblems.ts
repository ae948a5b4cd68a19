import { dateOrders, impossibleDates, pastDates } from '../../crm/impossibleDates';
import type { Problem } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Records with a date that cannot be: they count as written and are listed (C-04). */
export function dateProblems({ computed, environment: { today } }: Facts): Problem[] {
  const source = sourceOf(computed);
  const tables = [...new Set([...Object.keys(dateOrders), ...Object.keys(pastDates)])];
  return tables.flatMap((table) => {
    const rows = computed.tables[table];
    if (!rows) return [];
    const column = (id: string) => source.column(table, id);
    return impossibleDates(table, liveRows(source, table), column, today).map(
      ({ row, column: id, value }): Problem => ({
        table,
        row: rows.sheetRows[row]!,
        id: (rows.columns.id?.[row] as string | null | undefined) ?? null,
        column: id,
        code: 'impossibleDate',
        value: toIso(value),
      }),
    );
  });
}
