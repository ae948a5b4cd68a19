import { lifecycleFlow, stageDurations, type LifecycleMove } from '../../crm/lifecycleFlow';
import { lifecycles, type LifecycleRule } from '../../crm/lifecycle';
import { toIso } from '../../shared/dates';
import { columnOf } from '../../template/environment';
import { lifecycleEntries } from '../../template/lifecycleEntries';
import { lifecycleView } from '../../template/views/lifecycle';
import { sourceOf } from '../../template/views/source';
import { countBy, type Facts } from './facts';

export interface LifecycleReport {
  /** Customers by the stage that counts: held by a person, else computed. */
  readonly stages: Readonly<Record<string, number>>;
  /** Customers by the rule that decided the computed stage. */
  readonly rules: Readonly<Partial<Record<LifecycleRule, number>>>;
  /** Customers whose stage a person holds, and of these the ones where the evidence says something else. */
  readonly held: number;
  readonly heldAgainstEvidence: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly held: string;
    readonly computed: string;
    readonly rule: LifecycleRule;
  }[];
  /** Stays in each stage, from the dated history. */
  readonly durations: readonly {
    readonly lifecycle: string;
    readonly ended: number;
    readonly medianDays: number | null;
    readonly current: number;
  }[];
  /** Who went from where to where in the last 90 days; who stayed is counted too. */
  readonly flow: { readonly from: string; readonly to: string; readonly moves: readonly LifecycleMove[] };
}

const flowDays = 90;

/** Where customers stand in their life with us, and how they move (C-24..C-33). */
export function lifecycle({ computed, environment }: Facts): LifecycleReport {
  const { today } = environment;
  const views = lifecycleView(sourceOf(computed), environment);
  const known = views.flatMap((view, row) => (view ? [{ ...view, row }] : []));
  const [ids, names] = [columnOf(computed, 'customers', 'id'), columnOf(computed, 'customers', 'name')];
  const history = lifecycleEntries(computed.tables.lifecycleHistory?.columns ?? {});
  const stages = countBy(known.map((view) => view.lifecycle));
  return {
    stages: { ...Object.fromEntries(lifecycles.map((stage) => [stage, 0])), ...stages },
    rules: countBy(known.map((view) => view.computed.rule)),
    held: known.filter(({ isHeld }) => isHeld).length,
    heldAgainstEvidence: known
      .filter((view) => view.isHeld && view.lifecycle !== view.computed.lifecycle)
      .map((view) => ({
        customerId: ids[view.row] as string | null,
        customer: String(names[view.row] ?? ''),
        held: view.lifecycle,
        computed: view.computed.lifecycle,
        rule: view.computed.rule,
      })),
    durations: stageDurations(history, lifecycles, today),
    flow: {
      ...{ from: toIso(today - flowDays), to: toIso(today) },
      moves: lifecycleFlow(history, today - flowDays, today),
    },
  };
}
