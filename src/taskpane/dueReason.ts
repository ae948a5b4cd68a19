import type { OverdueRevisit } from '../actions/report';
import type { Snapshot } from '../crm/snapshot';
import type { Translate } from '../shared/i18n';
import { columnOf } from '../template/environment';

/** Why a revisit is due, in words: the rule that fired and what it counted from (decision 13). */
export function dueReason(
  { rule, dueAt, base, lastRevisit }: OverdueRevisit,
  snapshot: Snapshot,
  t: Translate,
): string {
  if (rule === 'agreed') return t('pane.today.reason.agreed', { date: dueAt });
  const row = columnOf(snapshot, 'cadenceRules', 'rule').indexOf(rule);
  if (row < 0) return t('pane.today.reason.unknown');
  const cell = (column: string) => columnOf(snapshot, 'cadenceRules', column)[row] ?? '';
  return t('pane.today.reason.rule', {
    rule: String(cell('name')),
    every: t(`pane.today.reason.every.${cell('unit')}`, { count: Number(cell('every')) }),
    base: t(lastRevisit ? 'pane.today.reason.lastRevisit' : 'pane.today.reason.created', { date: base ?? '' }),
  });
}
