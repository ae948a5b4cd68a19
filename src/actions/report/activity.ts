import type { ActivityRule } from '../../crm/activity';
import { winBack, type WinBack } from '../../crm/winBack';
import { columnOf } from '../../template/environment';
import { lifecycleView, type LifecycleView } from '../../template/views/lifecycle';
import { sourceOf } from '../../template/views/source';
import { iso, type Facts } from './facts';

export interface QuietCustomer {
  readonly customerId: string | null;
  readonly customer: string;
  readonly owner: string | null;
  /** Days without an order; `null` for one marked lost that never bought. */
  readonly days: number | null;
  /** Own median gap between orders; `null` = too few orders, fixed days count. */
  readonly gap: number | null;
  readonly orders: number;
  /** Why: the rule that decided, and the days from which it says so. */
  readonly rule: ActivityRule;
  readonly from: number;
}

export interface LostCustomer extends QuietCustomer {
  /** Register of prospective customers that he goes back to. */
  readonly leadRegister: string | null;
  readonly lostAt: string | null;
  readonly lostReason: string | null;
}

export interface ActivityReport {
  readonly active: number;
  /** The longest without an order first. */
  readonly dormant: readonly QuietCustomer[];
  readonly lost: readonly LostCustomer[];
  readonly neverBought: number;
  /** Lost customers without a reason: the cause cannot be learned from. */
  readonly lostWithoutReason: number;
  readonly winBack: WinBack;
}

/** Who still buys, who fell asleep, who is gone, and how many came back (C-30..C-32). */
export function activity({ computed, environment }: Facts): ActivityReport {
  const views = lifecycleView(sourceOf(computed), environment);
  const known = views.flatMap((view, row) => (view ? [{ ...view, row }] : []));
  const cell = (column: string, row: number) => columnOf(computed, 'customers', column)[row] ?? null;
  const quiet = (view: LifecycleView & { readonly row: number }): QuietCustomer => ({
    customerId: cell('id', view.row) as string | null,
    customer: String(cell('name', view.row) ?? ''),
    owner: cell('owner', view.row) as string | null,
    ...{ days: view.activity.days, gap: view.activity.gap, orders: view.orders, rule: view.activity.rule },
    from: view.activity.activity === 'lost' ? view.activity.lostFrom : view.activity.dormantFrom,
  });
  const inState = (state: string | null) => known.filter((view) => view.activity.activity === state);
  const lost = inState('lost').map((view) => ({
    ...quiet(view),
    leadRegister: view.computed.leadRegister,
    lostAt: iso(cell('lostAt', view.row)),
    lostReason: cell('lostReason', view.row) as string | null,
  }));
  return {
    active: inState('active').length,
    dormant: inState('dormant').map(quiet).sort(longestFirst),
    lost: lost.sort(longestFirst),
    neverBought: inState(null).length,
    lostWithoutReason: lost.filter(({ lostReason }) => lostReason === null).length,
    winBack: winBack(known.map((view) => view.winBack)),
  };
}

const longestFirst = (a: QuietCustomer, b: QuietCustomer) => (b.days ?? Infinity) - (a.days ?? Infinity) || 0;
