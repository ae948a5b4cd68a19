import { activityOf, type ActivityResult } from '../../crm/activity';
import { effectiveLifecycle, lifecycleOf, type LifecycleResult } from '../../crm/lifecycle';
import { winBackOf } from '../../crm/winBack';
import { customersByKey, liveCustomers, purchaseDays } from './orders';
import { liveRows, oncePerSource, type ViewSource } from './source';

export interface LifecycleView {
  readonly activity: ActivityResult;
  /** The stage by evidence. */
  readonly computed: LifecycleResult;
  /** What counts: the stage a person holds, else the computed one. */
  readonly lifecycle: string;
  readonly isHeld: boolean;
  readonly orders: number;
  /** Open deals at or after the stage of the criterion. */
  readonly deals: number;
  readonly winBack: { readonly lost: number; readonly wonBack: number };
}

/** Activity and lifecycle by row of the customers table; `null` for archived ones (C-24..C-33). */
export const lifecycleView = oncePerSource((source, environment): readonly (LifecycleView | null)[] => {
  const { activity: policy, lifecycle: stages } = environment.customers;
  const live = liveCustomers(source, environment);
  const days = purchaseDays(source, environment);
  const stageNo = environment.stages.findIndex(({ stage }) => stage === stages.prospectiveStage) + 1;
  const deals = dealsFrom(source, customersByKey(source, environment), stageNo || Infinity);
  const cells = (column: string) => (days.length ? source.column('customers', column) : []);
  const [lostAt, intent, held] = [cells('lostAt'), cells('hasIntent'), cells('lifecycle')];
  return days.map((list, row) => {
    if (!live.has(row)) return null;
    const marked = typeof lostAt[row] === 'number' ? Math.floor(lostAt[row]) : null;
    const activity = activityOf(list, marked, environment.today, policy);
    const evidence = { orders: list.length, hasIntent: intent[row] === true, deals: deals.get(row) ?? 0 };
    const computed = lifecycleOf({ ...evidence, activity: activity.activity }, stages);
    const hold = typeof held[row] === 'string' ? held[row] : null;
    return {
      ...{ activity, computed, orders: evidence.orders, deals: evidence.deals, isHeld: hold !== null },
      lifecycle: effectiveLifecycle(hold, computed.lifecycle),
      winBack: winBackOf(list, marked, environment.today, policy),
    };
  });
});

/** Open deals at or after a stage by row of their customer. */
function dealsFrom(source: ViewSource, customers: ReadonlyMap<unknown, number>, stageNo: number): Map<number, number> {
  const counts = new Map<number, number>();
  if (!source.rows('opportunities')) return counts;
  const [keys, open, stages] = ['customerKey', 'isOpen', 'stageNo'].map((id) => source.column('opportunities', id));
  for (const row of liveRows(source, 'opportunities')) {
    const who = customers.get(keys![row] ?? null);
    if (who === undefined || open![row] !== 1 || !(Number(stages![row] ?? 0) >= stageNo)) continue;
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return counts;
}
