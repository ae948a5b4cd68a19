import { liveRows } from '../source';
import { numberIn, worthOf, type Waits } from './candidate';

/** Revisits due today or earlier (C-36). */
export const revisitsWaiting: Waits = (source, { today, rules }) => {
  const column = (id: string) => source.column('customers', id);
  const [dueAt, agreed, ruleNo, value, owner] = ['nextDue', 'agreedNext', 'cadenceRuleNo', 'value', 'owner'].map(
    column,
  );
  const [base, lastRevisit] = ['revisitBase', 'lastRevisit'].map(column);
  return liveRows(source, 'customers').flatMap((row) => {
    const due = numberIn(dueAt!, row);
    if (due === null || Math.floor(due) > today) return [];
    const rule = rules[Number(ruleNo![row] ?? 0) - 1];
    const isAgreed = (agreed![row] ?? null) !== null;
    return {
      kind: 'revisit',
      table: 'customers',
      row,
      customer: row,
      owner: owner![row] ?? null,
      dueAt: due,
      value: worthOf(value!, row),
      reason: {
        code: isAgreed ? 'agreed' : rule ? 'rule' : 'unknown',
        values: {
          rule: rule?.name ?? null,
          every: rule?.every ?? null,
          unit: rule?.unit ?? null,
          base: base![row] ?? null,
          lastRevisit: lastRevisit![row] ?? null,
        },
      },
    };
  });
};
