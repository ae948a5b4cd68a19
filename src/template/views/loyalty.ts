import { loyaltyOf } from '../../crm/loyalty';
import { ReferenceIndex } from '../../crm/reference';
import type { MeanScore } from '../../crm/satisfaction';
import type { Points } from '../../crm/tierPoints';
import { lifecycleView } from './lifecycle';
import { customersByKey, liveCustomers } from './orders';
import { liveRows, oncePerSource, type ViewSource } from './source';
import { satisfactionOf } from './tierPoints';

export interface CustomerLoyalty extends Points {
  readonly purchases: number;
  /** Customers who came on their recommendation. */
  readonly referrals: number;
  /** Answers to "would you recommend us" within the value window, and their mean, 0 to 10. */
  readonly recommendation: MeanScore | null;
  /** Marks of 1 to 5 within the value window. */
  readonly satisfaction: MeanScore | null;
}

/** Rows of the customers that recommended each customer, `null` for none or unknown; archived ones are no referrals. */
export const referrers = oncePerSource((source, environment): readonly (number | null)[] => {
  const live = liveCustomers(source, environment);
  if (!live.size) return [];
  const [ids, names, cells] = ['id', 'name', 'referredBy'].map((id) => source.column('customers', id));
  const index = new ReferenceIndex(ids!, names!);
  return Array.from({ length: source.rows('customers') }, (_, row) => {
    const found = live.has(row) ? index.find(cells![row] ?? null) : 'none';
    return typeof found === 'number' && found !== row ? found : null;
  });
});

/** Loyalty by row of the customers table; `null` for archived ones (C-57). */
export const loyaltyView = oncePerSource((source, environment): readonly (CustomerLoyalty | null)[] => {
  const counts = new Map<number, number>();
  for (const who of referrers(source, environment)) if (who !== null) counts.set(who, (counts.get(who) ?? 0) + 1);
  const customers = customersByKey(source, environment);
  const [satisfied, recommending] = [
    satisfactionOf(source, customers, environment),
    recommendationOf(source, customers, environment),
  ];
  const { loyalOrders } = environment.customers.lifecycle;
  return lifecycleView(source, environment).map((view, row) => {
    if (!view) return null;
    const referrals = counts.get(row) ?? 0;
    const recommendation = recommending.get(row) ?? null;
    const { activity } = view.activity;
    const evidence = { purchases: view.orders, activity, referrals: counts.size ? referrals : null };
    const points = loyaltyOf({ ...evidence, recommendation: recommendation && recommendation.mean }, loyalOrders);
    const satisfaction = satisfied.get(row) ?? null;
    return { ...points, purchases: view.orders, referrals, recommendation, satisfaction };
  });
});

/** Answers to "would you recommend us" within the value window by row of the customer. */
function recommendationOf(
  source: ViewSource,
  customers: ReadonlyMap<unknown, number>,
  { today, valueWindowDays }: { readonly today: number; readonly valueWindowDays: number },
): ReadonlyMap<number, MeanScore> {
  const sums = new Map<number, { n: number; sum: number }>();
  if (!source.rows('surveys')) return new Map();
  const [keys, kinds, scores, days] = ['customerKey', 'kind', 'score', 'at'].map((id) => source.column('surveys', id));
  for (const row of liveRows(source, 'surveys')) {
    const [who, score, day] = [customers.get(keys![row] ?? null), scores![row], Number(days![row] ?? 0)];
    const isAnswer = kinds![row] === 'nps' && Number.isInteger(score) && Number(score) >= 0 && Number(score) <= 10;
    if (who === undefined || !isAnswer || day >= today + 1 || day <= today - valueWindowDays) continue;
    const known = sums.get(who) ?? { n: 0, sum: 0 };
    sums.set(who, { n: known.n + 1, sum: known.sum + Number(score) });
  }
  return new Map([...sums].map(([who, { n, sum }]) => [who, { n, mean: sum / n }]));
}
