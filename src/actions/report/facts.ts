import type { Snapshot, Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { environmentOf } from '../../template/environment';
import { computeLazily } from '../../template/lazy';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Environment } from '../../template/twins';

/** What every section of a report is made from: all columns computed, and the workbook's rules and labels. */
export interface Facts {
  readonly computed: Snapshot;
  readonly environment: Environment;
}

/** What sections read; columns are computed when a section asks for them. `clock` is today's serial. */
export const factsOf = (snapshot: Snapshot, clock: number): Facts => ({
  computed: computeLazily(snapshot, clock),
  environment: environmentOf(snapshot, clock),
});

/** Records of a table that are not archived, by the columns asked for. */
export function live<K extends string>(snapshot: Snapshot, table: string, columns: readonly K[]): Record<K, Value>[] {
  const rows = snapshot.tables[table];
  if (!rows) return [];
  const values = columns.map((id) => rows.columns[id]);
  return liveRows(sourceOf(snapshot), table).map((row) => {
    const record = {} as Record<K, Value>;
    columns.forEach((id, at) => (record[id] = values[at]?.[row] ?? null));
    return record;
  });
}

export function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

export const iso = (value: Value): string | null => (typeof value === 'number' ? toIso(value) : null);
