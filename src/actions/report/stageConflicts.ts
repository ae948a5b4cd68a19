import type { Problem } from '../../crm/snapshot';
import type { Facts } from './facts';

/** A deal marked won before the commitment stage, or open after it, counts as marked and is listed (decision 14). */
export function stageConflicts({ computed }: Facts): Problem[] {
  const rows = computed.tables.opportunities;
  if (!rows) return [];
  const committed = (computed.tables.stages?.columns.stage ?? []).indexOf('committed') + 1;
  const { stageNo = [], outcome = [], id = [] } = rows.columns;
  return Array.from({ length: rows.count }, (_, row) => row)
    .filter((row) => {
      const at = stageNo[row];
      if (typeof at !== 'number') return false;
      return outcome[row] === 'won' ? at < committed : outcome[row] === 'open' && at >= committed;
    })
    .map((row) => ({
      table: 'opportunities',
      row: rows.sheetRows[row]!,
      id: (id[row] as string | null) ?? null,
      column: 'outcome',
      code: 'stageOutcomeConflict' as const,
      value: String(outcome[row]),
    }));
}
