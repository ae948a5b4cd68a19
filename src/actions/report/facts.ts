import type { Snapshot, Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import type { Environment } from '../../template/twins';

/** What every section of a report is made from: all columns computed, and the workbook's rules and labels. */
export interface Facts {
  readonly computed: Snapshot;
  readonly environment: Environment;
}

/** Records of a table that are not archived, by the columns asked for. */
export function live<K extends string>(snapshot: Snapshot, table: string, columns: readonly K[]): Record<K, Value>[] {
  const rows = snapshot.tables[table];
  const archived = rows?.columns.archived ?? [];
  return Array.from({ length: rows?.count ?? 0 }, (_, row) => row)
    .filter((row) => archived[row] !== true)
    .map((row) => Object.fromEntries(columns.map((id) => [id, rows!.columns[id]?.[row] ?? null])) as Record<K, Value>);
}

export function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

export const iso = (value: Value): string | null => (typeof value === 'number' ? toIso(value) : null);
