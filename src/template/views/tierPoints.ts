import { pointsOf, type Points } from '../../crm/tierPoints';
import { customersByKey, liveCustomers } from './orders';
import { rfmView } from './rfm';
import { liveRows, oncePerSource, type ViewSource } from './source';

/** Points over the workbook's criteria by row of the customers table; `null` for archived ones (C-14). */
export const tierPointsView = oncePerSource((source, environment): readonly (Points | null)[] => {
  const live = liveCustomers(source, environment);
  const scores = rfmView(source, environment);
  const satisfaction = satisfactionOf(source, customersByKey(source, environment), environment);
  const values = live.size ? source.column('customers', 'value') : [];
  return Array.from({ length: source.rows('customers') }, (_, row) => {
    if (!live.has(row)) return null;
    const bought = scores.orders[row]! > 0;
    const whenBought = (value: number) => (bought ? value : null);
    return pointsOf(
      {
        value: typeof values[row] === 'number' ? values[row] : null,
        orders: scores.orders[row]!,
        recencyDays: whenBought(environment.today - scores.last[row]!),
        satisfaction: satisfaction.get(row) ?? null,
        rScore: whenBought(scores.r[row]!),
        fScore: whenBought(scores.f[row]!),
        mScore: whenBought(scores.m[row]!),
      },
      environment.customers.tierCriteria,
    );
  });
});

/** Tables where a customer says how satisfied he is, 1 to 5, and the date of the answer. */
const answers = [
  ['tickets', 'submittedAt'],
  ['followUps', 'heldAt'],
] as const;

/** Mean satisfaction within the value window by row of the customer. */
function satisfactionOf(
  source: ViewSource,
  customers: ReadonlyMap<unknown, number>,
  { today, valueWindowDays }: { readonly today: number; readonly valueWindowDays: number },
): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [table, date] of answers) {
    if (!source.rows(table)) continue;
    const [keys, scores, days] = ['customerKey', 'satisfaction', date].map((id) => source.column(table, id));
    for (const row of liveRows(source, table)) {
      const [who, score, day] = [customers.get(keys![row] ?? null), Number(scores![row] ?? 0), Number(days![row] ?? 0)];
      if (who === undefined || !(score >= 1 && score <= 5) || day >= today + 1 || day <= today - valueWindowDays)
        continue;
      const known = sums.get(who) ?? { sum: 0, count: 0 };
      sums.set(who, { sum: known.sum + score, count: known.count + 1 });
    }
  }
  return new Map([...sums].map(([who, { sum, count }]) => [who, sum / count]));
}
