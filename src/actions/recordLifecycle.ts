import type { NewRecord } from '../crm/changeset';
import { historyOf } from '../crm/lifecycleFlow';
import type { Snapshot } from '../crm/snapshot';
import { lifecycleEntries } from '../template/lifecycleEntries';
import { Computation } from '../template/compute';
import { columnOf } from '../template/environment';
import { lifecycleView } from '../template/views/lifecycle';

/**
 * Lines for the history of lifecycles: each customer whose stage differs from the last one written, as of today (C-33).
 * The same day and customer is the same line, so that two people who refresh write it once (decision 18). None when the
 * workbook lacks the table.
 */
export function lifecycleChanges(snapshot: Snapshot, clock: number): NewRecord[] {
  const table = snapshot.tables.lifecycleHistory;
  if (!table) return [];
  const computation = new Computation(snapshot, clock);
  const { today } = computation.environment;
  const history = historyOf(lifecycleEntries(table.columns), today);
  const written = new Set(columnOf(snapshot, 'lifecycleHistory', 'id'));
  const ids = columnOf(snapshot, 'customers', 'id');
  return lifecycleView(computation, computation.environment).flatMap((view, row): NewRecord[] => {
    const customer = ids[row];
    if (!view || typeof customer !== 'string') return [];
    const { lifecycle, isHeld, computed } = view;
    const id = `L-${today}-${customer}`;
    if (history.get(customer)?.at(-1)?.lifecycle === lifecycle || written.has(id)) return [];
    const values = { id, customer, at: today, lifecycle, rule: isHeld ? null : computed.rule };
    return [{ table: 'lifecycleHistory', id, values }];
  });
}
