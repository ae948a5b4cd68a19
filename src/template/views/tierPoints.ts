import { meanScore, type MeanScore } from '../../crm/satisfaction';
import { pointsOf, type Points } from '../../crm/tierPoints';
import { customersByKey, liveCustomers } from './orders';
import { rfmView } from './rfm';
import { liveRows, oncePerSource, type ViewSource } from './source';

export interface CustomerPoints extends Points {
  /** Marks behind the criterion satisfaction; 0 = unknown, and the criterion is left out. */
  readonly satisfactionAnswers: number;
}

/** Points over the workbook's criteria by row of the customers table; `null` for archived ones (C-14). */
export const tierPointsView = oncePerSource((source, environment): readonly (CustomerPoints | null)[] => {
  const live = liveCustomers(source, environment);
  const scores = rfmView(source, environment);
  const satisfaction = satisfactionOf(source, customersByKey(source, environment), environment);
  const values = live.size ? source.column('customers', 'value') : [];
  return Array.from({ length: source.rows('customers') }, (_, row) => {
    if (!live.has(row)) return null;
    const bought = scores.orders[row]! > 0;
    const whenBought = (value: number) => (bought ? value : null);
    const satisfied = satisfaction.get(row) ?? null;
    const points = pointsOf(
      {
        value: typeof values[row] === 'number' ? values[row] : null,
        orders: scores.orders[row]!,
        recencyDays: whenBought(environment.today - scores.last[row]!),
        satisfaction: satisfied && satisfied.mean,
        rScore: whenBought(scores.r[row]!),
        fScore: whenBought(scores.f[row]!),
        mScore: whenBought(scores.m[row]!),
      },
      environment.customers.tierCriteria,
    );
    return { ...points, satisfactionAnswers: satisfied?.n ?? 0 };
  });
});

/** Where a customer says how satisfied he is, 1 to 5: table, column of the mark, date of the answer. */
const answers = [
  ['tickets', 'satisfaction', 'submittedAt'],
  ['followUps', 'satisfaction', 'heldAt'],
  ['surveys', 'score', 'at'],
] as const;

/** Marks within the value window by row of the customer: tickets, revisits and satisfaction surveys alike (C-14, C-56). */
export function satisfactionOf(
  source: ViewSource,
  customers: ReadonlyMap<unknown, number>,
  { today, valueWindowDays }: { readonly today: number; readonly valueWindowDays: number },
): ReadonlyMap<number, MeanScore | null> {
  const marks = new Map<number, (number | null)[]>();
  for (const [table, mark, date] of answers) {
    if (!source.rows(table)) continue;
    const [keys, scores, days] = ['customerKey', mark, date].map((id) => source.column(table, id));
    const isAnswer = table === 'surveys' ? isCsat(source) : () => true;
    for (const row of liveRows(source, table)) {
      const [who, day] = [customers.get(keys![row] ?? null), Number(days![row] ?? 0)];
      if (who === undefined || !isAnswer(row) || day >= today + 1 || day <= today - valueWindowDays) continue;
      const known = marks.get(who) ?? [];
      if (!known.length) marks.set(who, known);
      known.push((scores![row] ?? null) as number | null);
    }
  }
  return new Map([...marks].map(([who, scores]) => [who, meanScore(scores)]));
}

/** Answers about satisfaction; whether somebody recommends us is another scale. */
function isCsat(source: ViewSource): (row: number) => boolean {
  const kinds = source.column('surveys', 'kind');
  return (row) => kinds[row] === 'csat';
}
