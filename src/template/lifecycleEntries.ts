import type { LifecycleEntry } from '../crm/lifecycleFlow';
import type { Value } from '../crm/snapshot';

/** Lines of the lifecycle history that can be read, from the columns of its table. */
export function lifecycleEntries(columns: Readonly<Record<string, readonly Value[]>>): LifecycleEntry[] {
  const { customer = [], at = [], lifecycle = [] } = columns;
  return customer.flatMap((id, row): LifecycleEntry[] => {
    const [day, stage] = [at[row], lifecycle[row]];
    if (typeof id !== 'string' || typeof day !== 'number' || typeof stage !== 'string') return [];
    return [{ customer: id, at: day, lifecycle: stage }];
  });
}
